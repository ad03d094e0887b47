"""The day a page was printed, as far as it is known: EDTF level 1, read for showing and for feeds."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from jianbao.frozen import frozen

_EDTF = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)")
_ZONE = re.compile(r"([+-])(\d\d):?(\d\d)")


@frozen
class PrintedDate:
    """A year, and month and day where they are known (0 where not); `about` for a date that is itself uncertain."""

    year: int
    month: int = 0
    day: int = 0
    about: bool = False

    @property
    def whole(self) -> bool:
        """Whether the very day is known for certain."""
        return self.day > 0 and not self.about


@cache
def read_edtf(text: str) -> PrintedDate | None:
    """The date that `text` writes; None where it is empty, an interval, or no date at all."""
    match = _EDTF.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups()[:3])
    if month > 12 or (day and _calendar_day(year, month, day) is None):
        return None
    return PrintedDate(year, month, day, bool(match[4]))


def midnight(day: str, zone: str) -> datetime:
    """00:00 of an ISO `day` in the time zone `+08:00`; what is no day counts as 1970-01-01, so that feeds stay valid."""
    read = read_edtf(day)
    known = read if read is not None and read.whole else PrintedDate(1970, 1, 1)
    return datetime(known.year, known.month, known.day, tzinfo=read_zone(zone))


def read_zone(zone: str) -> timezone:
    """The time zone written `+08:00`; UTC where it cannot be read."""
    match = _ZONE.fullmatch(zone.strip())
    if match is None:
        return UTC
    away = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return timezone(-away if match[1] == "-" else away)


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
