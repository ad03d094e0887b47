"""The names in the text of an article that lead to a page: of two that overlap the longer one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from jianbao.archive.entities.naming import Naming
from jianbao.archive.model import Mention
from jianbao.archive.names.passage import TEXT

KINDS = ("organization", "person", "place", "district", "city")
"""What is linked where two names take the same characters: the earlier kind."""


class Target(NamedTuple):
    """A page to which a name leads."""

    kind: str
    slug: str


def mentions_of(namings: Iterable[tuple[Target, Naming]]) -> tuple[Mention, ...]:
    """The mentions in the plain text, in its order, of the namings that lead somewhere."""
    found = [
        Mention(start, end, *target) for target, naming in namings for part, start, end in naming.spans if part == TEXT
    ]
    found.sort(key=lambda one: (one.start - one.end, one.start, KINDS.index(one.kind), one.slug))
    kept: list[Mention] = []
    taken: set[int] = set()
    for one in found:
        if taken.isdisjoint((one.start, one.end - 1)):
            taken.update(range(one.start, one.end))
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))
