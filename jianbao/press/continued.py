"""下转, 上接: an article that goes on on other pages. Its first part shows the whole, and all parts are cited as one."""

from __future__ import annotations

from typing import TypeAlias

from markupsafe import Markup

from jianbao.archive.model import Article
from jianbao.frozen import frozen
from jianbao.press.edition import Edition, Entry
from jianbao.press.names_in_text import NameLink
from jianbao.press.pictures import Plate, hang, of_captions
from jianbao.press.sheet import Late, late
from jianbao.press.slip import Box, Sureness, fill_slip
from jianbao.press.typeset import set_linked_body

_Row: TypeAlias = tuple[Entry, Box, str, str, tuple[NameLink, ...], Late]


@frozen
class Part:
    """A further part as the first one's page shows it: on which page it stands, its text as HTML, and its captions."""

    entry: Entry
    page: Box
    text: Markup
    plates: list[Plate]


@frozen
class Origin:
    """The first part, to which the page of a later part leads, and the page it stands on."""

    entry: Entry
    page: Box


def parts_of(edition: Edition, article: Article) -> list[Article]:
    """All parts of an article that may be shown, from the first; the article alone where it stands whole."""
    parts = [edition.archive.articles[id] for id in article.continued if id in edition.entries]
    return parts if article in parts else [article]


def further_parts(edition: Edition, article: Article) -> list[Article]:
    """The parts that the page of an article shows besides its own text: all further ones on the page of the first."""
    first, *rest = parts_of(edition, article)
    return rest if first is article else []


def as_parts(edition: Edition, articles: list[Article], names: list[tuple[NameLink, ...]], lost: str) -> Late | None:
    """Further parts as the page of the first shows them, with their names; None where the article stands whole.

    Their paragraphs have ids on their own pages only.
    """
    if not articles:
        return None
    rows = [
        (
            edition.entries[one.id],
            page_box(edition, one),
            one.body,
            one.plain,
            linked,
            hang(of_captions(edition, one), False),
        )
        for one, linked in zip(articles, names, strict=True)
    ]
    return late(_set_parts, rows, lost)


def _set_parts(rows: list[_Row], lost: str) -> list[Part]:
    return [
        Part(entry, page, set_linked_body(body, lost, plain, names, False), plates.make())
        for entry, page, body, plain, names, plates in rows
    ]


def origin_of(edition: Edition, article: Article) -> Origin | None:
    """Where an article goes on from; None for one that stands whole, and for the first part."""
    first = parts_of(edition, article)[0]
    return None if first is article else Origin(edition.entries[first.id], page_box(edition, first))


def page_box(edition: Edition, article: Article) -> Box:
    """The page on which a part stands, as its slip has it; by the name of the whole page where its number is not known."""
    page = edition.archive.pages.get(article.page)
    box = fill_slip(edition, page, article).page
    return Box(edition.page_name(page), box.path, Sureness.KNOWN) if page and not box.text else box


def printed_pages(edition: Edition, article: Article) -> str:
    """The numbers of the pages on which the article stands, all its parts together: `1`, `1, 4`; as far as known."""
    numbers = (part.front.page for part in parts_of(edition, article))
    return ", ".join(dict.fromkeys(number for number in numbers if number))
