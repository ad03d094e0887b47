"""One edition of the site: the archive, the settings, the open theme, and how a page of it is made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from jianbao.archive.model import AREAS, Archive, Article, Entity, Group, Page
from jianbao.frozen import frozen
from jianbao.press.addresses import UNKNOWN_HOST, Addresses, file_of
from jianbao.press.entities import shown_entities
from jianbao.press.nameplate import Nameplates, read_nameplates
from jianbao.press.printed_date import read_edtf
from jianbao.press.sheet import Sheet, made, mark_of
from jianbao.press.theme import Theme, open_theme
from jianbao.press.wording import Wording
from jianbao.program_mark import program_mark
from jianbao.settings import Settings

_KINDS = {area: kind for kind, area in AREAS.items()}
ENOUGH_FOR_CHARTS = 24
"""With fewer newspaper pages of a known day charts show nothing that lists do not."""


class Entry(NamedTuple):
    """An article as one line of a list; `language` is empty where it is the site's own.

    `date` is the day of print (ISO) where the very day is known, `printed` the month or the year (`2022-09`, `2022`) as
    far as it is.
    """

    id: str
    path: str
    display: str
    language: str
    source: str
    date: str
    printed: str
    position: int

    @property
    def year(self) -> str:
        """The year of print as far as it is known; else nothing."""
        return self.printed[:4]


class Sign(NamedTuple):
    """A list or an entity as a link to it: `called` is its name in full, for where short names repeat."""

    kind: str
    path: str
    name: str
    called: str
    note: str


@frozen
class PageSign:
    """A newspaper page as a link to it: what it is called, and how many articles it has."""

    path: str
    name: str
    size: int


@frozen
class FeedLink:
    """A feed that a page announces: its address below the root and its title."""

    path: str
    title: str


@frozen
class Edition:
    """Everything the pages of one publication share. `entries` holds the articles that may be listed, by id.

    An article that is withheld has no entry: lists, feeds, neighbours and counts all go by `entries`. `rank` says how
    new an article is in the archive (0 is the newest). `entities` holds, by kind and slug, those that a listed article
    names.
    """

    archive: Archive
    settings: Settings
    theme: Theme
    nameplates: Nameplates
    wording: Wording
    site: Addresses
    entries: Mapping[str, Entry]
    rank: Mapping[str, int]
    entities: Mapping[str, Mapping[str, Entity]]
    day_paths: frozenset[str]
    mark: str
    """Stands for what all templates see: the program, the settings, the theme and its words, the nameplates."""

    @property
    def language(self) -> str:
        """The language of the interface (BCP 47)."""
        return self.settings.languages[0] if self.settings.languages else "zh-Hans"

    def language_of(self, article: Article) -> str:
        """The language that marks an article."""
        return language_of(article, self.language)

    def listed(self, ids: Iterable[str]) -> list[Entry]:
        """The entries of `ids`, in their order, without the withheld ones."""
        return [self.entries[id] for id in ids if id in self.entries]

    def size(self, group: Group | Entity) -> int:
        """How many articles the list of a group or an entity holds."""
        return sum(map(self.entries.__contains__, group.articles))

    def newspaper(self, key: str) -> tuple[str, str]:
        """The name and address of a newspaper given by slug or by name; no address where it has no page."""
        group = self.archive.newspapers.get(key)
        return (group.name, group.path) if group else (key, "")

    def called(self, group: Group | Entity) -> str:
        """The full name of a list or an entity as a reader says it: `安阳市文峰区`, not `安阳市/文峰区`."""
        if isinstance(group, Group) and group.kind == "topic":
            return self._in_english(group)[0]
        return group.label.replace("/", "") if group.kind == "district" or isinstance(group, Entity) else group.label

    def sign(self, group: Group | Entity) -> Sign:
        """The list or the entity as a link to it."""
        name, note = self._in_english(group) if isinstance(group, Group) else (group.name, "")
        return Sign(group.kind, group.path, name, self.called(group), note)

    def _in_english(self, group: Group) -> tuple[str, str]:
        """The name and the note of a list; in an English archive the English name of a topic, which is its note, goes first."""
        swapped = group.kind == "topic" and group.note and self.wording.table["language"] == "en"
        return (group.note, group.name) if swapped else (group.name, group.note)

    def sized(self, groups: Iterable[Group | Entity]) -> tuple[tuple[Sign, int], ...]:
        """Lists or entities as links to them, each with the number of its articles."""
        return tuple((self.sign(group), self.size(group)) for group in groups)

    def meant(self, kind: str, slug: str) -> Group | Entity | None:
        """What a name of this kind (person, place, organization, district, city) means, if it has a page."""
        if kind == "district":
            return self.archive.districts.get(slug)
        return self.archive.cities.get(slug) if kind == "city" else self.entities[kind].get(slug)

    def entity_at(self, path: str) -> Entity | None:
        """The person, place or organization whose page has this address; None where it is that of something else."""
        area, _, slug = path.rstrip("/").partition("/")
        return self.entities[_KINDS[area]].get(slug) if area in _KINDS else None

    def page_sign(self, page: Page) -> PageSign:
        """The page as a link to it."""
        return PageSign(page.path, self.page_name(page), len(page.articles))

    def city_of(self, page: Page) -> str:
        """The city a page is about: the one people told, else the one that all its articles name; empty where unsure."""
        slugs = {slug for id in page.articles for slug in self.archive.articles[id].districts}
        cities = {self.archive.districts[slug].parent for slug in slugs}
        only = self.archive.cities.get(cities.pop()) if len(cities) == 1 else None
        return page.city or (only.name if only else "")

    def page_name(self, page: Page) -> str:
        """What a page is called: paper and day; where both are unknown its city and date as far as known, or its file.

        What is inferred is said to be.
        """
        about = "issued" in page.inferred
        day = self.wording.date(page.issued, about) if page.issued else ""
        if page.newspaper or page.date:
            paper = self.newspaper(page.newspaper)[0]
            shown = page.display.replace(page.issued, day, 1) if page.issued else page.display
            return shown.replace(paper, self.wording.paper(paper, "newspaper" in page.inferred), 1)
        known = (self.city_of(page), day)
        return " · ".join(part for part in known if part) or page.display

    def public(self, path: str) -> str:
        """The absolute address of a path, for readers and machines; empty as long as nobody told where the site is."""
        return self.site.absolute(path) if self.settings.address else ""

    def feed_of_all(self) -> FeedLink:
        """The feed of the whole archive."""
        return FeedLink("feed.xml", self.settings.title)

    def page(
        self,
        template: str,
        path: str,
        view: Mapping[str, Any],
        feed: FeedLink | None = None,
        listed: bool = True,
        changed: str = "",
        root: str = "",
    ) -> Sheet:
        """The page at `path`, made of a template and what it shows. Raises UnsafeAddress for a path that may not be.

        The template sees the view, the page's own address, and what is the same for all pages; nothing else, so that the
        sheet's mark tells all that it shows.
        """
        told = {
            **view,
            "here": path,
            "root": root or self.site.root(path),
            "canonical": self.public(path),
            "feeds": [feed, self.feed_of_all()] if feed else [self.feed_of_all()],
        }
        make = partial(self._print, template, told)
        mark = partial(mark_of, self.mark, template, told)
        return Sheet(file_of(path), mark, make, path if listed else None, changed)

    def _print(self, template: str, told: Mapping[str, Any]) -> bytes:
        root = told["root"]
        text = self.theme.templates.get_template(template).render(
            made(told),
            w=self.wording.table,
            wording=self.wording,
            settings=self.settings,
            interface=self.language,
            nameplate=self.nameplates.of.get(""),
            assets={name: asset.file for name, asset in self.theme.assets.items()},
            has=self.site.has,
            absolute=self.public,
            link=_linker(self.site, root),
            url=lambda target: self.site.relative(root, target),
        )
        return text.encode("utf-8")


def prepare(archive: Archive, settings: Settings) -> Edition:
    """Open the theme and make ready what every page needs. Raises CallError when the theme is not to be found."""
    language = settings.languages[0] if settings.languages else "zh-Hans"
    folders, whole = settings.folders, not settings.plain
    theme = open_theme(settings.theme, folders.archive, language, folders.cache, with_guides=whole)
    articles = () if settings.plain else archive.articles.values()  # plain pages make their lines themselves
    shown = [article for article in articles if article.front.withheld is None]
    wording = Wording(theme.words)
    facts = Facts(
        {article.id: _entry(article, archive, wording, language) for article in shown},
        {} if settings.plain else {id: place for place, id in enumerate(_by_arrival(archive))},
        shown_entities(archive, {article.id for article in shown}),
        frozenset(group.path for group in archive.days.values()),
        frozenset() if settings.plain or _can_be_charted(archive) else frozenset(("charts",)),
    )
    return edition_of(archive, settings, theme, facts)


class Facts(NamedTuple):
    """What an edition says of its archive, in its fields of the same names; `without` are areas that it does not have."""

    entries: Mapping[str, Entry]
    rank: Mapping[str, int]
    entities: Mapping[str, Mapping[str, Entity]]
    day_paths: frozenset[str]
    without: frozenset[str]


def edition_of(archive: Archive, settings: Settings, theme: Theme, facts: Facts) -> Edition:
    """The edition of an archive in an open theme, of which the `facts` are known."""
    nameplates = read_nameplates(settings)
    without = facts.without
    return Edition(
        archive,
        settings,
        theme,
        nameplates,
        Wording(theme.words),
        Addresses(settings.address or UNKNOWN_HOST, settings.plain, settings.offline, without),
        *facts[:-1],
        mark_of(
            program_mark(), repr(replace(settings, jobs=0)), theme.mark, sorted(nameplates.bytes_of), sorted(without)
        ),
    )


def _can_be_charted(archive: Archive) -> bool:
    """Whether so many pages have a day that charts have something to show."""
    return sum(1 for page in archive.pages.values() if page.date) >= ENOUGH_FOR_CHARTS


def language_of(article: Article, interface: str) -> str:
    """The language of an article (BCP 47): as its file says, else the interface's, unless Han text says otherwise."""
    if article.front.language:
        return article.front.language
    return "zh" if not interface.startswith("zh") and re.search(r"[\u4e00-\u9fff]", article.display) else interface


