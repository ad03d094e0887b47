"""A strip of small bars over a list: how its articles lie in time, month by month or year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from jianbao.frozen import frozen

FEW = 8
"""Fewer articles of a known month are counted faster than they are seen."""
BARS = 3
"""In so many months or years at least there must be something, else there is nothing to compare."""
MONTHS = 240
"""Over a longer time a bar is a year."""
HEIGHT, STEP, BAR = 36, 5, 4


@frozen
class Strip:
    """The bars as one SVG path, `width` wide; by month or by year, from the `first` to the `last` (`2004-01` or `2004`).

    `most` is the number of articles of the highest bar, `peak` its month or year.
    """

    path: str
    width: int
    first: str
    last: str
    most: int
    peak: str


def draw_strip(printed: Iterable[str]) -> Strip | None:
    """The strip of articles told by month of print (`2022-09`); None where there is too little to see.

    Those of which only the year is known count only where a bar is a year.
    """
    known = [one for one in printed if one]
    months = Counter(_month(one) for one in known if len(one) > 4)
    if months and max(months) - min(months) < MONTHS:
        return _draw(months, lambda month: f"{month // 12:04}-{month % 12 + 1:02}")
    return _draw(Counter(int(one[:4]) for one in known), lambda year: f"{year:04}")


def _month(printed: str) -> int:
    return int(printed[:4]) * 12 + int(printed[5:7]) - 1


def _draw(sizes: Mapping[int, int], told: Callable[[int], str]) -> Strip | None:
    if sum(sizes.values()) < FEW or len(sizes) < BARS:
        return None
    first, last, most = min(sizes), max(sizes), max(sizes.values())
    peak = min(time for time, size in sizes.items() if size == most)
    bars = (_bar((time - first) * STEP, max(2, round(HEIGHT * sizes[time] / most))) for time in sorted(sizes))
    return Strip("".join(bars), (last - first + 1) * STEP - 1, told(first), told(last), most, told(peak))


def _bar(left: int, height: int) -> str:
    return f"M{left} {HEIGHT}v-{height}h{BAR}v{height}z"
