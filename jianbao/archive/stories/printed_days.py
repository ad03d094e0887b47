"""Printed days as numbers: how far two articles are from each other in time, as far as it is known."""

from __future__ import annotations

import re
from functools import lru_cache

UNKNOWN = 10**6
"""Days between two articles of which one is not dated."""
YEAR = 372
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def days_between(one: str, other: str) -> int:
    """The days between two printed days (EDTF), roughly: every month has 31, and what is not exact stands in its middle."""
    ours, theirs = _number(one), _number(other)
    return abs(ours - theirs) if ours and theirs else UNKNOWN


def is_later(one: str, other: str) -> bool | None:
    """Whether the first day is later than the other; None where what is known of both does not tell."""
    known = min(len(one), len(other))
    if not (_number(one) and _number(other)) or one[:known] == other[:known]:
        return None
    return one > other


@lru_cache(maxsize=65536)
def _number(printed: str) -> int:
    found = _DAY.fullmatch(printed)
    if not found:
        return 0
    year, month, day = found.groups()
    return (int(year) * 12 + int(month or 6)) * 31 + int(day or 15)
