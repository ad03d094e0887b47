"""Dates as the archive writes them: EDTF level 1, and full ISO days.

EDTF (ISO 8601-2) says how much of a date is known: `2022`, `2022-09`, `2022-09-22`, `2022-09?`, `202X`,
`2022-09/2022-10`.
"""

from __future__ import annotations

import re
from datetime import date

_MONTH = r"(?:0[1-9]|1[0-2])"
_SEASON = r"2[1-4]"
_PART = rf"(?:\d{{4}}|\d{{3}}X|\d{{2}}XX|\d{{4}}-(?:{_MONTH}|{_SEASON}|XX)|\d{{4}}-{_MONTH}-(?:\d\d|XX)|\d{{4}}-XX-XX)"
_DATE = re.compile(rf"{_PART}[?~%]?")
_INTERVAL = re.compile(rf"({_PART}[?~%]?|\.\.|)/({_PART}[?~%]?|\.\.|)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FULL_DAY_WITHIN = re.compile(r"\d{4}-\d{2}-\d{2}")

_TYPED = re.compile(
    r"""(?P<year>\d{4})
        (?: \s*[-/.年]\s* (?P<month>\d{1,2})
            (?: \s*[-/.月]\s* (?P<day>\d{1,2}) \s*日? | \s*月? )
          | \s*年? )
        (?: [ T]0{1,2}:00(?::00)? )?  # Excel adds midnight to a day
    """,
    re.VERBOSE,
)


def is_day(text: str) -> bool:
    """Whether `text` is a full day of the calendar, written `2022-09-23`."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_edtf(text: str) -> bool:
    """Whether `text` is a date of EDTF level 1; a day in it must exist in the calendar."""
    if not _DATE.fullmatch(text):
        interval = _INTERVAL.fullmatch(text)
        if not interval or not any(end not in ("", "..") for end in interval.groups()):
            return False
    return all(is_day(day) for day in _FULL_DAY_WITHIN.findall(text))


def edtf_of(text: str) -> str:
    """The EDTF of a date as people type it (`2022/9/23`, `2022年9月23日`, `2022年9月`); empty if it is none."""
    text = text.strip()
    if is_edtf(text):
        return text
    typed = _TYPED.fullmatch(text)
    if not typed:
        return ""
    parts = [typed["year"], *(f"{int(part):02}" for part in (typed["month"], typed["day"]) if part)]
    written = "-".join(parts)
    return written if is_edtf(written) else ""
