"""Which names mean one thing, over the whole archive: people, then organizations, then places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from jianbao.archive.entities.naming import Identified
from jianbao.archive.entities.organizations import identify_organizations
from jianbao.archive.entities.people import identify_people
from jianbao.archive.entities.places import identify_places
from jianbao.archive.load import Shelf
from jianbao.archive.names.found import Names
from jianbao.archive.names.passage import Passage
from jianbao.frozen import frozen
from jianbao.knowledge.namesakes import namesakes_elsewhere


@frozen
class Entities:
    """The identified entities of each kind."""

    people: Identified
    organizations: Identified
    places: Identified

    def by_kind(self) -> Iterator[tuple[str, Identified]]:
        """(kind, its entities)."""
        yield from (("person", self.people), ("organization", self.organizations), ("place", self.places))


NOBODY = Entities(Identified({}, {}), Identified({}, {}), Identified({}, {}))


def identify(names: Mapping[str, Names], passages: Mapping[str, Passage], shelf: Shelf) -> Entities:
    """The entities that the articles name, by the names found in each."""
    known = shelf.districts
    return Entities(
        identify_people({id: one.people for id, one in names.items()}, passages, known, shelf.people),
        identify_organizations(
            {id: one.organizations for id, one in names.items()}, passages, known, shelf.organizations
        ),
        identify_places(
            {id: one.places for id, one in names.items()}, known,
            partial(namesakes_elsewhere, gazetteer=shelf.gazetteer),
        ),
    )  # fmt: skip
