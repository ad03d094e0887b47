"""Zones that are called by their county: 如东沿海经济开发区, 海安高新区. They are not those of the city."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from jianbao.archive.names.areas import DISTRICT
from jianbao.archive.names.located import Located
from jianbao.archive.names.passage import Passage
from jianbao.knowledge.locality_names import TOWN, word_lists


def with_own_zones(passage: Passage, located: Iterable[Located]) -> Iterator[Located]:
    """What was located, but that a county and what follows it is the zone where both together name one."""
    texts = dict(passage.parts())
    ends: dict[str, int] = {}
    for one in sorted(located, key=lambda one: (one.part, one.start)):
        found = _zone().match(texts[one.part], one.end) if one.kind == DISTRICT else None
        if one.start < ends.get(one.part, 0):
            continue
        if found:
            ends[one.part] = found.end()
            printed = texts[one.part][one.start : found.end()]
            yield one._replace(end=found.end(), printed=printed, label=f"{one.label}/{printed}", kind=TOWN, code="")
        else:
            yield one


@cache
def _zone() -> re.Pattern[str]:
    lists = word_lists()
    kinds, before = ("|".join(sorted(lists[key], key=len, reverse=True)) for key in ("own_zones", "before_own_zones"))
    return re.compile(f"(?:{before})?(?:{kinds})(?!域|划|块链)")