def _by_arrival(archive: Archive) -> list[str]:
    """The articles as feeds announce them: by the day they came, newest first; within a day in the archive's order."""

    def day(id: str) -> str:
        read = read_edtf(archive.articles[id].front.added)
        return archive.articles[id].front.added if read is not None and read.whole else ""

    return sorted(archive.news, key=day, reverse=True)


def _entry(article: Article, archive: Archive, wording: Wording, language: str) -> Entry:
    group = archive.newspapers.get(article.newspaper)
    printed = article.front.date or article.front.issued
    paper = wording.paper(group.name if group else article.front.newspaper, "newspaper" in article.inferred)
    page = str(wording.table["page_number"]).format(n=article.front.page) if article.front.page else ""
    own = language_of(article, language)
    return Entry(
        article.id,
        article.path,
        article.display,
        "" if own == language else own,
        " · ".join(part for part in (paper, wording.date(printed, "issued" in article.inferred), page) if part),
        article.front.date,
        _month_of(printed),
        article.position,
    )


def _month_of(printed: str) -> str:
    read = read_edtf(printed)
    return "" if read is None else f"{read.year:04}-{read.month:02}" if read.month else f"{read.year:04}"


def _linker(site: Addresses, root: str) -> Any:
    """`link(path, text)` for templates: a link, or the bare text where the address is not published or not known."""

    def link(path: str, text: str, language: str = "") -> Markup:
        if not path or not site.has(path):
            return escape(text)
        lang = f' lang="{escape(language)}"' if language else ""
        return Markup(f'<a href="{escape(site.relative(root, path))}"{lang}>{escape(text)}</a>')

    return link
