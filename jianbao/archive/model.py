"""The linked archive, as the press receives it: every list and every link is computed, templates never search.

Things refer to one another by key (an article's id, a district's slug …) and are looked up in `Archive`; nothing here
is ever changed after it is made. `path` is always the address below the site's root, without a leading slash
(`a/7KQ2M9X/01/`). Slugs are ASCII.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jianbao.content.article import FrontMatter
from jianbao.content.page_record import PageDoubt
from jianbao.problems import Problem


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its links.

    `display` is what lists, feeds and citations call it: the title, or for an untitled one a name made from its kind
    and its first clause. `summary` is its first sentences as plain text. `districts`, `topics`, `reporters` are slugs.
    `previous` and `next` are ids in the order of the archive (by page, then as printed), `siblings` the ids of its page.
    `edits` counts the machine's edits of this article by rule; `corrections` are the words that it reads otherwise than
    they are printed, raw and now, with a little of what stands around. `inferred` names the facts (issued, newspaper)
    that nobody told and the page does not print.
    """

    id: str
    path: str
    file: str
    front: FrontMatter
    body: str
    display: str
    summary: str
    plain: str
    page: str
    position: int
    districts: tuple[str, ...]
    topics: tuple[str, ...]
    reporters: tuple[str, ...]
    keywords: tuple[str, ...]
    newspaper: str
    previous: str
    next: str
    edited: bool
    digest: str
    """Of the file's text; whatever shows the article depends on it."""
    edits: Mapping[str, int] = field(default_factory=dict)
    corrections: tuple[tuple[str, str], ...] = ()
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line of the raw page and its fate: `fates` are article ids or kinds of furniture, in the order of the line."""

    number: int
    text: str
    fates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A newspaper page: its facts, its articles as printed, and what the machine recorded of reading it.

    `furniture` holds (kind, text); `edits` counts the machine's edits by rule; `lines` is empty where no ledger exists.
    `inferred` names the facts (issued, newspaper) that nobody told and the page does not print.
    """

    id: str
    path: str
    file: str
    newspaper: str
    issued: str
    date: str
    page: str
    page_name: str
    edition: str
    city: str
    encoding: str
    display: str
    articles: tuple[str, ...]
    furniture: tuple[tuple[str, str], ...]
    losses: int
    doubts: tuple[PageDoubt, ...]
    edits: Mapping[str, int]
    characters: int
    lines: tuple[RawLine, ...]
    source_url: str
    rights: str
    image: str
    previous: str
    next: str
    digest: str
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A list of articles with an address of its own: a district, city, topic, newspaper, day or reporter.

    `articles` are ids, newest first by the printed day (unknown days last), then as printed. `parent` is the slug of the
    city for a district. `label` is the full name in lists where names repeat (`安阳市/高新区`), `name` the short one.
    """

    kind: str
    slug: str
    path: str
    name: str
    label: str
    articles: tuple[str, ...]
    parent: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that was published once and now leads elsewhere; `target` is a path or an absolute address."""

    path: str
    target: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """The address of an article whose file is there and cannot be read now, and the address of its newspaper page."""

    path: str
    page: str


@dataclass(frozen=True, slots=True)
class Review:
    """One line of the review list: what needs a person, where (a path of the site or a file), in words of both languages.

    `urgency` is 0 to 1: of an article read with doubt the chance that something in it is wrong, else by the kind. `raw` is
    the raw file below seeds/ and the line, where one is meant.
    """

    kind: str
    path: str
    file: str
    zh: str
    en: str
    urgency: float = 0.0
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything the press may show, in the order in which it is shown.

    `news` are article ids, newest in the archive first (by `added`), for the feeds. The group mappings go by slug.
    """

    articles: Mapping[str, Article]
    pages: Mapping[str, Page]
    districts: Mapping[str, Group]
    cities: Mapping[str, Group]
    topics: Mapping[str, Group]
    newspapers: Mapping[str, Group]
    days: Mapping[str, Group]
    reporters: Mapping[str, Group]
    news: tuple[str, ...]
    undated: tuple[str, ...]
    """Ids of the pages without a known day."""
    redirects: tuple[Redirect, ...]
    review: tuple[Review, ...]
    problems: tuple[Problem, ...]
    waiting: tuple[Waiting, ...] = ()
