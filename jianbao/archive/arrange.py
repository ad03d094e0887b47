"""The archive in order: its pages as they came out, the articles of each as printed, and what may be shown of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jianbao.archive.order import newest_first
from jianbao.archive.pages import facts_of, page_of, page_rank, printed_order
from jianbao.archive.read_many import Held
from jianbao.archive.texts import Text, text_of
from jianbao.content.article import FrontMatter
from jianbao.frozen import frozen

if TYPE_CHECKING:
    from jianbao.archive.read_pages import HeldPage


@frozen
class Arranged:
    """All mappings are in the order of the archive: by page, then as printed."""

    printed: Mapping[str, tuple[str, ...]]
    """The article ids of each page, by page id. A page may have no articles."""
    held: Mapping[str, HeldPage]
    """The records of the pages that have one, by page id."""
    facts: Mapping[str, Mapping[str, str]]
    """The facts of each page by page id, under the names of the columns of pages.csv."""
    texts: Mapping[str, Text]
    """What may be shown of each article, by id."""

    @property
    def listed(self) -> dict[str, FrontMatter]:
        """The facts of the articles that lists, feeds and neighbours may name: those that are not withheld."""
        return {id: text.front for id, text in self.texts.items() if not text.front.withheld}

    @property
    def newest(self) -> dict[str, FrontMatter]:
        """The same, newest print first."""
        listed = self.listed
        return {id: listed[id] for id in newest_first(listed)}


def arrange(articles: Mapping[str, Held], pages: tuple[HeldPage, ...], *, plain: bool = False) -> Arranged:
    """Put the articles to their pages and both into the order of the archive.

    In a `plain` archive only articles without a title have their text without markup, by which they are called.
    """
    held = {page.record.id: page for page in reversed(pages)}
    texts = {id: text_of(one, untold=plain and bool(one.article.front.title)) for id, one in articles.items()}
    on_page: dict[str, list[str]] = {id: [] for id in held}
    for id in texts:
        on_page.setdefault(page_of(id), []).append(id)
    facts = {page: facts_of(held.get(page), [texts[id].front for id in ids]) for page, ids in on_page.items()}
    places = {id: (page.record.raw_file, page.record.lines_before) for id, page in held.items()}
    in_order = sorted(on_page, key=lambda page: (page_rank(*places.get(page, ("", 0)), facts[page]), page))
    printed = {page: printed_order(held.get(page), on_page[page]) for page in in_order}
    return Arranged(printed, held, facts, {id: texts[id] for ids in printed.values() for id in ids})
