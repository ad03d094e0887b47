"""Which by-lines are no persons: 本报, 新华社, an editorial office; and the desks that people name in the authority.

content/_authority/bylines.yaml:

    collective: [安宣]
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jianbao.frozen import frozen
from jianbao.knowledge.authority import Misread, Told, read_with_lines, read_yaml, texts, unknown_keys

FILE = "bylines.yaml"
_SHIPPED = Path(__file__).parent / "data" / "collective_bylines.yaml"


@frozen
class Bylines:
    """The names (in lower case), and the endings of names, that are no person's; and what could not be read of them."""

    names: frozenset[str]
    endings: tuple[str, ...]
    misread: tuple[Misread, ...] = ()

    @classmethod
    def load(cls, authority: Path | None = None) -> Bylines:
        """What is known everywhere, and what people told in `authority`."""
        fields, _ = read_yaml(_SHIPPED)
        told = read_with_lines(authority / FILE) if authority else Told("", None, {})
        own, misread = _collective(told)
        names = frozenset(name.lower() for name in (*texts(fields["names"]), *own))
        return cls(names, texts(fields["endings"]), misread)

    def is_person(self, name: str) -> bool:
        """May a by-line of this name be one person's?"""
        return bool(name.strip()) and name.lower() not in self.names and not name.endswith(self.endings)


@cache
def known_bylines() -> Bylines:
    """What is known everywhere, read once a process."""
    return Bylines.load()


def is_person(name: str) -> bool:
    """May a by-line of this name be one person's, as far as is known everywhere?"""
    return known_bylines().is_person(name)


def _collective(told: Told) -> tuple[tuple[str, ...], tuple[Misread, ...]]:
    """The names that people wrote, and what is wrong with the file."""
    fields = told.value if isinstance(told.value, dict) else {}
    misread = [*told.misread, *unknown_keys(told, (), ("collective",))]
    listed = fields.get("collective")
    own = texts(listed)
    if told.value is not None and not own:
        misread.append(_no_list(told))
    for place, name in enumerate(listed if isinstance(listed, list) else ()):
        if not isinstance(name, str):
            misread.append(_no_name(told, place))
    return own, tuple(misread)


def _no_name(told: Told, place: int) -> Misread:
    return told.wrong(
        ("collective", place), f"名单第 {place + 1} 项不是一个署名，没有采用。",
        f"Entry {place + 1} of the list is no by-line; it is left out.",
        "这样写——collective: [安宣, 本报综合]", "Write it like collective: [安宣, 本报综合]",
    )  # fmt: skip


def _no_list(told: Told) -> Misread:
    return told.wrong(
        ("collective",), "没有读到名单。", "No list of names was found.",
        "这样写——collective: [安宣, 本报综合]", "Write it like collective: [安宣, 本报综合]",
    )  # fmt: skip
