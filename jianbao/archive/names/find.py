"""The names in one article: the story of this room. Places first, for organizations begin with them."""

from __future__ import annotations

from itertools import chain

from jianbao.archive.names.cut_at_names import cut_at_names, stems_of
from jianbao.archive.names.found import Names
from jianbao.archive.names.known import Known
from jianbao.archive.names.local_places import find_local_places
from jianbao.archive.names.named_after import told_names, without_names_of_bodies
from jianbao.archive.names.organizations import find_organizations
from jianbao.archive.names.passage import Passage
from jianbao.archive.names.people import find_people
from jianbao.archive.names.words import UNCUT, count_words, cut_words
from jianbao.knowledge.lexicon import chinese_lexicon

_BRIGADE = "大队"
"""A village in the years of the communes, a squad of the police today."""


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
