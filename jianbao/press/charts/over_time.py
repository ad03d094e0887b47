"""Articles per month as bars, or per year where the time is long."""

from __future__ import annotations

from collections.abc import Mapping

from jianbao.frozen import frozen
from jianbao.press.charts.scale import marks, percent
from jianbao.press.charts.tally import Tally

MOST_MONTHS = 240
"""Over a longer time a bar is a year."""
MOST_YEARS = 7
"""On a phone no more years than these have a label each."""
HEIGHT = 200


@frozen
class Mark:
    """A mark of an axis: its place, what is written at it, the address behind it; a `fine` one has no room on a phone.

    `start` is where the year begins.
    """

    at: str
    text: str
    path: str = ""
    fine: bool = False
    start: str = ""


@frozen
class OverTime:
    """The bars as one path in a field `width` wide and HEIGHT high, the marks of both axes, and the highest bar.

    `peak` is the month or year of that bar, `peak_at` its place, `late` whether it stands in the right half. `rows` is
    the table: (year, its address, twelve numbers, their sum with what is known to the year only).
    """

    bars: str
    width: int
    by_year: bool
    amounts: tuple[Mark, ...]
    years: tuple[Mark, ...]
    peak: str
    peak_at: str
    late: bool
    most: int
    rows: tuple[tuple[str, str, tuple[int, ...], int], ...]


def draw_over_time(tally: Tally) -> OverTime | None:
    """The chart; None where no two years or a dozen months are known."""
    months = {_month(told): size for told, size in tally.months.items()}
    if months and max(months) - min(months) < MOST_MONTHS:
        return _draw(tally, months, False) if len(months) > 11 or len(tally.years) > 1 else None
    years = {int(told): size for told, size in tally.years.items()}
    return _draw(tally, years, True) if len(years) > 1 else None


def _month(told: str) -> int:
    return int(told[:4]) * 12 + int(told[5:7]) - 1


def _draw(tally: Tally, sizes: Mapping[int, int], by_year: bool) -> OverTime:
    unit = 1 if by_year else 12
    first = min(sizes) // unit * unit
    last = (max(sizes) // unit + 1) * unit
    most = max(sizes.values())
    top = min(time for time, size in sizes.items() if size == most)
    width = last - first
    bars = "".join(
        f"M{time - first}.1 {HEIGHT}V{HEIGHT - max(1, round(HEIGHT * size / most))}h.8V{HEIGHT}z"
        for time, size in sorted(sizes.items())
    )
    return OverTime(
        bars,
        width,
        by_year,
        tuple(Mark(str(HEIGHT - round(HEIGHT * size / most)), f"{size:,}") for size in marks(most)),
        _years(first // unit, last // unit, unit, width, frozenset(tally.years)),
        f"{top:04}" if by_year else f"{top // 12:04}-{top % 12 + 1:02}",
        percent(top - first + 0.5, width),
        (top - first) * 2 > width,
        most,
        _rows(tally),
    )


def _years(first: int, last: int, unit: int, width: int, held: frozenset[str]) -> tuple[Mark, ...]:
    years = range(first, last)
    every = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if len(years) / step <= 2 * MOST_YEARS)
    shown = [year for year in years if year % every == 0]
    return tuple(
        Mark(
            percent((year - first) * unit + unit / 2, width),
            f"{year:04}",
            f"dates/{year:04}/" if f"{year:04}" in held else "",
            len(shown) > MOST_YEARS and year % (every * 2) != 0,
            percent((year - first) * unit, width),
        )
        for year in shown
    )


def _rows(tally: Tally) -> tuple[tuple[str, str, tuple[int, ...], int], ...]:
    return tuple(
        (
            year,
            f"dates/{year}/",
            tuple(tally.months[f"{year}-{month:02}"] for month in range(1, 13)),
            tally.years[year],
        )
        for year in sorted(tally.years)
    )
