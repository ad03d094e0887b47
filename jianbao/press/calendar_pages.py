"""/dates/: of every paper and year what is held, what is missing and what is in doubt, as calendars."""

from __future__ import annotations

from calendar import Calendar, monthrange
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, groupby
from math import ceil, sqrt
from operator import attrgetter

from jianbao.archive.model import Page
from jianbao.frozen import frozen
from jianbao.press.docket import Job
from jianbao.press.edition import Edition, PageSign
from jianbao.press.holdings import Holding, holdings
from jianbao.press.sheet import Sheet
from jianbao.press.stubs import Stubs

MONTHS = range(1, 13)
SHADES = 6
"""A month with all its papers has the darkest of so many shades. They go by the root: one day in thirty can be seen."""

_PAGE = attrgetter("path", "newspaper", "issued", "date", "city", "display", "losses", "articles", "inferred")
_ARTICLE = attrgetter("id", "districts", "newspaper")


@frozen
class Day:
    """A day of the calendar: its number (0 outside the month), its address, its pages, and how it stands with it.

    `state` is `held`, `doubt` (the paper or the day is not certain), `gap` (a paper came out and is not here), or nothing.
    """

    number: int
    state: str = ""
    path: str = ""
    pages: int = 0
    losses: int = 0


@frozen
class Month:
    """A month of a paper: its days in `weeks` from Monday on (none where nothing is held), and how much that is.

    `about` are the pages that are thought to belong to it, `gaps` the days of which the paper is missing.
    """

    number: int
    weeks: tuple[tuple[Day, ...], ...]
    days: int
    shade: int
    gaps: int
    about: tuple[PageSign, ...]


@frozen
class Year:
    """A paper's year: twelve months, and the pages of which no more than the year is known."""

    year: int
    key: str
    name: str
    path: str
    months: tuple[Month, ...]
    pages: int
    about: tuple[PageSign, ...]

    @property
    def runs(self) -> list[tuple[Month, ...]]:
        """The months, each by itself where it holds something; those between that hold nothing together."""
        runs = (list(run) for _, run in groupby(self.months, key=lambda month: month.number if month.weeks else 0))
        return [tuple(run) for run in runs]

    @property
    def days(self) -> int:
        """How many days are held."""
        return sum(month.days for month in self.months)

    @property
    def gaps(self) -> int:
        """How many days are missing."""
        return sum(month.gaps for month in self.months)

    @property
    def doubts(self) -> int:
        """How many pages may belong here."""
        return len(self.about) + sum(len(month.about) for month in self.months)


def calendar_job(edition: Edition, stubs: Stubs) -> Job:
    """/dates/ and /dates/YYYY/."""
    return Job("dates/", partial(_docket, edition, stubs), partial(_sheets, edition))


def _docket(edition: Edition, stubs: Stubs) -> bytes:
    """Of all pages what tells whose they are, and of which day; the districts of their articles tell the city of some."""
    archive = edition.archive
    groups = chain.from_iterable(one.values() for one in (archive.newspapers, archive.districts, archive.cities))
    return stubs.docket(
        list(map(_PAGE, archive.pages.values())),
        list(map(_ARTICLE, archive.articles.values())),
        [(day.slug, day.path, day.articles[:1]) for day in archive.days.values()],
        b"".join(map(stubs.sign, groups)),
        len(archive.undated),
    )


def _sheets(edition: Edition) -> Iterator[Sheet]:
    papers = [[_year(edition, one, year) for year in one.years] for one in holdings(edition)]
    undated = len(edition.archive.undated)
    yield edition.page("dates.html", "dates/", {"papers": papers, "undated": undated})
    years: dict[int, list[Year]] = {}
    for one in chain.from_iterable(papers):
        years.setdefault(one.year, []).append(one)
    order = sorted(years)
    around = ["", *(f"dates/{number:04}/" for number in order), ""]
    for place, number in enumerate(order, start=1):
        view = {"year": number, "papers": years[number], "before": around[place - 1], "after": around[place + 1]}
        yield edition.page("year.html", around[place], view)


def _year(edition: Edition, held: Holding, year: int) -> Year:
    months = tuple(_month(edition, held, year, number) for number in MONTHS)
    here = f"{year:04}"
    pages = sum(len(some) for day, some in held.days.items() if day[:4] == here)
    about = _signs(edition, held.about.get(here, ()))
    return Year(year, held.key, held.name, held.path, months, pages, about)


def _month(edition: Edition, held: Holding, year: int, number: int) -> Month:
    here = f"{year:04}-{number:02}"
    days = sum(f"{here}-{day:02}" in held.days for day in range(1, 32))
    gaps = sum(f"{here}-{day:02}" in held.gaps for day in range(1, 32))
    doubted = [page for when, pages in held.about.items() if when[:7] == here for page in pages]
    due = days + gaps if held.weekdays else monthrange(year, number)[1]
    weeks = tuple(
        tuple(_day(edition, held, here, day) for day in week) for week in Calendar().monthdayscalendar(year, number)
    )
    shade = ceil(SHADES * sqrt(days / due)) if days else 0
    return Month(number, weeks if days or doubted else (), days, shade, gaps, _signs(edition, doubted))


def _day(edition: Edition, held: Holding, month: str, number: int) -> Day:
    day = f"{month}-{number:02}"
    if day in held.days:
        path = f"dates/{day.replace('-', '/')}/"
        pages = held.days[day]
        return _held(number, "held", path if path in edition.day_paths else pages[0].path, pages)
    if day in held.about:
        pages = held.about[day]
        return _held(number, "doubt", pages[0].path, pages)
    return Day(number, "gap" if day in held.gaps else "")


def _held(number: int, state: str, path: str, pages: tuple[Page, ...]) -> Day:
    return Day(number, state, path, len(pages), sum(page.losses for page in pages))


def _signs(edition: Edition, pages: Iterable[Page]) -> tuple[PageSign, ...]:
    return tuple(edition.page_sign(page) for page in pages)
