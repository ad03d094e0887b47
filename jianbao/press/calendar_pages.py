"""/dates/: which days the archive holds, as years of months and as calendars; pages without a day have their own place."""

from __future__ import annotations

import re
from calendar import Calendar
from collections.abc import Iterator
from dataclasses import dataclass

from jianbao.archive.model import Group, Page
from jianbao.press.edition import Edition
from jianbao.press.paging import leaves
from jianbao.press.sheet import Sheet

_DAY_PATH = re.compile(r"dates/(\d{4})/(\d\d)/(\d\d)/")


@dataclass(frozen=True, slots=True)
class Held:
    """A day of the calendar: its number (0 outside the month), its address and how many articles it holds."""

    day: int
    path: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Month:
    """A month that holds something: `weeks` of seven days from Monday on."""

    year: int
    number: int
    days: int
    size: int
    weeks: tuple[tuple[Held, ...], ...]

    @property
    def anchor(self) -> str:
        """The id of the month on the page of its year."""
        return f"m{self.number:02}"


def calendar_sheets(edition: Edition) -> Iterator[Sheet]:
    """/dates/, /dates/YYYY/ and /dates/undated/."""
    years = _years(edition)
    undated = [edition.archive.pages[id] for id in edition.archive.undated]
    yield edition.page("dates.html", "dates/", {"years": years, "undated": len(undated)})
    for year, months in years.items():
        view = {"year": year, "months": months, "size": sum(month.size for month in months.values())}
        yield edition.page("year.html", f"dates/{year:04}/", view)
    yield from _undated(edition, undated)


def _undated(edition: Edition, pages: list[Page]) -> Iterator[Sheet]:
    for leaf in leaves("dates/undated/", pages):
        view = {
            "leaf": leaf.bare(),
            "rows": [
                (edition.page_sign(page), len(edition.listed(page.articles)), page.file or page.id)
                for page in leaf.lines
            ],
            "size": len(pages),
        }
        yield edition.page("undated.html", leaf.path, view)


def _years(edition: Edition) -> dict[int, dict[int, Month]]:
    """Months by year, both newest and first: years downwards, months upwards as in a calendar."""
    held: dict[tuple[int, int], dict[int, Group]] = {}
    for group in edition.archive.days.values():
        if match := _DAY_PATH.fullmatch(group.path):
            year, month, day = map(int, match.groups())
            held.setdefault((year, month), {})[day] = group
    years: dict[int, dict[int, Month]] = {}
    for (year, number), days in sorted(held.items(), key=lambda item: (-item[0][0], item[0][1])):
        years.setdefault(year, {})[number] = _month(edition, year, number, days)
    return years


def _month(edition: Edition, year: int, number: int, days: dict[int, Group]) -> Month:
    sizes = {day: edition.size(group) for day, group in days.items()}
    weeks = tuple(
        tuple(Held(day, days[day].path, sizes[day]) if day in days else Held(day) for day in week)
        for week in Calendar().monthdayscalendar(year, number)
    )
    return Month(year, number, len(days), sum(sizes.values()), weeks)
