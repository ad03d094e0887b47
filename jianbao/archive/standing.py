"""存版, standing type: the linked archive kept as it stands, so that what changed little can be changed in place (`amend`).

Every article, page, list and entity is a card of a cabinet; a run that changes one article reads a few dozen of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from jianbao.archive.model import Archive
from jianbao.archive.stories.traits import Traits
from jianbao.cabinet import Cabinet, Drawer, fill
from jianbao.program_mark import program_mark

FILE = "standing.cards"
"""In the cache."""
_FAMILIES = (
    "articles", "pages", "districts", "cities", "topics", "newspapers", "days", "reporters", "people", "places",
    "organizations", "series",
)  # fmt: skip
"""The fields of an archive that go by key."""
_WHOLE = "whole"
"""The drawer of what is kept in one piece: the other fields of an archive, by their names."""
_NAMED, _CLUES, _JOINED, _FILES = "named", "clues", "joined", "files"

Cards = Mapping[tuple[str, str], Any]
"""Cards by drawer and key."""


class Named(NamedTuple):
    """What an article and its names are told apart by while archives are linked, beside what `Article` says of them.

    The fields are those of `Traits`.
    """

    city: str
    districts: tuple[str, ...]
    people: dict[str, str]
    organizations: dict[str, str]
    places: dict[str, str]


class Backing(NamedTuple):
    """What linking knew and no reader sees: the traits by article id; the articles that a printed jump may mean.

    The archive is `settled` where linking the same once more says the same.
    """

    traits: Mapping[str, Traits]
    joined: frozenset[str]
    settled: bool


def form_of(mark: str) -> str:
    """The format of the cabinet of the archive that was linked under this mark."""
    return f"standing {program_mark()} {mark}"


def keep_standing(archive: Archive, backing: Backing, cache: Path, mark: str) -> None:
    """Keep an archive under a mark that no other one has; not one that is not settled."""
    if backing.settled:
        fill(cache / FILE, form_of(mark), _cards(archive, backing))


def _cards(archive: Archive, backing: Backing) -> Iterator[tuple[str, str, Any]]:
    for field in fields(archive):
        value = getattr(archive, field.name)
        if field.name in _FAMILIES:
            yield from ((field.name, key, one) for key, one in value.items())
        else:
            yield _WHOLE, field.name, value
    for id, one in backing.traits.items():
        named = Named(one.city, one.districts, dict(one.people), dict(one.organizations), dict(one.places))
        yield _NAMED, id, named
    yield _WHOLE, _JOINED, backing.joined
    yield _WHOLE, _FILES, {one.file: id for id, one in archive.articles.items()}


class Standing:
    """An archive as it was kept, with what was changed in it since lying over it."""

    def __init__(self, cabinet: Cabinet) -> None:
        self._cabinet = cabinet
        self._changed: dict[tuple[str, str], Any] = {}
        self._clues = {id: cabinet.card(_CLUES, id) for id in cabinet.keys(_CLUES)}
        told: dict[str, Any] = {name: Drawer(cabinet, name) for name in _FAMILIES}
        told |= {field.name: cabinet.card(_WHOLE, field.name) for field in fields(Archive) if field.name not in told}
        self.archive = Archive(**told)

    @classmethod
    @contextmanager
    def open(cls, cache: Path, mark: str) -> Iterator[Standing | None]:
        """The archive that was kept under this mark, as long as the block lasts; None where there is none. Raises `Damaged`."""
        cabinet = Cabinet.open(cache / FILE, form_of(mark))
        try:
            yield cls(cabinet) if cabinet else None
        finally:
            if cabinet:
                cabinet.close()

    def named(self, id: str) -> Named:
        """What was kept of an article beside itself. Raises KeyError for one that is not listed."""
        named: Named = self._cabinet.card(_NAMED, id)
        return named

    @property
    def joined(self) -> frozenset[str]:
        """The articles that a printed jump may mean."""
        joined: frozenset[str] = self._cabinet.card(_WHOLE, _JOINED)
        return joined

    @property
    def ids_by_file(self) -> dict[str, str]:
        """The id of the article in every file, by its path below content/."""
        ids: dict[str, str] = self._cabinet.card(_WHOLE, _FILES)
        return ids

    @property
    def clues(self) -> dict[str, tuple[frozenset[int], frozenset[int]]]:
        """Of the articles that were changed since the archive was linked, by id: their clues then, and now."""
        return self._clues

    def amend(self, cards: Cards, id: str, clues: tuple[frozenset[int], frozenset[int]]) -> None:
        """Lay changed cards over the archive, and the clues of the article that was changed."""
        self._changed |= {**cards, (_CLUES, id): clues}
        self._clues = {**self._clues, id: clues}
        changed: dict[str, dict[str, Any]] = {}
        for (drawer, key), value in cards.items():
            changed.setdefault(drawer, {})[key] = value
        whole = changed.pop(_WHOLE, {})
        families = {name: getattr(self.archive, name).but(over) for name, over in changed.items()}
        self.archive = replace(self.archive, **whole, **families)

    def keep(self, mark: str) -> None:
        """Keep what was changed: the archive is known by another mark from now on."""
        self._cabinet.add(((*place, value) for place, value in self._changed.items()), form_of(mark))
