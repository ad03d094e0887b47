"""/about/: what the archive holds, how complete it is, how far it can be trusted, and how to use it, in two languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from jianbao.archive.model import Page
from jianbao.frozen import frozen
from jianbao.press.edition import Edition, FeedLink
from jianbao.press.front_page import counts
from jianbao.press.printed_date import read_edtf
from jianbao.press.sheet import Sheet
from jianbao.press.subscriptions import FILE, feeds_by_area
from jianbao.press.tally import Tally

FEEDS = 200
"""A kind with more feeds than this is not listed: its index leads to each of them, and one file has them all."""


class Figure(NamedTuple):
    """A number of the archive under its key in the theme's words; `share` is what part it is of a whole, in words."""

    key: str
    number: int
    share: str = ""


@frozen
class AboutFacts:
    """What the page says of the archive as a whole, however its texts read: its years, its pages and names, its feeds."""

    span: tuple[str, str]
    holdings: tuple[Figure, ...]
    feeds_by_area: tuple[tuple[str, tuple[FeedLink, ...]], ...]


def about_facts(edition: Edition, told: Tally) -> AboutFacts:
    """Gathered from the whole archive."""
    feeds = tuple((area, tuple(links)) for area, links in feeds_by_area(edition) if len(links) <= FEEDS)
    return AboutFacts(_span(edition), tuple(_holdings(edition, told)), feeds)


def about_page(edition: Edition, facts: AboutFacts, told: Tally) -> Sheet:
    """The page at /about/."""
    view = {
        "counts": counts(edition, told),
        "span": facts.span,
        "holdings": facts.holdings,
        "trust": list(_trust(edition, told)),
        "feeds_by_area": facts.feeds_by_area,
        "opml": FILE,
        "newspapers": edition.settings.newspapers,
        "guides": [_guide(edition, dict(guide)) for guide in edition.theme.guides],
    }
    return edition.page("about.html", "about/", view)


def _span(edition: Edition) -> tuple[str, str]:
    """The first and the last year of print that is known."""
    years = [entry.year for entry in edition.entries.values() if entry.year]
    return (min(years), max(years)) if years else ("", "")


def _holdings(edition: Edition, told: Tally) -> Iterator[Figure]:
    """How much there is, and of how much paper and day are known."""
    pages = list(edition.archive.pages.values())
    yield Figure("pages", len(pages))
    yield _part("paper_known", sum(_is_told(page, "newspaper") for page in pages), len(pages))
    yield _part("day_known", sum(bool(page.date) and _is_told(page, "issued") for page in pages), len(pages))
    yield _part("day_near", sum(_is_near(page) for page in pages), len(pages))
    yield Figure("articles", told.articles)
    yield _part("untitled", told.untitled, told.articles)
    for key, kind in (("people", "person"), ("places", "place"), ("organizations", "organization")):
        yield Figure(key, len(edition.entities[kind]))


def _is_told(page: Page, fact: str) -> bool:
    """Whether a fact is printed or told, not inferred from the text."""
    return bool(getattr(page, fact)) and fact not in page.inferred


def _is_near(page: Page) -> bool:
    """Whether only the month or the year of a page is known, or its date is inferred."""
    return read_edtf(page.issued) is not None and not (page.date and _is_told(page, "issued"))


def _trust(edition: Edition, told: Tally) -> Iterator[Figure]:
    """What people looked at, what is missing, what is doubtful, what was changed."""
    for key in ("proofread", "edited", "doubtful", "damaged"):
        yield _part(key, getattr(told, key), told.articles)
    a_myriad = f"{told.losses * 10_000 / told.characters:.1f}" if told.characters else "0"
    yield Figure("losses", told.losses, edition.wording.table["about"]["in_a_myriad"].format(n=a_myriad))
    yield Figure("corrected", told.corrected)


def _part(key: str, number: int, whole: int) -> Figure:
    percent = 100 * number / whole if whole else 0
    return Figure(key, number, f"{percent:.0f}%" if number in (0, whole) else f"{percent:.1f}%")


def _guide(edition: Edition, guide: dict[str, object]) -> tuple[str, str, list[Markup]]:
    """A short guide in another language: the language, its title, its paragraphs with the interface's own words in them."""
    table = edition.wording.table
    said = {**table["nav"], **table["nav_foot"], "search": table["search"]["title"], "raw": table["article"]["raw"],
            "correct": table["article"]["correct"], "cite": table["article"]["cite"].format(style="…"),
            "lost": table["lost"], "about_mark": table["slip"]["about"], "unknown": table["dates"]["unknown"]}  # fmt: skip
    marked = {key: Markup('<b lang="{}">{}</b>').format(edition.language, word) for key, word in said.items()}
    paragraphs = guide["paragraphs"]
    assert isinstance(paragraphs, list)
    told = [escape(paragraph).format(title=edition.settings.title, **marked) for paragraph in paragraphs]
    return str(guide["language"]), str(guide["title"]), told
