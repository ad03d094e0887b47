"""Reports of invented papers, as the rules for stories receive them."""

from __future__ import annotations

from typing import Any

from jianbao.archive.stories.traits import Traits


def report(id: str, title: str = "", text: str = "", **known: Any) -> Traits:
    """A report of 柳城日报 in 柳城市. `people`, `organizations`, `places` are given by name; their keys say the county too."""
    home = known.pop("home", "柳城市/河东区")
    named = {
        kind: {f"{home}/{name}": name for name in known.pop(kind, ())} for kind in ("people", "organizations", "places")
    }
    city = known.pop("city", home.partition("/")[0])
    return Traits(
        id=id, page=id.partition("/")[0], position=int(id[-2:]), title=title, text=text, digest=text, city=city,
        districts=(home,),
        **({"newspaper": "柳城日报"} | known), **named,
    )  # fmt: skip


def archive(*reports: Traits) -> dict[str, Traits]:
    """The reports by id."""
    return {one.id: one for one in reports}
