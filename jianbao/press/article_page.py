"""/a/PAGEID/NN/: an article with its source slip, or, when it is withheld, the stone that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import quote

from jianbao.archive.model import Article, Group, Page
from jianbao.press.article_links import name_lists, names_in_text, related, same_day
from jianbao.press.citation import cite, cite_apa, json_ld, meta_tags
from jianbao.press.continued import as_parts, further_parts, origin_of, page_box, set_parts
from jianbao.press.edition import Edition, Entry, FeedLink
from jianbao.press.reading_record import losses_of, numbers_of
from jianbao.press.sheet import Sheet, late
from jianbao.press.slip import Slip, fill_slip
from jianbao.press.spine import Spine, draw_spine
from jianbao.press.typeset import set_headline, set_linked_body

NEIGHBOURS = 10
"""So many articles of the same page are listed beside one; the page itself lists them all."""


@dataclass(frozen=True, slots=True)
class ByLine:
    """The names of one role in the by-line: the role in words, then (name, address or nothing)."""

    role: str
    names: tuple[tuple[str, str], ...]


def article_sheets(edition: Edition, articles: Iterable[Article] | None = None) -> Iterator[Sheet]:
    """The pages of articles (all of the archive), page by page, so that a page's spine is drawn once."""
    wanted = edition.archive.articles.values() if articles is None else articles
    by_page = groupby(wanted, key=lambda article: article.page)
    for page_id, articles in by_page:
        page = edition.archive.pages.get(page_id)
        spine = draw_spine(page, edition.archive.articles) if page else Spine((), ())
        for article in articles:
            yield _tombstone(edition, article) if article.front.withheld else _article(edition, article, page, spine)


def _tombstone(edition: Edition, article: Article) -> Sheet:
    return edition.page("withheld.html", article.path, {"withheld": article.front.withheld}, listed=False)


def _article(edition: Edition, article: Article, page: Page | None, spine: Spine) -> Sheet:
    lost = edition.wording.table["lost"]
    archive, root = edition.archive, edition.site.root(article.path)
    districts = [archive.districts[slug] for slug in article.districts]
    further = further_parts(edition, article)
    bodies = [(one.body, one.plain, names_in_text(edition, one, root)) for one in further]
    view = {
        "front": article.front,
        "display": article.display,
        "summary": article.summary,
        "keywords": article.keywords,
        "position": article.position,
        "edited": article.edited,
        "language": edition.language_of(article),
        "page": edition.page_sign(page) if page else None,
        "slip": _slip(edition, page, article, further),
        "band": spine.outline_of(article.id),
        "headline": late(set_headline, article.display, lost),
        "bylines": list(_bylines(edition, article)),
        "body": late(set_linked_body, article.body, lost, article.plain, names_in_text(edition, article, root)),
        "captions": [caption for caption in article.front.captions if caption.text or caption.credit],
        "origin": origin_of(edition, article),
        "further": as_parts(edition, further),
        "further_bodies": late(set_parts, bodies, lost) if further else (),
        "related": related(edition, article),
        "names": name_lists(edition, article),
        "series": [edition.sign(archive.series[slug]) for slug in article.series if slug in archive.series],
        "same_day": same_day(edition, article),
        "districts": [edition.sign(group) for group in districts],
        "topics": [edition.sign(archive.topics[slug]) for slug in article.topics],
        "previous": _neighbour(edition, article, "previous"),
        "next": _neighbour(edition, article, "next"),
        "id": article.id,
        "siblings": _siblings(edition, article, page),
        "numbers": numbers_of(edition.wording, article.edits, losses_of(article)) if page else [],
        "corrections": article.corrections,
        "edit": _edit_address(edition, article),
        "citations": [("GB/T 7714", cite(edition, article)), ("APA", cite_apa(edition, article))],
        "meta": list(meta_tags(edition, article)),
        "json_ld": json_ld(edition, article, page),
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


def _siblings(edition: Edition, article: Article, page: Page | None) -> list[Entry]:
    ids = [id for id in (page.articles if page else ()) if id in edition.entries]
    at = ids.index(article.id) if article.id in ids else 0
    first = max(0, min(at - NEIGHBOURS // 2, len(ids) - NEIGHBOURS))
    return edition.listed(ids[first : first + NEIGHBOURS])


def _edit_address(edition: Edition, article: Article) -> str:
    return edition.settings.edit_url.replace("{file}", quote(article.file))


def _feed(edition: Edition, districts: list[Group]) -> FeedLink | None:
    return FeedLink(districts[0].path + "feed.xml", edition.called(districts[0])) if districts else None


def _changed(article: Article) -> str:
    """The last day on which the archive knows that the article came or was looked through."""
    return max((article.front.added, *(check.on for check in article.front.proofread)))
