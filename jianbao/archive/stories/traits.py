"""Traits: what of an article decides to which others it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
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
