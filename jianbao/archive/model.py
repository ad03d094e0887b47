"""The linked archive, as the press receives it: every list and every link is computed, templates never search.

Things refer to one another by key (an article's id, a district's slug …) and are looked up in `Archive`; nothing here
is ever changed after it is made. `path` is always the address below the site's root, without a leading slash
(`a/7KQ2M9X/01/`). Slugs are ASCII.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple

from jianbao.content.article import FrontMatter
from jianbao.frozen import frozen

if TYPE_CHECKING:
    from jianbao.content.ledger_outline import RawLine
    from jianbao.content.page_record import PageDoubt
    from jianbao.problems import Problem


AREAS = {"person": "people", "place": "places", "organization": "organizations"}
"""The first segment of the addresses of entities, by their kind."""


class Mention(NamedTuple):
    """A name in the plain text of an article, at plain[start:end] (code points), and the page of what it means.

    `kind` is person, place, organization, district or city; `slug` is that of the entity or list. Mentions stand in the
    order of the text and do not overlap: of two the longer one is kept.
    """

    start: int
    end: int
    kind: str
    slug: str


class Named(NamedTuple):
    """Somebody or something that an article names: its proper name, its kind, what it belongs to, its address.

    `kind` is for people `person` or the role in the by-line (`ROLES`), for places city, district, town, village, hamlet
    or estate, for organizations government, party, court, company, school, hospital, bank, media or association, or
    other. `parent` is the label of the county or city (`安阳市/文峰区`), of a place all that is above it. `path` is empty
    where there is no page (a private person named once). `printed` is the fullest form in which the article prints the
    name (`区发改委` of 文峰区发改委).
    """

    name: str
    kind: str
    parent: str = ""
    path: str = ""
    printed: str = ""


class Quote(NamedTuple):
    """Where an article names an entity: in which part of it (title, text or caption), from `start` to `end` (code points).

    The part `title` is kicker, headline and subtitle, a line each; `text` the plain text; `caption` the captions, a line
    each (`names.passage.Passage`). The sentence around it is cut when a page that shows it is printed: an archive has
    hundreds of thousands of them.
    """

    article: str
    part: str
    start: int
    end: int


@frozen
class Post:
    """An office or occupation with which a person is named, as printed; `date` as far as the paper's day is known (EDTF)."""

    words: str
    date: str
    article: str


@frozen
class Entity:
    """A person, place or organization with a page of its own.

    `label` is the name with what it belongs to, as lists need it where names repeat. `sort` is the kind as in `Named`.
    `parent` is the label of what it belongs to (`新乡市/获嘉县`), whether that has a page or not. `above` leads from the
    widest to the nearest thing of these that has one, as (kind, slug): city, district, place. `below` are
    the slugs of the places right under a place. `articles` are ids, newest first by the printed day. `quotes` are all
    the places that name it, article by article in that order. `other_names` are the further forms in which it is named
    or known. `namesakes` are slugs of the same kind with the same name in this archive, `elsewhere` says where the
    gazetteer has further places of this name, `why` says in both languages (zh, en) why it is taken for this one.
    `reporter` is the slug of the by-line of the same name in the same county. Only what is `public` stands in the sitemap.
    """

    kind: str
    slug: str
    path: str
    name: str
    label: str
    sort: str
    articles: tuple[str, ...]
    quotes: tuple[Quote, ...]
    parent: str = ""
    above: tuple[tuple[str, str], ...] = ()
    below: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    namesakes: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    why: tuple[str, str] = ("", "")
    reporter: str = ""
    public: bool = True


class Related(NamedTuple):
    """Another article, and in both languages why a reader of this one may want it (`同一项目：象道物流园`)."""

    article: str
    zh: str
    en: str


@frozen
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
    mentions: tuple[Mention, ...] = ()
    people: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    organizations: tuple[Named, ...] = ()
    related: tuple[Related, ...] = ()
    series: tuple[str, ...] = ()
    """Slugs of the series (系列) it belongs to."""
    on_this_day: tuple[str, ...] = ()
    """Ids of articles printed on the same day of other years, newest first."""
    continued: tuple[str, ...] = ()
    """Ids of all parts of an article that goes on (下转) on other pages, from the first; empty where it stands whole."""
    number: int = -1
    """In the search index, from 0, in the order of addition; never given twice. -1 where nobody numbered it."""


@frozen
class Page:
    """A newspaper page: its facts, its articles as printed, and what the machine recorded of reading it.

    `furniture` holds (kind, text); `edits` counts the machine's edits by rule; `lines` is empty where no ledger exists.
    `inferred` names the facts (issued, newspaper) that nobody told and the page does not print. `folder` is its own below
    content/, empty where no record of it exists, and `lines_before` are those of the raw file that stand above it.
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
    folder: str = ""
    lines_before: int = 0


@frozen
class Group:
    """A list of articles with an address of its own: a district, city, topic, newspaper, day, reporter or series.

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


@frozen
class Redirect:
    """An address that was published once and now leads elsewhere; `target` is a path or an absolute address."""

    path: str
    target: str


@frozen
class Waiting:
    """The address of an article whose file is there and cannot be read now, and the address of its newspaper page."""

    path: str
    page: str


@frozen
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


@frozen
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
    people: Mapping[str, Entity] = field(default_factory=dict)
    places: Mapping[str, Entity] = field(default_factory=dict)
    organizations: Mapping[str, Entity] = field(default_factory=dict)
    series: Mapping[str, Group] = field(default_factory=dict)
    heads: Mapping[str, str] = field(default_factory=dict)
    """Of a plain archive: digests of front matters by article id, of files that can be cut behind them unread."""
