"""Which by-lines are no persons: 本报, 新华社, an editorial office; and the desks that people name in the authority.

content/_authority/bylines.yaml:

    collective: [安宣]
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jianbao.knowledge.authority import Misread, file_name, read_yaml, texts

FILE = "bylines.yaml"
_SHIPPED = Path(__file__).parent / "data" / "collective_bylines.yaml"


@dataclass(frozen=True, slots=True)
class Bylines:
    """The names (in lower case), and the endings of names, that are no person's; and what could not be read of them."""

    names: frozenset[str]
    endings: tuple[str, ...]
    misread: tuple[Misread, ...] = ()

    @classmethod
    def load(cls, authority: Path | None = None) -> Bylines:
        """What is known everywhere, and what people told in `authority`."""
        fields, _ = read_yaml(_SHIPPED)
        told, misread = read_yaml(authority / FILE) if authority else (None, ())
        own = texts(told.get("collective")) if isinstance(told, dict) else ()
        if told is not None and not own and authority:
            misread = (*misread, _no_list(authority / FILE))
        names = frozenset(name.lower() for name in (*texts(fields["names"]), *own))
        return cls(names, texts(fields["endings"]), misread)

    def is_person(self, name: str) -> bool:
        """May a by-line of this name be one person's?"""
        return bool(name.strip()) and name.lower() not in self.names and not name.endswith(self.endings)


@cache
def _known_everywhere() -> Bylines:
    return Bylines.load()


def is_person(name: str) -> bool:
    """May a by-line of this name be one person's, as far as is known everywhere?"""
    return _known_everywhere().is_person(name)


def _no_list(path: Path) -> Misread:
    return Misread(
        file_name(path), None, "没有读到名单。", "No list of names was found.",
        "这样写——collective: [安宣, 本报综合]", "Write it like collective: [安宣, 本报综合]",
    )  # fmt: skip
