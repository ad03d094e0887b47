"""存根, stubs: what articles, pages, lists and entities show of themselves on the sheets of others, each in a few bytes.

Dockets are made of them. A stub is made once in an edition, when it is asked for first, by every process for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, starmap
from operator import attrgetter

from jianbao.archive.model import Article, Entity, Group, Named, Page
from jianbao.press.docket import docket_of, teller
from jianbao.press.edition import Edition
from jianbao.press.pictures import Picture, of_captions, of_page
from jianbao.press.printed_date import read_edtf

Stub = bytes
NOTHING: Stub = docket_of()
"""The stub of what is not there, or may not be shown."""

_own = teller(
    Article, "id", "path", "front", "body", "display", "summary", "plain", "previous", "next", "digest", "people", "places",
    "organizations", "number",
)  # fmt: skip
"""What no other stub tells of an article; what its file says is told by its digest."""
_whole_page = teller(Page, "lines")
_whole_entity = teller(Entity)
_whole_group = teller(Group)
_meaning = attrgetter("kind", "slug")
_signed = attrgetter("name", "role")
_ADDRESS = Named._fields.index("path")
_said = attrgetter("title", "issued", "date", "newspaper", "page", "page_name", "language")


class Stubs:
    """The stubs of an edition, by the keys of the archive.

    `line` is an article as a line of a list; `text` what pages beside its own show of its text, with who and what appears in
    it; `facts` what a record of it tells, and `whole` the article with all its links. `page` is a newspaper page with all
    that stands on it, `day` whether a day has a page.
    """

    def __init__(self, edition: Edition, texts: Mapping[str, Stub] | None = None) -> None:
        """Nothing is told yet but the stubs of `texts`, by id, that are known."""
        self._edition, self._texts = edition, texts or {}
        self._signs: dict[tuple[str, str], Stub] = {}
        self.line: Callable[[str], Stub] = cache(self._line)
        self.text: Callable[[str], Stub] = cache(self._text)
        self.whole: Callable[[str], Stub] = cache(lambda id: docket_of(*self.told_whole(id)))
        self.facts: Callable[[str], Stub] = cache(self._facts)
        self.page: Callable[[str], Stub] = cache(self._page)
        self.day: Callable[[str], bool] = cache(self._day)
        self._meant: Callable[[str, str], Stub] = cache(lambda kind, slug: self.sign(edition.meant(kind, slug)))
        self._at: Callable[[str], Stub] = cache(lambda path: self.sign(edition.entity_at(path)))
        self._districts: Callable[[tuple[str, ...]], Stub] = cache(self._districts_of)
        self._topics: Callable[[tuple[str, ...]], Stub] = cache(self._topics_of)

    def make_ready(self) -> None:
        """Tell what all processes will ask for, before there are several: it is not told by each of them then."""
        for id in self._edition.archive.articles:
            self.text(id)

    def docket(self, *of: object) -> bytes:
        """The docket of a job made of these, and of what is the same for the whole edition."""
        return docket_of(self._edition.mark, *of)

    def lines(self, ids: Iterable[str]) -> Stub:
        """The lines of these articles."""
        return b"".join(map(self.line, ids))

    def sign(self, one: Group | Entity | None) -> Stub:
        """A list or an entity as what leads to it."""
        if one is None:
            return NOTHING
        key = one.kind, one.slug
        if key not in self._signs:
            rest = (one.public, one.sort) if isinstance(one, Entity) else (one.note,)
            self._signs[key] = docket_of(*key, one.path, one.name, one.label, one.parent, *rest)
        return self._signs[key]

    def sized(self, one: Group | Entity | None) -> Stub:
        """The same with the number of its articles."""
        return NOTHING if one is None else docket_of(self.sign(one), self._edition.size(one))

    def signs(self, names: Iterable[tuple[str, str]]) -> Stub:
        """What these kinds and slugs mean, as far as it has a page."""
        return b"".join(starmap(self._meant, names))

    def group(self, group: Group) -> Stub:
        """A list with the lines of its articles."""
        return docket_of(_whole_group(group), self.lines(group.articles))

    def told_entity(self, one: Entity) -> tuple[object, ...]:
        """An entity with all that is told of it, and with the articles that name it, as a docket takes it."""
        texts = [post.article for post in one.posts]
        return _whole_entity(one), b"".join(map(self.text, chain(one.articles, texts)))

    def _line(self, id: str) -> Stub:
        entry = self._edition.entries.get(id)
        return docket_of(tuple(entry)) if entry else NOTHING

    def _text(self, id: str) -> Stub:
        return self._texts.get(id) or self._new_text(id)

    def _new_text(self, id: str) -> Stub:
        article = self._edition.archive.articles.get(id)
        if article is None:
            return NOTHING
        front = article.front
        families = article.people, article.places, article.organizations
        named = list(chain.from_iterable(chain.from_iterable(families)))  # each has as many fields as the next one
        return docket_of(
            self.line(id),
            article.digest,
            (front.kind, front.added, article.summary, article.edited, article.inferred),
            list(map(_signed, front.authors)),
            self._districts(article.districts),
            self._topics(article.topics),
            named,
            list(map(len, families)),
            b"".join(map(self._at, named[_ADDRESS :: len(Named._fields)])),
        )

    def _districts_of(self, slugs: tuple[str, ...]) -> Stub:
        """Districts and their cities."""
        archive = self._edition.archive
        districts = [archive.districts[slug] for slug in slugs]
        return b"".join(map(self.sign, chain(districts, (archive.cities.get(one.parent) for one in districts))))

    def _topics_of(self, slugs: tuple[str, ...]) -> Stub:
        return b"".join(map(self.sign, map(self._edition.archive.topics.get, slugs)))

    def told_whole(self, id: str) -> tuple[object, ...]:
        """An article with all its links, as a docket takes it: what it is, and what its links lead to."""
        archive, article = self._edition.archive, self._edition.archive.articles[id]
        papers = (archive.newspapers.get(key) for key in (article.newspaper, article.front.newspaper))
        return (
            _own(article),
            self.text(id),
            self.page(article.page),
            self.lines(chain((one.article for one in article.related), article.on_this_day)),
            self.signs(map(_meaning, article.mentions)),
            b"".join(map(self.sign, chain(papers, self._lists(article)))),
            [self.day(day) for day in (article.front.date, article.front.issued)],
            self._posts(article),
            [picture and tuple(picture) for picture in self._pictures(article)],
        )

    def _facts(self, id: str) -> Stub:
        article = self._edition.archive.articles[id]
        front, papers = article.front, self._edition.archive.newspapers
        entries, series = self._edition.entries, self._edition.archive.series
        paper = papers.get(article.newspaper or front.newspaper)
        return docket_of(
            self.text(id),
            _said(front),
            article.newspaper,
            paper and paper.name,
            article.page,
            article.keywords,
            [tuple(one) for one in article.related if one.article in entries],
            [one for one in article.continued if one in entries],
            [series[slug].name for slug in article.series if slug in series],
        )

    def _lists(self, article: Article) -> Iterator[Group | None]:
        """The by-lines and series of an article."""
        archive = self._edition.archive
        yield from map(archive.reporters.get, article.reporters)
        yield from map(archive.series.get, article.series)

    def _pictures(self, article: Article) -> list[Picture | None]:
        """The pictures of its captions as they stand in their folders."""
        named = any(caption.image for caption in article.front.captions)
        return [picture for _, picture in of_captions(self._edition, article)] if named else []

    def _page(self, id: str) -> Stub:
        page = self._edition.archive.pages.get(id)
        if page is None:
            return NOTHING
        picture = of_page(self._edition, page)
        return docket_of(
            _whole_page(page),
            b"".join(map(self.text, page.articles)),
            self.sign(self._edition.archive.newspapers.get(page.newspaper)),
            [self.day(day) for day in (page.date, page.issued)],
            picture and tuple(picture),
        )

    def _posts(self, article: Article) -> list[tuple[str, list[str]]]:
        """(address of the person, words) of the posts that the article tells."""
        people = filter(None, map(self._edition.entity_at, [one.path for one in article.people]))
        return [(one.path, [post.words for post in one.posts if post.article == article.id]) for one in people]

    def _day(self, printed: str) -> bool:
        read = read_edtf(printed)
        return bool(read and f"dates/{read.year:04}/{read.month:02}/{read.day:02}/" in self._edition.day_paths)
