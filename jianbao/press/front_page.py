"""The front page: masthead, districts and topics, lead, headlines, residents' words, pictures, the shelf, what is wanting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from jianbao.archive.model import Archive, Article, Group, Page
from jianbao.frozen import frozen
from jianbao.press.edition import Edition, Entry, PageSign, Sign
from jianbao.press.front_lead import front_lead, further_quotes
from jianbao.press.headline import set_front_headline
from jianbao.press.lead import choose_lead
from jianbao.press.pictures import Shown, measured, of_captions
from jianbao.press.printed_date import read_edtf
from jianbao.press.sheet import Sheet
from jianbao.press.shelf import SPINES, Stock, fill_shelf, take_stock
from jianbao.press.tally import Tally
from jianbao.press.wanting import Lacks, lacks, wants

NEWEST_PAGES = 6
"""The lead, the headlines, the voices and the pictures come from so many of the newest pages."""
PICTURES, ROW, ON_A_PAGE, SAME_DAY = 3, 24, 10, 4
TOLD, HEADLINES = (6, 4), (9, 7)
"""Headlines with their first words, and headlines in all: without and with `on this day` below them in their column."""
SUMMARY, LATIN_SUMMARY = 52, 130


@frozen
class Headline:
    """A headline with its first words; `language` is empty where it is the site's own."""

    entry: Entry
    headline: Markup
    summary: str


@frozen
class Frame:
    """A picture in its ruled frame: what it shows in words, and the picture itself where the archive holds it."""

    entry: Entry
    words: str
    picture: Shown | None


@frozen
class Arrival:
    """A page that came lately, with its first articles, and how many more it has."""

    sign: PageSign
    entries: tuple[Entry, ...]
    more: int


@frozen
class SameDay:
    """A day in words with its address, and what came out on it in other years."""

    day: str
    path: str
    entries: tuple[Entry, ...]


@frozen
class FrontFacts:
    """What the front page says of the archive as a whole, however its texts read: of its pages, lists and years.

    `newest` are the ids of the newest newspaper pages, as many as it may show; the rows are the largest lists with their
    sizes, `sizes` the numbers of lists.
    """

    newest: tuple[str, ...]
    stock: Stock
    lacks: Lacks
    districts: tuple[tuple[Sign, int], ...]
    topics: tuple[tuple[Sign, int], ...]
    sizes: Mapping[str, int]
    span: str
    cities: tuple[str, ...]


def front_facts(edition: Edition) -> FrontFacts:
    """Gathered from the whole archive."""
    archive, pages = edition.archive, newest_pages(edition.archive)
    return FrontFacts(
        tuple(page.id for page in pages[: max(NEWEST_PAGES, SPINES)]),
        take_stock(pages),
        lacks(edition),
        _row(edition, archive.districts),
        _row(edition, archive.topics),
        {"districts": len(archive.districts), "topics": len(archive.topics)},
        _span(pages),
        tuple(city.name for city in archive.cities.values()),
    )


def front_page(edition: Edition, facts: FrontFacts, told: Tally) -> Sheet:
    """The page at the root."""
    pages = [edition.archive.pages[id] for id in facts.newest]
    newest = _articles(edition, pages[:NEWEST_PAGES])
    leading = _leading(edition, newest)
    rest = [article for article in newest if article is not leading]
    same_day = _same_day(edition, newest)
    view: Mapping[str, Any] = {
        "lead": front_lead(edition, leading) if leading else None,
        "headlines": _headlines(edition, [article for article in rest if not _is_picture(article)])[
            : HEADLINES[same_day is not None]
        ],
        "told": TOLD[same_day is not None],
        "voices": further_quotes(edition, rest),
        "pictures": [_frame(edition, article) for article in newest if _is_picture(article)][:PICTURES],
        "shelf": fill_shelf(edition, pages, facts.stock) if pages else None,
        "wants": wants(edition, facts.lacks, told),
        "same_day": same_day,
        "latest": [_arrival(edition, page) for page in pages[:NEWEST_PAGES]],
        "districts": facts.districts,
        "topics": facts.topics,
        "sizes": facts.sizes,
        "counts": counts(edition, told),
        "span": facts.span,
        "cities": facts.cities,
    }
    return edition.page("front.html", "", view)


