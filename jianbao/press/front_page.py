"""The front page: masthead, districts and topics, the lead, headlines, pictures, the shelf of spines, the latest pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from markupsafe import Markup, escape

from jianbao.archive.model import Archive, Article, Group, Page
from jianbao.press.edition import Edition, Entry, Sign
from jianbao.press.lead import best_voice, choose_lead
from jianbao.press.printed_date import read_edtf
from jianbao.press.sheet import Sheet
from jianbao.press.slip import Slip, fill_slip
from jianbao.press.spine import Spine, draw_spine
from jianbao.press.typeset import first_paragraphs, set_body, set_headline

NEWEST_PAGES = 6
"""The lead and the headlines come from so many of the newest pages."""
HEADLINES, PICTURES, SHELF, ROW, LEAD_CHARACTERS = 6, 3, 24, 24, 420


@dataclass(frozen=True, slots=True)
class Lead:
    """The article at the head of the front page: its opening, and a quotation linked to where it was said."""

    path: str
    language: str
    kicker: str
    subtitle: str
    slip: Slip
    headline: Markup
    opening: Markup
    voice: str
    voice_path: str


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline with its summary."""

    entry: Entry
    headline: Markup
    summary: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A page on the shelf; `caption` is the day, as exactly as it is known, below its spine."""

    path: str
    name: str
    caption: str
    issued: str
    losses: int
    spine: Spine
    entries: tuple[Entry, ...]


def front_page(edition: Edition) -> Sheet:
    """The page at the root."""
    pages = newest_pages(edition.archive)[:SHELF]
    newest = [
        edition.archive.articles[id] for page in pages[:NEWEST_PAGES] for id in page.articles if id in edition.entries
    ]
    leading = _leading(edition, newest)
    standing = [_standing(edition, page) for page in pages] if not edition.settings.plain else []
    view: Mapping[str, Any] = {
        "lead": _lead(edition, leading) if leading else None,
        "headlines": _headlines(edition, newest, leading),
        "pictures": [(article.path, article.summary) for article in newest if _is_picture(article)][:PICTURES],
        "shelf": sorted(standing, key=lambda one: (not one.issued, one.issued)),
        "latest": standing[:NEWEST_PAGES],
        "newest": edition.listed(islice(edition.archive.news, 50)) if edition.settings.plain else [],
        "districts": _row(edition, edition.archive.districts),
        "topics": _row(edition, edition.archive.topics),
        "counts": counts(edition),
        "undated": len(edition.archive.undated),
        "review": len(edition.archive.review),
        "cities": [city.name for city in edition.archive.cities.values()],
    }
    return edition.page("front.html", "", view)


def newest_pages(archive: Archive) -> list[Page]:
    """The newspaper pages, newest in the archive first; of those that came on one day, the last printed first."""
    came: dict[str, str] = {}
    for article in archive.articles.values():
        came[article.page] = max(came.get(article.page, ""), article.front.added)
    held = (page for page in archive.pages.values() if page.id in came)
    return sorted(held, key=lambda page: (came[page.id], page.issued), reverse=True)


def counts(edition: Edition) -> list[tuple[str, int]]:
    """(what, how many) of the whole archive: pages, articles, characters."""
    shown = [edition.archive.articles[id] for id in edition.entries]
    return [
        ("pages", len(edition.archive.pages)),
        ("articles", len(shown)),
        ("characters", sum(len(article.plain) for article in shown)),
    ]


def _leading(edition: Edition, newest: list[Article]) -> Article | None:
    pinned = edition.archive.articles.get(edition.settings.lead)
    return pinned if pinned and pinned.id in edition.entries else choose_lead(newest)


def _lead(edition: Edition, article: Article) -> Lead:
    lost = edition.wording.table["lost"]
    voice = best_voice(article)
    return Lead(
        article.path,
        edition.language_of(article),
        next(iter(article.front.kicker), ""),
        next(iter(article.front.subtitle), ""),
        fill_slip(edition, edition.archive.pages.get(article.page), article),
        set_headline(article.display, lost),
        set_body(first_paragraphs(article.body, LEAD_CHARACTERS), lost, anchors=False),
        voice.text if voice else "",
        _place_of(article, voice.text, lost) if voice else "",
    )


def _place_of(article: Article, words: str, lost: str) -> str:
    """The address of the paragraph in which `words` stand, as far as it can be pointed at."""
    before, found, _ = set_body(article.body, lost).partition(str(escape(words)))
    _, mark, after = before.rpartition('<p id="')
    return f"{article.path}#{after.partition(chr(34))[0]}" if found and mark else article.path


def _headlines(edition: Edition, newest: list[Article], lead: Article | None) -> list[Headline]:
    told = [article for article in newest if article is not lead and not _is_picture(article)]
    lost = edition.wording.table["lost"]
    return [
        Headline(edition.entries[article.id], set_headline(article.display, lost), article.summary)
        for article in told[:HEADLINES]
    ]


def _is_picture(article: Article) -> bool:
    return article.front.kind == "photo"


def _standing(edition: Edition, page: Page) -> Standing:
    spine = draw_spine(page, edition.archive.articles)
    return Standing(
        page.path,
        edition.page_name(page),
        _caption(edition, page),
        page.issued,
        page.losses,
        spine,
        tuple(edition.listed(page.articles)),
    )


def _caption(edition: Edition, page: Page) -> str:
    read = read_edtf(page.issued)
    return edition.wording.day(read) if read else edition.wording.date(page.issued)


def _row(edition: Edition, groups: Mapping[str, Group]) -> list[tuple[Sign, int]]:
    """The largest groups with their sizes, largest first; on a tie in the order of the archive."""
    counted = [(edition.sign(group), edition.size(group)) for group in groups.values()]
    return sorted(counted, key=lambda pair: -pair[1])[:ROW]
