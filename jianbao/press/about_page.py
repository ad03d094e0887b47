"""/about/: what the archive holds, how complete it is, how far it can be trusted, and how to use it, in two languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from jianbao.archive.model import Page
from jianbao.archive.review import LOSS
from jianbao.press.edition import Edition
from jianbao.press.front_page import counts
from jianbao.press.printed_date import read_edtf
from jianbao.press.sheet import Sheet
from jianbao.press.subscriptions import FILE, feeds_by_area

FEEDS = 200
"""A kind with more feeds than this is not listed: its index leads to each of them, and one file has them all."""


class Figure(NamedTuple):
    """A number of the archive under its key in the theme's words; `share` is what part it is of a whole, in words."""

    key: str
    number: int
    share: str = ""


def about_page(edition: Edition) -> Sheet:
    """The page at /about/."""
    feeds = feeds_by_area(edition)
    view = {
        "counts": counts(edition),
        "span": _span(edition),
        "holdings": list(_holdings(edition)),
        "trust": list(_trust(edition)),
        "feeds_by_area": [(area, links) for area, links in feeds if len(links) <= FEEDS],
        "opml": FILE,
        "newspapers": edition.settings.newspapers,
        "guides": [_guide(edition, dict(guide)) for guide in edition.theme.guides],
    }
    return edition.page("about.html", "about/", view)


def _span(edition: Edition) -> tuple[str, str]:
    """The first and the last year of print that is known."""
    years = [entry.year for entry in edition.entries.values() if entry.year]
    return (min(years), max(years)) if years else ("", "")


def _holdings(edition: Edition) -> Iterator[Figure]:
    """How much there is, and of how much paper and day are known."""
    pages = list(edition.archive.pages.values())
    yield Figure("pages", len(pages))
    yield _part("paper_known", sum(_is_told(page, "newspaper") for page in pages), len(pages))
    yield _part("day_known", sum(bool(page.date) and _is_told(page, "issued") for page in pages), len(pages))
    yield _part("day_near", sum(_is_near(page) for page in pages), len(pages))
    yield Figure("articles", len(edition.entries))
    yield _part(
        "untitled", sum(not edition.archive.articles[id].front.title for id in edition.entries), len(edition.entries)
    )
    for key, kind in (("people", "person"), ("places", "place"), ("organizations", "organization")):
        yield Figure(key, len(edition.entities[kind]))


def _is_told(page: Page, fact: str) -> bool:
    """Whether a fact is printed or told, not inferred from the text."""
    return bool(getattr(page, fact)) and fact not in page.inferred


def _is_near(page: Page) -> bool:
    """Whether only the month or the year of a page is known, or its date is inferred."""
    return read_edtf(page.issued) is not None and not (page.date and _is_told(page, "issued"))


def _trust(edition: Edition) -> Iterator[Figure]:
    """What people looked at, what is missing, what is doubtful, what was changed."""
    articles = [edition.archive.articles[id] for id in edition.entries]
    characters = sum(len(article.plain) for article in articles)
    losses = sum(article.plain.count(LOSS) for article in articles)
    yield _part("proofread", sum(bool(article.front.proofread) for article in articles), len(articles))
    yield _part("edited", sum(article.edited for article in articles), len(articles))
    doubtful = {one.file for one in edition.archive.review if one.kind == "doubt"}
    yield _part("doubtful", sum(article.file in doubtful for article in articles), len(articles))
    yield _part("damaged", sum(LOSS in article.plain for article in articles), len(articles))
    a_myriad = f"{losses * 10_000 / characters:.1f}" if characters else "0"
    yield Figure("losses", losses, edition.wording.table["about"]["in_a_myriad"].format(n=a_myriad))
    yield Figure("corrected", sum(len(article.corrections) for article in articles))


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
