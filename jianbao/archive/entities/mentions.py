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


_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


def mentions_of(namings: Iterable[tuple[Target, Naming]]) -> tuple[Mention, ...]:
    """The mentions in the plain text, in its order, of the namings that lead somewhere."""
    found = sorted([
        (start - end, start, _RANK[kind], slug, end, kind)
        for (kind, slug), naming in namings for part, start, end in naming.spans if part == TEXT
    ])  # fmt: skip
    kept: list[Mention] = []
    taken: set[int] = set()
    for _, start, _, slug, end, kind in found:
        if start not in taken and end - 1 not in taken:
            taken.update(range(start, end))
            kept.append(Mention(start, end, kind, slug))
    kept.sort()
    return tuple(kept)
