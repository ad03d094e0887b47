"""An article of the archive as it stands in `content/…/NN.md`, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from jianbao.frozen import frozen

KINDS = (
    "news", "brief", "feature", "commentary", "letter", "literature", "photo", "notice",
    "advertisement", "listing", "correction", "other",
)  # fmt: skip
ROLES = ("reporter", "correspondent", "photographer", "writer", "text-and-photo")

STANDS_ALONE = ("none", "无")
"""What `continues` and `continued_by` hold where a person says that nothing comes before, or after, whatever is printed."""

KEYS = (
    "id", "title", "kicker", "subtitle", "section", "kind", "authors", "districts", "event_date", "captions", "order",
    "issued", "date", "newspaper", "page", "page_name", "topics", "language", "source", "added", "proofread",
    "withheld", "continues", "continued_by",
)  # fmt: skip
"""The keys of the front matter, in the order in which they are written."""


@frozen
class Author:
    """One name of the by-line or sign-off, and what that person did (`ROLES`)."""

    name: str
    role: str


@frozen
class Caption:
    """The caption of a picture that belongs to the article; `credit` is the photographer's name, or empty.

    `image` is the picture's file where a person put one into the archive: beside the article, or its path below content/.
    `alt` says what is to be seen, where the caption does not.
    """

    text: str
    credit: str = ""
    image: str = ""
    alt: str = ""


@frozen
class Source:
    """Where in the raw pages the article stands: lines as closed 1-based ranges of `file`, a path below seeds/."""

    file: str
    lines: tuple[tuple[int, int], ...] = ()


@frozen
class Proofreading:
    """Somebody compared the article with the page, on a day (`2026-11-21`)."""

    by: str
    on: str


@frozen
class Withdrawal:
    """The article is withheld: its address says why and since when, and shows no text."""

    reason: str
    on: str


@frozen
class FrontMatter:
    """The facts of an article. Every text is as printed; what is not known is empty.

    `event_date` and `issued` are EDTF level 1; `date` is a full ISO day or empty. `unknown` holds the keys that a
    person wrote and the program does not know; they are kept and warned of.
    """

    id: str = ""
    title: str = ""
    kicker: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    section: str = ""
    kind: str = "news"
    authors: tuple[Author, ...] = ()
    districts: tuple[str, ...] = ()
    event_date: str = ""
    captions: tuple[Caption, ...] = ()
    order: str = ""
    issued: str = ""
    date: str = ""
    newspaper: str = ""
    page: str = ""
    page_name: str = ""
    topics: tuple[str, ...] = ()
    language: str = ""
    source: tuple[Source, ...] = ()
    added: str = ""
    proofread: tuple[Proofreading, ...] = ()
    withheld: Withdrawal | None = None
    continues: str = ""
    continued_by: str = ""
    unknown: Mapping[str, Any] = field(default_factory=dict)


@frozen
class Article:
    """One Markdown file: its path below content/ (forward slashes), its facts, and its body as CommonMark."""

    path: str
    front: FrontMatter
    body: str
