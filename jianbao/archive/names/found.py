"""What is found in a passage: a person, an organization, a place, each once, with all the places where it is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from jianbao.frozen import frozen


class Span(NamedTuple):
    """Where a name stands: in which part of the passage (`PARTS`), from `start` to `end` in code points of that part."""

    part: str
    start: int
    end: int


class PersonFound(NamedTuple):
    """A person. `spans` is empty for one who only signs.

    `role` is empty for somebody written about, else the role in the by-line; who signs and is written about too is found
    twice. `post` is the office or occupation printed with the name, the fullest one (`区发改委主任`, `村民`), `public`
    whether it is a public one. A `shielded` person (a child, a suspect, a pseudonym) never gets a page, a list, or a
    place in the data. `rule` names the rule that found the name.
    """

    name: str
    spans: tuple[Span, ...]
    post: str = ""
    public: bool = False
    shielded: bool = False
    role: str = ""
    rule: str = ""


class OrganizationFound(NamedTuple):
    """An organization under the name that is printed (`区发改委`); `kind` as in `archive.model.Named`."""

    name: str
    spans: tuple[Span, ...]
    kind: str = "other"


class PlaceFound(NamedTuple):
    """A place, resolved as far as the article, its districts and its city allow.

    `label` is its proper name below everything above it (`安阳市/文峰区/宝莲寺镇/小营村`), as far as that is known; it is
    what tells places apart. `kind` is city, district, town, village, hamlet or estate. `code` is that of the gazetteer, empty
    for what only a suffix tells (a hamlet, an estate). `printed` are the forms that the article uses. `why` says in both
    languages (zh, en) what decided where the name could mean several places; empty where it could not.
    """

    label: str
    kind: str
    spans: tuple[Span, ...]
    code: str = ""
    printed: tuple[str, ...] = ()
    why: tuple[str, str] = ("", "")

    @property
    def name(self) -> str:
        """The proper name alone: 小营村."""
        return self.label.rpartition("/")[2]


@frozen
class Names:
    """What one article names, and the words that may set it apart with how often each stands in it."""

    people: tuple[PersonFound, ...] = ()
    organizations: tuple[OrganizationFound, ...] = ()
    places: tuple[PlaceFound, ...] = ()
    words: Mapping[str, int] = field(default_factory=dict)
