"""The names that an archive lists, as a small value that can be kept, and how they differ between two builds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from jianbao.archive.model import Archive, Entity, Group

NameList: TypeAlias = Mapping[str, tuple[str, str, int]]
"""By slug: the label, the name, and the number of articles."""
KINDS = ("people", "places", "organizations", "districts", "reporters")


class Changes(NamedTuple):
    """The labels that are listed now and were not, that are listed no longer, that stand under another name now.

    `moved` counts the names that stayed and have another number of articles.
    """

    new: tuple[str, ...]
    gone: tuple[str, ...]
    merged: tuple[str, ...]
    moved: int

    @property
    def any(self) -> bool:
        """Is anything different?"""
        return bool(self.new or self.gone or self.merged or self.moved)


def name_lists(archive: Archive) -> dict[str, NameList]:
    """The lists of each kind."""
    return {kind: name_list(getattr(archive, kind).values()) for kind in KINDS}


def name_list(listed: Iterable[Entity | Group]) -> NameList:
    """One list, by slug."""
    return {one.slug: (one.label, one.name, len(one.articles)) for one in listed}


def all_names(listed: Iterable[Entity | Group]) -> frozenset[str]:
    """Every name under which something of a list is known."""
    return frozenset(name for one in listed for name in (one.name, *getattr(one, "other_names", ())))


def changes(before: NameList, after: NameList, names: frozenset[str]) -> Changes:
    """How a list differs from what it was. `names` are all names known now, short forms and former ones too."""
    left = sorted(before[slug][:2] for slug in before.keys() - after.keys())
    return Changes(
        tuple(sorted(after[slug][0] for slug in after.keys() - before.keys())),
        tuple(label for label, name in left if name not in names),
        tuple(label for label, name in left if name in names),
        sum(before[slug][2] != after[slug][2] for slug in before.keys() & after.keys()),
    )
