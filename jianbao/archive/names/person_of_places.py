"""One person from all the places that name him or her: the fullest post, whether it is public, whether one place shields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jianbao.archive.names.found import PersonFound, Span
from jianbao.archive.names.passage import PARTS
from jianbao.archive.names.printed_post import printed_post
from jianbao.archive.names.reading_of_name import Reading
from jianbao.archive.names.shielded import is_shielded, is_shielded_english
from jianbao.knowledge.english_names import english_names
from jianbao.knowledge.posts import posts

_ORDER = {part: number for number, part in enumerate(PARTS)}


class NamedAt(NamedTuple):
    """A place where somebody is named: the part of the passage and its text, how it is read, as what he or she signs."""

    part: str
    text: str
    reading: Reading
    role: str
    chinese: bool

    @property
    def name(self) -> str:
        """The full name of whom it names."""
        return self.reading.name

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return Span(self.part, self.reading.start, self.reading.end)

    @property
    def post(self) -> str:
        """The post as printed, with the body it belongs to."""
        begin, post = self.reading.post_start, self.reading.post
        return printed_post(self.text, begin, begin + len(post)) if post and self.chinese else post

    @property
    def is_public(self) -> bool:
        """Whether the post is an office."""
        post = self.reading.post
        return posts().is_public(post) if self.chinese else english_names().is_public(post)

    @property
    def is_shielded(self) -> bool:
        """Whether this place alone keeps the person from a page; in English the court's own officers are named with it."""
        start, end = self.reading.start, self.reading.end
        if self.chinese:
            return is_shielded(self.text, start, end)
        return not self.is_public and is_shielded_english(self.text, start, end)


def subject_of(name: str, places: Sequence[NamedAt]) -> PersonFound:
    """Somebody written about, at all of his or her places."""
    return PersonFound(
        name,
        tuple(sorted((place.span for place in places), key=_in_order)),
        max((place.post for place in places), key=len),
        any(place.is_public for place in places),
        any(place.is_shielded for place in places),
        rule=places[0].reading.rule,
    )


def signer_of(name: str, role: str, places: Sequence[NamedAt]) -> PersonFound:
    """Somebody who signs, with the places of the text that say so, if any."""
    return PersonFound(name, tuple(place.span for place in places if place.name == name), role=role, rule="signed")


def _in_order(span: Span) -> tuple[int, int]:
    return _ORDER[span.part], span.start
