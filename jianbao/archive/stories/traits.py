"""Traits: what of an article decides to which others it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from jianbao.archive.names.passage import Passage
from jianbao.archive.order import printed_day
from jianbao.archive.pages import page_of
from jianbao.archive.texts import Text
from jianbao.frozen import frozen


@frozen
class Traits:
    """One article that lists may name.

    `people`, `organizations`, `places` lead from the key of an entity, unique in the archive, to the name that a reader
    sees. `printed` is the paper's day as far as known (EDTF, empty: unknown), `newspaper` the paper's name where known. `text` is
    the plain text, `digest` tells it from any other, `keywords` are the words that set it apart, weightiest first.
    `position` counts from 1 on the page.
    """

    id: str
    page: str
    position: int
    kind: str = "news"
    title: str = ""
    kicker: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    section: str = ""
    text: str = ""
    digest: str = ""
    newspaper: str = ""
    printed: str = ""
    city: str = ""
    districts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    organizations: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    language: str = ""


def traits_of(
    text: Text, passage: Passage, position: int, keywords: tuple[str, ...], people: Mapping[str, str],
    organizations: Mapping[str, str], places: Mapping[str, str],
) -> Traits:  # fmt: skip
    """The traits of one article at this `position` on its page; whom and what it names as in `Traits`."""
    front = text.front
    return Traits(
        id=front.id, page=page_of(front.id), position=position, kind=front.kind, title=front.title, kicker=front.kicker,
        subtitle=front.subtitle, section=front.section, text=passage.text, digest=text.digest,
        newspaper=front.newspaper, printed=printed_day(front), city=passage.city, districts=passage.districts,
        topics=front.topics, keywords=keywords, people=people, organizations=organizations, places=places,
        authors=tuple(name for name, _ in passage.authors), language=passage.language,
    )  # fmt: skip
