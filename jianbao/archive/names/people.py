"""The persons of one article: those written about, and those who sign. The story of finding them.

The text is read for names, each place weighed for itself; names enumerated together and names that come again support one
another; what holds is the likeliest set of readings that do not overlap. What belongs to one name becomes one person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jianbao.archive.names.chosen_names import choose_names
from jianbao.archive.names.english_people import find_english
from jianbao.archive.names.found import PersonFound, Span
from jianbao.archive.names.passage import PARTS, Passage
from jianbao.archive.names.printed_post import printed_post
from jianbao.archive.names.reading_of_name import Reading
from jianbao.archive.names.shielded import is_shielded
from jianbao.archive.names.short_mentions import short_mentions
from jianbao.archive.names.signed import pass_on_posts, role_of
from jianbao.knowledge.bylines import Bylines, known_bylines
from jianbao.knowledge.posts import posts
from jianbao.knowledge.told_people import ToldPeople

_ORDER = {part: number for number, part in enumerate(PARTS)}


class Place(NamedTuple):
    """One place where somebody is named: in which part of the passage, how it is read, and as what he signs there."""

    part: str
    text: str
    reading: Reading
    role: str

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return Span(self.part, self.reading.start, self.reading.end)


def find_people(passage: Passage, told: ToldPeople, bylines: Bylines | None = None) -> tuple[PersonFound, ...]:
    """Everybody whom the article names, by the first place, then who signs; each once, who does both twice.

    What `told` adds is a name wherever it stands, what it says is none never is. `bylines` tells the collective ones.
    """
    texts = dict(passage.parts())
    named = choose_names(texts, told) if passage.is_chinese else find_english(texts, told)
    places = [place for part, text in texts.items() for place in _places(part, text, named[part])]
    roles = _roles(passage, places, bylines or known_bylines())
    about = [place for place in places if not place.role]
    names = list(dict.fromkeys(place.reading.name for place in about))
    short = [
        Place(part, text, reading, "")
        for part, text in texts.items()
        for reading in short_mentions(text, names, [place.reading for place in places if place.part == part])
    ]
    subjects = [_subject(name, [place for place in (*about, *short) if place.reading.name == name]) for name in names]
    signing = [
        PersonFound(
            name,
            tuple(place.span for place in places if place.reading.name == name and place.role),
            role=role,
            rule="signed",
        )
        for name, role in roles.items()
    ]
    return tuple(person for person in (*subjects, *signing) if person.name not in told.never)


def _places(part: str, text: str, readings: list[Reading]) -> Iterator[Place]:
    for reading in pass_on_posts(text, readings):
        yield Place(part, text, reading, role_of(text, reading))


def _roles(passage: Passage, places: list[Place], bylines: Bylines) -> Mapping[str, str]:
    """Who signs, with the first role: the authors of the passage, then whom the text itself names so."""
    signed = [*passage.authors, *((place.reading.name, place.role) for place in places if place.role)]
    roles: dict[str, str] = {}
    for name, role in signed:
        if bylines.is_person(name):
            roles.setdefault(name, role)
    return roles


def _subject(name: str, places: list[Place]) -> PersonFound:
    """Somebody written about, with the fullest post; shielded if one place says so."""
    prints = [
        (place, printed_post(place.text, place.reading.post_start, place.reading.post_start + len(place.reading.post)))
        for place in places
        if place.reading.post
    ]
    post = max((post for _, post in prints), key=len, default="")
    return PersonFound(
        name,
        tuple(sorted((place.span for place in places), key=lambda span: (_ORDER[span.part], span.start))),
        post,
        any(posts().is_public(post) for _, post in prints),
        any(is_shielded(place.text, place.reading.start, place.reading.end) for place in places),
        rule=places[0].reading.rule,
    )
