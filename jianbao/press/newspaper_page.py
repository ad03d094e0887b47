"""/p/PAGEID/: a newspaper page as it was read: its facts and its articles, every raw line beside what was read of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from jianbao.archive.evidence import fetch_evidence
from jianbao.archive.model import Article, Page
from jianbao.frozen import frozen
from jianbao.press.addresses import is_web
from jianbao.press.collation.collate import Collation, collate
from jianbao.press.collation.desk import Face
from jianbao.press.docket import Job
from jianbao.press.edition import Edition, Entry, PageSign
from jianbao.press.line_anchors import first_lines
from jianbao.press.pictures import measured, of_page
from jianbao.press.reading_record import balance_of, numbers_of
from jianbao.press.sheet import Late, Sheet, late, mark_of
from jianbao.press.slip import fill_slip
from jianbao.press.spine import article_looks
from jianbao.press.stubs import Stubs


@frozen
class Contents:
    """A line of the page's contents; of a withheld article nothing but the address. `first` is its first raw line."""

    path: str
    entry: Entry | None
    kind: str
    people: str
    first: int


def page_jobs(edition: Edition, stubs: Stubs, pages: Iterable[Page]) -> Iterator[Job]:
    """The pages of newspaper pages."""
    for page in pages:
        yield Job(page.path, partial(_docket, stubs, page), partial(_sheet, edition, page))


def _docket(stubs: Stubs, page: Page) -> bytes:
    return stubs.docket(*map(stubs.page, (page.id, page.previous, page.next)))


def _sheet(edition: Edition, page: Page) -> list[Sheet]:
    return [_page(edition, page)]


def _page(edition: Edition, page: Page) -> Sheet:
    articles = edition.archive.articles
    firsts = first_lines(edition, page)
    shown = {line.number for line in page.lines if line.text.strip() and edition.settings.raw_lines}
    view = {
        "page": replace(page, lines=()),  # they are shown with what was read of them
        "name": edition.page_name(page),
        "raw_name": "" if page.newspaper or page.date else page.display,
        "slip": fill_slip(edition, page),
        "articles": [_contents(edition, articles[id], firsts.get(id, 0)) for id in page.articles if id in articles],
        "furniture": [
            (edition.wording.name("furniture", kind), text) for kind, text in _shown_furniture(edition, page)
        ],
        "balance": balance_of(page),
        "numbers": numbers_of(edition.wording, page.edits, page.losses),
        "collation": _collation(edition, page) if edition.settings.raw_lines else None,
        "doubts": [(doubt, doubt.line in shown) for doubt in page.doubts],
        "scan": _scan(edition, page),
        "scan_url": page.image if is_web(page.image) else "",
        "source_url": page.source_url if is_web(page.source_url) else "",
        "previous": _sign(edition, page.previous),
        "next": _sign(edition, page.next),
    }
    return edition.page("page.html", page.path, view)


def _scan(edition: Edition, page: Page) -> Late | None:
    """The picture of the whole page; its size is read when the sheet is printed."""
    held = of_page(edition, page)
    return late(measured, held, edition.page_name(page)) if held else None


def _collation(edition: Edition, page: Page) -> Late:
    """The page as read: its ledger is fetched when the sheet is printed. The page's digest tells what stands in it."""
    faces = _faces(edition, page)
    return Late(mark_of("collation", page.digest, faces), partial(_collate, edition, page, faces))


def _collate(edition: Edition, page: Page, faces: Mapping[str, Face]) -> Collation | None:
    """None where no record of the reading exists."""
    evidence = fetch_evidence(edition.settings.folders.content, page.folder) if page.folder else None
    if not evidence or not evidence.lines:
        return None
    return collate(evidence, faces, page.doubts, page.lines_before, edition.wording)


def _faces(edition: Edition, page: Page) -> dict[str, Face]:
    looks, root = article_looks(page, edition.archive.articles), edition.site.root(page.path)
    return {id: _face(edition, id, place, look, root) for place, (id, look) in enumerate(looks.items(), start=1)}


def _face(edition: Edition, id: str, place: int, look: str, root: str) -> Face:
    article, entry = edition.archive.articles[id], edition.entries.get(id)
    href = edition.site.relative(root, article.path)
    if entry is None:
        return Face(id, place, look, href, withheld=True)
    return Face(id, place, look, href, entry.display, entry.language, edited=article.edited)


def _contents(edition: Edition, article: Article, first: int) -> Contents:
    if article.id not in edition.entries:
        return Contents(article.path, None, "", "", 0)
    return Contents(article.path, edition.entries[article.id], article.front.kind, _people(article), first)


def _sign(edition: Edition, id: str) -> PageSign | None:
    page = edition.archive.pages.get(id)
    return edition.page_sign(page) if page else None


def _people(article: Article) -> str:
    return " ".join(dict.fromkeys(author.name for author in article.front.authors))


def _shown_furniture(edition: Edition, page: Page) -> tuple[tuple[str, str], ...]:
    """The furniture, without what repeats a withheld article."""
    withheld = any(id not in edition.entries for id in page.articles)
    return tuple((kind, text) for kind, text in page.furniture if not (withheld and kind == "duplicate"))
