"""The day by which results are ordered and filtered: the earliest that a date allows."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

_EPOCH = date(1800, 1, 1)
_FIRST_OF_SEASON = {"21": 3, "22": 6, "23": 9, "24": 12}
_PARTS = re.compile(r"(\d[\dX]{3})(?:-(\d\d|XX))?(?:-(\d\d|XX))?")


@cache
def day_number(edtf: str) -> int:
    """Days from 1800-01-01 to the earliest day of a date of EDTF, and one; 0 where no date can be read, or an earlier one."""
    read = _PARTS.match(edtf)
    if read is None:
        return 0
    year, month, day = (part or "XX" for part in read.groups())
    first_month = _FIRST_OF_SEASON.get(month) or int(month.replace("XX", "1"))
    try:
        earliest = date(int(year.replace("X", "0")), first_month, int(day.replace("XX", "1")))
    except ValueError:
        return 0
    return max((earliest - _EPOCH).days + 1, 0)
