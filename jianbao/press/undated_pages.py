"""/dates/undated/: the pages whose day is not known, in the order of what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from jianbao.archive.model import Page
from jianbao.frozen import frozen
from jianbao.press.edition import Edition, Entry, PageSign
from jianbao.press.paging import leaves
from jianbao.press.sheet import Sheet


@frozen
class Undated:
    """A page: its link, what is known of its day (in words), its raw file, its number of articles and the first of them."""

    sign: PageSign
    known: str
    file: str
    size: int
    first: Entry | None


def undated_sheets(edition: Edition) -> Iterator[Sheet]:
    """/dates/undated/, earliest first; pages of which nothing is known at the end."""
    pages = [edition.archive.pages[id] for id in edition.archive.undated]
    pages.sort(key=lambda page: (not page.issued, page.issued))
    for leaf in leaves("dates/undated/", pages):
        lines = (_undated(edition, page) for page in leaf.lines)
        months = [(known, list(run)) for known, run in groupby(lines, key=lambda one: one.known)]
        view = {"leaf": leaf.bare(), "months": months, "size": len(pages)}
        yield edition.page("undated.html", leaf.path, view)


def _undated(edition: Edition, page: Page) -> Undated:
    entries = edition.listed(page.articles)
    known = edition.wording.date(page.issued, "issued" in page.inferred) if page.issued else ""
    file = page.file or page.id
    return Undated(edition.page_sign(page), known, file, len(entries), entries[0] if entries else None)
