"""The names in one article: the story of this room. Places first, for organizations begin with them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from jianbao.archive.names.found import OrganizationFound, PersonFound, PlaceFound
from jianbao.archive.names.local_places import find_local_places
from jianbao.archive.names.organizations import find_organizations
from jianbao.archive.names.passage import Passage
from jianbao.archive.names.people import find_people
from jianbao.archive.names.words import UNCUT, count_words, cut_words
from jianbao.knowledge.bylines import Bylines
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.gazetteer import Gazetteer
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.told_organizations import ToldOrganizations
from jianbao.knowledge.told_people import ToldPeople


@dataclass(frozen=True, slots=True)
class Names:
    """What one article names, and the words that may set it apart with how often each stands in it."""

    people: tuple[PersonFound, ...] = ()
    organizations: tuple[OrganizationFound, ...] = ()
    places: tuple[PlaceFound, ...] = ()
    words: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What finding names needs to know: the shipped knowledge with what people told laid over it."""

    districts: Districts
    gazetteer: Gazetteer
    people: ToldPeople
    organizations: ToldOrganizations
    bylines: Bylines

    @classmethod
    def load(cls, authority: Path) -> Known:
        """Everything, from the shipped data and the authority folder."""
        districts = Districts.load(authority)
        return cls(
            districts, Gazetteer.load(authority, districts), ToldPeople.load(authority),
            ToldOrganizations.load(authority), Bylines.load(authority),
        )  # fmt: skip


def find_names(passage: Passage, known: Known) -> Names:
    """The names in the passage, and its words."""
    words = cut_words(passage, chinese_lexicon()) if passage.is_chinese else UNCUT
    places = find_local_places(passage, known.districts, known.gazetteer)
    people = find_people(passage, known.people, known.bylines)
    organizations = find_organizations(passage, words, known.organizations)
    found = (*(one.spans for one in places), *(one.spans for one in people), *(one.spans for one in organizations))
    return Names(people, organizations, places, count_words(passage, words, chain.from_iterable(found)))
