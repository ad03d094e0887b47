"""/p/PAGEID/: a newspaper page as read: its facts, its articles as printed, its furniture, every raw line and its fate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from jianbao.archive.model import Article, Page, RawLine
from jianbao.press.addresses import is_web
from jianbao.press.edition import Edition, Entry, PageSign
from jianbao.press.reading_record import balance_of, numbers_of
from jianbao.press.sheet import Sheet
from jianbao.press.slip import fill_slip
from jianbao.press.spine import article_looks, draw_spine


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a line, or of a part of it: an article by its number on the page, or a kind of furniture."""

    look: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A raw line as the page shows it; `text` is empty where it belongs to a withheld article."""

    number: int
    text: str
    fates: tuple[Fate, ...]
    hidden: bool
    language: str


@dataclass(frozen=True, slots=True)
class Contents:
    """A line of the page's contents; of a withheld article nothing but the address. `first` is its first raw line."""

    path: str
    entry: Entry | None
    summary: str
    kind: str
    people: str
    first: int


def page_sheets(edition: Edition) -> Iterator[Sheet]:
    """The pages of all newspaper pages."""
    for page in edition.archive.pages.values():
        yield _page(edition, page)


def _page(edition: Edition, page: Page) -> Sheet:
    articles = edition.archive.articles
    firsts = _first_lines(page)
    lines = list(_lines(edition, page))
    shown = {line.number for line in lines}
    view = {
        "page": replace(page, lines=()),  # they are shown with their fates
        "name": edition.page_name(page),
        "raw_name": "" if page.newspaper or page.date else page.display,
        "slip": fill_slip(edition, page),
        "spine": draw_spine(page, articles),
        "articles": [_contents(edition, articles[id], firsts.get(id, 0)) for id in page.articles if id in articles],
        "furniture": [
            (edition.wording.name("furniture", kind), text) for kind, text in _shown_furniture(edition, page)
        ],
        "balance": balance_of(page),
        "numbers": numbers_of(edition.wording, page.edits, page.losses),
        "lines": lines,
        "doubts": [(doubt, doubt.line in shown) for doubt in page.doubts],
        "source_url": page.source_url if is_web(page.source_url) else "",
        "previous": _sign(edition, page.previous),
        "next": _sign(edition, page.next),
    }
    return edition.page("page.html", page.path, view)


def _contents(edition: Edition, article: Article, first: int) -> Contents:
    if article.id not in edition.entries:
        return Contents(article.path, None, "", "", "", 0)
    return Contents(
        article.path, edition.entries[article.id], article.summary, article.front.kind, _people(article), first
    )


def _sign(edition: Edition, id: str) -> PageSign | None:
    page = edition.archive.pages.get(id)
    return edition.page_sign(page) if page else None


def _first_lines(page: Page) -> dict[str, int]:
    """The number of the first raw line of every article."""
    return {fate: line.number for line in reversed(page.lines) if line.text.strip() for fate in line.fates}


def _people(article: Article) -> str:
    return " ".join(dict.fromkeys(author.name for author in article.front.authors))


def _shown_furniture(edition: Edition, page: Page) -> tuple[tuple[str, str], ...]:
    """The furniture, without what repeats a withheld article."""
    withheld = any(id not in edition.entries for id in page.articles)
    return tuple((kind, text) for kind, text in page.furniture if not (withheld and kind == "duplicate"))


def _lines(edition: Edition, page: Page) -> Iterator[ShownLine]:
    fates = _article_fates(edition, page)
    for line in page.lines:
        if line.text.strip():
            yield _line(edition, line, fates)


def _line(edition: Edition, line: RawLine, fates: Mapping[str, Fate]) -> ShownLine:
    shown = tuple(
        fates.get(fate) or Fate("furniture", edition.wording.name("furniture", fate), "") for fate in line.fates
    )
    hidden = any(_withheld(edition, fate) for fate in line.fates)
    owner = edition.entries.get(line.fates[0]) if line.fates else None
    return ShownLine(line.number, "" if hidden else line.text, shown, hidden, owner.language if owner else "")


def _withheld(edition: Edition, fate: str) -> bool:
    return fate in edition.archive.articles and fate not in edition.entries


def _article_fates(edition: Edition, page: Page) -> dict[str, Fate]:
    looks = article_looks(page, edition.archive.articles)
    return {
        id: Fate(look, str(place), edition.archive.articles[id].path)
        for place, (id, look) in enumerate(looks.items(), start=1)
    }
