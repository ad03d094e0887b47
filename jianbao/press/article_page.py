"""/a/PAGEID/NN/: an article with its source slip, or, when it is withheld, the stone that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import groupby

from jianbao.archive.model import Article, Group, Page
from jianbao.frozen import frozen
from jianbao.press.article_links import first_mentions, name_lists, related, same_day, same_page
from jianbao.press.citation import cite, cite_apa, json_ld, meta_tags
from jianbao.press.continued import as_parts, further_parts, origin_of, page_box
from jianbao.press.corrections import marked
from jianbao.press.docket import Job
from jianbao.press.edition import Edition, Entry, FeedLink
from jianbao.press.line_anchors import first_lines
from jianbao.press.pictures import hang, of_captions, of_page
from jianbao.press.reading_record import losses_of
from jianbao.press.sheet import Sheet, late
from jianbao.press.signature import sign
from jianbao.press.slip import Slip, fill_slip
from jianbao.press.spine import Spine, draw_spine
from jianbao.press.stubs import Stubs
from jianbao.press.typeset import set_headline, set_linked_body


@frozen
class ByLine:
    """The names of one role in the by-line: the role in words, then (name, address or nothing)."""

    role: str
    names: tuple[tuple[str, str], ...]


@frozen
class OnPage:
    """The newspaper page of articles (None where nobody put them on one), its spine, and their first raw lines by id."""

    page: Page | None
    spine: Spine
    first_lines: Mapping[str, int]


def article_sheets(edition: Edition, articles: Iterable[Article] | None = None) -> Iterator[Sheet]:
    """The pages of articles (all of the archive)."""
    for job in article_jobs(
        edition, Stubs(edition), edition.archive.articles.values() if articles is None else articles
    ):
        yield from job.sheets()


def article_jobs(edition: Edition, stubs: Stubs, articles: Iterable[Article]) -> Iterator[Job]:
    """The same as jobs, page by page, so that a page's spine is drawn once."""
    for page_id, of_page_id in groupby(articles, key=lambda article: article.page):
        on_page = cache(partial(_on_page, edition, edition.archive.pages.get(page_id)))
        for article in of_page_id:
            yield Job(
                article.path, partial(_docket, edition, stubs, article), partial(_sheet, edition, article, on_page)
            )


def _docket(edition: Edition, stubs: Stubs, article: Article) -> bytes:
    near = filter(None, (_neighbour(edition, article, way) for way in ("previous", "next")))
    return stubs.docket(
        *stubs.told_whole(article.id), stubs.lines(entry.id for entry in near), [*map(stubs.whole, article.continued)]
    )


def _on_page(edition: Edition, page: Page | None) -> OnPage:
    spine = draw_spine(page, edition.archive.articles) if page else Spine((), ())
    return OnPage(page, spine, first_lines(edition, page))


def _sheet(edition: Edition, article: Article, on_page: Callable[[], OnPage]) -> list[Sheet]:
    return [_tombstone(edition, article) if article.front.withheld else _article(edition, article, on_page())]


def _tombstone(edition: Edition, article: Article) -> Sheet:
    return edition.page("withheld.html", article.path, {"withheld": article.front.withheld}, listed=False)


def _article(edition: Edition, article: Article, on_page: OnPage) -> Sheet:
    page, first_line = on_page.page, on_page.first_lines.get(article.id, 0)
    lost, said = edition.wording.table["lost"], edition.wording.table["article"]["corrected_here"]
    archive, root = edition.archive, edition.site.root(article.path)
    districts = [archive.districts[slug] for slug in article.districts]
    further = further_parts(edition, article)
    own, *others = first_mentions(edition, [article, *further], root)
    names = marked(own, article.corrections, article.plain, said)
    captions = of_captions(edition, article)
    image = next((held for _, held in captions if held), None) or (of_page(edition, page) if page else None)
    view = {
        "front": article.front,
        "display": article.display,
        "summary": article.summary,
        "keywords": article.keywords,
        "language": edition.language_of(article),
        "page": edition.page_sign(page) if page else None,
        "slip": _slip(edition, page, article, further),
        "band": on_page.spine.outline_of(article.id),
        "headline": late(set_headline, article.display, lost),
        "bylines": list(_bylines(edition, article)),
        "body": late(set_linked_body, article.body, lost, article.plain, names),
        "plates": hang(captions),
        "pictured": any(held for _, held in captions),
        "image": edition.public(image.path) if image else "",
        "origin": origin_of(edition, article),
        "further": as_parts(edition, further, others, lost),
        "related": related(edition, article),
        "names": name_lists(edition, article),
        "series": [edition.sign(archive.series[slug]) for slug in article.series if slug in archive.series],
        "same_day": same_day(edition, article),
        "districts": [edition.sign(group) for group in districts],
        "topics": [edition.sign(archive.topics[slug]) for slug in article.topics],
        "previous": _neighbour(edition, article, "previous"),
        "next": _neighbour(edition, article, "next"),
        "same_page": same_page(edition, article, page),
        "signature": sign(edition, article, page, first_line),
        "lost": any(losses_of(one) for one in (article, *further)),
        "corrections": article.corrections,
        "citations": [("GB/T 7714", cite(edition, article)), ("APA", cite_apa(edition, article))],
        "meta": list(meta_tags(edition, article)),
        "json_ld": json_ld(edition, article, page, image.path if image else ""),
    }
    return edition.page("article.html", article.path, view, feed=_feed(edition, districts), changed=_changed(article))


def _slip(edition: Edition, page: Page | None, article: Article, further: list[Article]) -> Slip:
    return replace(fill_slip(edition, page, article), further=tuple(page_box(edition, one) for one in further))


def _bylines(edition: Edition, article: Article) -> Iterator[ByLine]:
    reporters = {
        edition.archive.reporters[slug].name: edition.archive.reporters[slug].path for slug in article.reporters
    }
    for role, authors in groupby(article.front.authors, key=lambda author: author.role):
        names = tuple((author.name, reporters.get(author.name, "")) for author in authors)
        yield ByLine(edition.wording.name("roles", role), names)


def _neighbour(edition: Edition, article: Article, way: str) -> Entry | None:
    """The nearest article before or after that may be shown; withheld ones are passed over."""
    near = edition.archive.articles.get(getattr(article, way))
    while near is not None and near.id not in edition.entries:
        near = edition.archive.articles.get(getattr(near, way))
    return edition.entries[near.id] if near else None


def _feed(edition: Edition, districts: list[Group]) -> FeedLink | None:
    return FeedLink(districts[0].path + "feed.xml", edition.called(districts[0])) if districts else None


def _changed(article: Article) -> str:
    """The last day on which the archive knows that the article came or was looked through."""
    return max((article.front.added, *(check.on for check in article.front.proofread)))
