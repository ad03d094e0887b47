"""The names in one article: the story of this room. Places first, for organizations begin with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from jianbao.archive.names.cut_at_names import cut_at_names, stems_of
from jianbao.archive.names.found import OrganizationFound, PersonFound, PlaceFound
from jianbao.archive.names.local_places import find_local_places
from jianbao.archive.names.named_after import told_names, without_names_of_bodies
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

_BRIGADE = "大队"
"""A village in the years of the communes, a squad of the police today."""


@dataclass(frozen=True, slots=True)
class Names:
    """What one article names, and the words that may set it apart with how often each stands in it."""

    people: tuple[PersonFound, ...] = ()
    organizations: tuple[OrganizationFound, ...] = ()
    places: tuple[PlaceFound, ...] = ()
    words: Mapping[str, int] = field(default_factory=dict)


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
    named = [*(span for one in places for span in one.spans), *(span for one in people for span in one.spans)]
    parted = cut_at_names(words, named) if passage.is_chinese else UNCUT
    villages = {span for one in places if one.kind != "city" for span in one.spans}
    organizations = tuple(
        one for one in find_organizations(passage, parted, known.organizations, stems_of(places), told_names(people))
        if not (one.name.endswith(_BRIGADE) and villages.issuperset(one.spans))
    )  # fmt: skip
    people = tuple(without_names_of_bodies(people, organizations, places))
    found = (named, *(one.spans for one in organizations))
    return Names(people, organizations, places, count_words(passage, words, chain.from_iterable(found)))
