"""Dates in English text: `June 4th, 1898`, `on the 4th of June`, `4th inst.`, `yesterday`, `on Friday last`.

A day without a year is the last such day before the paper came out; `inst.` and `ult.` are the paper's month and the one
before it. A bare weekday says too little.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = r"(?P<month>(?:Jan|Febr?|Aug|Sept?|Oct|Nov|Dec)\b\.?|Mar\.|Apr\.|Jun\.|Jul\.|" + "|".join(_MONTHS) + ")"
_NUMBER = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|d|th)"
_YEAR = r"(?:,?\s*(?P<year>1[678]\d\d|19\d\d|20\d\d))"
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+{_NUMBER}{_ORDINAL}?(?![\d:])\b{_YEAR}?", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b{_NUMBER}(?:{_ORDINAL}(?:\s+(?:day\s+)?of)?)?\s+{_MONTH}\b{_YEAR}?", re.IGNORECASE)
_RELATIVE_MONTH = re.compile(rf"\b{_NUMBER}{_ORDINAL}?\s+(?P<which>inst(?:ant|\.)|ult(?:imo|\.))")
_WEEKDAY_LAST = re.compile(
    rf"\b(?:last\s+(?P<one>{'|'.join(_WEEKDAYS)})|(?P<other>{'|'.join(_WEEKDAYS)})(?:\s+(?:morning|afternoon|evening|night))?\s+last)\b"
)
_YESTERDAY = re.compile(r"\b(?:yesterday|last (?:evening|night))\b", re.IGNORECASE)
_PLANNED = re.compile(
    r"(?:will|shall|until|till|before|by|to be|fixed for|adjourned to|postponed to)\b[^.;]{0,40}$", re.IGNORECASE
)


def day_of_english_head(text: str) -> str:
    """The full day that an English running head prints (`FRIDAY, JUNE 3, 1898`, `3rd June, 1898`), or nothing."""
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        for found in pattern.finditer(text):
            if found["year"] and (day := _day(int(found["year"]), _month_of(found), int(found["day"]))):
                return day
    return ""


def english_days(text: str, issued: str) -> Iterator[str]:
    """The ISO days that the text tells as past, in no order; `issued` is when the paper came out, as far as known."""
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        for found in pattern.finditer(text):
            if not _PLANNED.search(text[max(0, found.start() - 60) : found.start()]):
                yield from _resolved(found["year"] or "", _month_of(found), int(found["day"]), issued)
    if len(issued) >= len("1898-06"):
        yield from _of_the_month(text, int(issued[:4]), int(issued[5:7]))
    if len(issued) == len("1898-06-03"):
        yield from _near(text, date.fromisoformat(issued))


def _of_the_month(text: str, year: int, month: int) -> Iterator[str]:
    for found in _RELATIVE_MONTH.finditer(text):
        back = found["which"].startswith("ult")
        of_year, of_month = (year - 1, 12) if back and month == 1 else (year, month - back)
        if day := _day(of_year, of_month, int(found["day"])):
            yield day


def _near(text: str, issued: date) -> Iterator[str]:
    if _YESTERDAY.search(text):
        yield (issued - timedelta(days=1)).isoformat()
    for found in _WEEKDAY_LAST.finditer(text):
        back = (issued.weekday() - _WEEKDAYS.index(found["one"] or found["other"])) % 7 or 7
        yield (issued - timedelta(days=back)).isoformat()


def _resolved(told: str, month: int, day: int, issued: str) -> Iterator[str]:
    if not told and len(issued) < len("1898-06"):
        return
    year = int(told or issued[:4])
    for of_year in (year,) if told else (year, year - 1):
        when = _day(of_year, month, day)
        if when and (told or when[: len(issued)] <= issued):
            yield when
            return


def _month_of(found: re.Match[str]) -> int:
    return next(number for number, name in enumerate(_MONTHS, 1) if name[:3].lower() == found["month"][:3].lower())


def _day(year: int, month: int, day: int) -> str:
    """An ISO day, or nothing where the calendar has no such day."""
    return date(year, month, day).isoformat() if day <= calendar.monthrange(year, month)[1] else ""