def newest_pages(archive: Archive) -> list[Page]:
    """The newspaper pages, newest in the archive first; of those that came on one day, the last printed first."""
    came: dict[str, str] = {}
    for article in archive.articles.values():
        came[article.page] = max(came.get(article.page, ""), article.front.added)
    held = (page for page in archive.pages.values() if page.id in came)
    return sorted(held, key=lambda page: (came[page.id], page.issued), reverse=True)


def counts(edition: Edition, told: Tally) -> list[tuple[str, int]]:
    """(what, how many) of the whole archive: pages, articles, characters."""
    return [("pages", len(edition.archive.pages)), ("articles", told.articles), ("characters", told.characters)]


def _span(pages: Iterable[Page]) -> str:
    """The first and the last year that is known: `2020–2024`; nothing where none is."""
    years = {f"{read.year:04}" for page in pages if (read := read_edtf(page.issued))}
    return "–".join(sorted({min(years), max(years)})) if years else ""


def _articles(edition: Edition, pages: Iterable[Page]) -> list[Article]:
    articles = edition.archive.articles
    return [articles[id] for page in pages for id in page.articles if id in edition.entries]


def _leading(edition: Edition, newest: Sequence[Article]) -> Article | None:
    pinned = edition.archive.articles.get(edition.settings.lead)
    return pinned if pinned and pinned.id in edition.entries else choose_lead(newest)


def _headlines(edition: Edition, articles: Iterable[Article]) -> list[Headline]:
    """The headlines beside the lead, those with a printed title before the others."""
    told = sorted(articles, key=lambda article: not article.front.title)
    return [_headline(edition, article) for article in told[: max(HEADLINES)]]


def _headline(edition: Edition, article: Article) -> Headline:
    lost = edition.wording.table["lost"]
    return Headline(
        edition.entries[article.id], set_front_headline(article.display, lost), _first_words(article.summary)
    )


def _frame(edition: Edition, article: Article) -> Frame:
    held = (measured(picture, caption.alt) for caption, picture in of_captions(edition, article) if picture)
    return Frame(edition.entries[article.id], _first_words(article.summary) or article.display, next(held, None))


def _first_words(text: str) -> str:
    """The beginning of a summary: so many Han characters, or Latin ones as far as a word goes."""
    latin = text[:40].isascii()
    most = LATIN_SUMMARY if latin else SUMMARY
    if len(text) <= most:
        return text
    cut = text[:most]
    return (cut.rpartition(" ")[0] if latin and " " in cut else cut).rstrip("，、；：,;: ") + "…"


def _is_picture(article: Article) -> bool:
    return article.front.kind == "photo"


def _arrival(edition: Edition, page: Page) -> Arrival:
    entries = edition.listed(page.articles)
    return Arrival(edition.page_sign(page), tuple(entries[:ON_A_PAGE]), max(0, len(entries) - ON_A_PAGE))


def _same_day(edition: Edition, newest: Iterable[Article]) -> SameDay | None:
    """What came out in other years on the day of the newest article for which there is any."""
    for article in newest:
        others = edition.listed(article.on_this_day)
        if others:
            path = f"dates/{article.front.date.replace('-', '/')}/"
            return SameDay(edition.wording.date(article.front.date), path, tuple(others[:SAME_DAY]))
    return None


def _row(edition: Edition, groups: Mapping[str, Group]) -> tuple[tuple[Sign, int], ...]:
    """The largest groups with their sizes, largest first; on a tie in the order of the archive."""
    return tuple(sorted(edition.sized(groups.values()), key=lambda pair: -pair[1])[:ROW])
