"""The persons of one article: those written about, and those who sign. The story of finding them.

The text is read for names, each place weighed for itself; names enumerated together and names that come again support one
another; what holds is the likeliest set of readings that do not overlap. What belongs to one name becomes one person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jianbao.archive.names.chosen_names import choose_names
from jianbao.archive.names.english_people import find_english
from jianbao.archive.names.found import PersonFound
from jianbao.archive.names.passage import Passage
from jianbao.archive.names.person_of_places import NamedAt, signer_of, subject_of
from jianbao.archive.names.reading_of_name import Reading
from jianbao.archive.names.short_mentions import short_mentions
from jianbao.archive.names.signed import pass_on_posts, role_of
from jianbao.knowledge.bylines import Bylines, known_bylines
from jianbao.knowledge.told_people import ToldPeople


def find_people(passage: Passage, told: ToldPeople, bylines: Bylines | None = None) -> tuple[PersonFound, ...]:
    """Everybody whom the article names, by the first place, then who signs; each once, who does both twice.

    What `told` adds is a name wherever it stands, what it says is none never is. `bylines` tells the collective ones.
    """
    texts = dict(passage.parts())
    named = choose_names(texts, told) if passage.is_chinese else find_english(texts, told)
    places = list(_places(passage, texts, named))
    about = [place for place in places if not place.role]
    names = list(dict.fromkeys(place.name for place in about))
    about += _short(passage, texts, names, places)
    roles = _roles(passage, places, bylines or known_bylines())
    subjects = (subject_of(name, [place for place in about if place.name == name]) for name in names)
    signers = (signer_of(name, role, [place for place in places if place.role]) for name, role in roles.items())
    return tuple(person for person in (*subjects, *signers) if person.name not in told.never)


def _places(passage: Passage, texts: Mapping[str, str], named: Mapping[str, Sequence[Reading]]) -> Iterator[NamedAt]:
    """Where somebody is named, with the posts that an enumeration passes on, and the roles of those who sign."""
    for part, text in texts.items():
        for reading in pass_on_posts(text, named[part]):
            yield NamedAt(part, text, reading, role_of(text, reading), passage.is_chinese)


def _short(
    passage: Passage, texts: Mapping[str, str], names: Sequence[str], places: Sequence[NamedAt]
) -> Iterator[NamedAt]:
    """Where those written about are named by a part of the name."""
    for part, text in texts.items():
        taken = [place.reading for place in places if place.part == part]
        for reading in short_mentions(text, names, taken) if passage.is_chinese else ():
            yield NamedAt(part, text, reading, "", passage.is_chinese)


def _roles(passage: Passage, places: Sequence[NamedAt], bylines: Bylines) -> Mapping[str, str]:
    """Who signs, with the first role: the authors of the passage, then whom the text itself names so."""
    roles: dict[str, str] = {}
    for name, role in (*passage.authors, *((place.name, place.role) for place in places if place.role)):
        if bylines.is_person(name):
            roles.setdefault(name, role)
    return roles
