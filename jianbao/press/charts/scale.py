"""Scales: round marks for an axis, places in percent, shades by share."""

from __future__ import annotations

from math import ceil, floor, log10, sqrt

SHADES = 6


def marks(most: int, about: int = 3) -> list[int]:
    """Round whole numbers above 0 and up to `most`, about so many: 10, 20, 30 for 34."""
    power = 10 ** max(0, floor(log10(max(most, 1) / about)))
    step = next(factor * power for factor in (1, 2, 5, 10, 20) if most // (factor * power) <= about + 1)
    return list(range(step, most + 1, step))


def percent(part: float, whole: float) -> str:
    """A place across as SVG takes it: `12.5%`."""
    return f"{round(100 * part / whole, 2):g}%"


def shade(number: int, most: int) -> int:
    """The shade of a number from 0 for none to SHADES for the largest; by the root, so that small ones differ, too."""
    return ceil(SHADES * sqrt(number / most)) if number else 0
