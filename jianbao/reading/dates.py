"""Dates that a text names, as EDTF level 1: of an event, and of the paper's day as far as the page lets one know it.

`2月16日至17日` is 2023-02-17 on a page of February 2023, `近日` its month, `今年` its year.
Days after the paper came out are plans and no events. Source of the notation: EDTF, ISO 8601-2:2019, level 1.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from jianbao.content.edtf import is_day
from jianbao.knowledge.phrases import pairs
from jianbao.reading.english_dates import day_of_english_head, english_days
from jianbao.reading.lunar_dates import lunar_day_of_head, lunar_days
from jianbao.reading.numeral_dates import in_figures
from jianbao.text.characters import has_han

_YEAR = re.compile(r"((?:19|20)(?<![\d.]..)\d{2})\s*年(?!度?[代来以内])")
"""Here and below a pattern looks behind after its first characters: one that begins so is tried at every place."""
_DAY = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2})\s*年\s*)?(?<!\d)(?P<month>1[0-2]|0?[1-9])\s*月\s*(?P<day>3[01]|[12]\d|0?[1-9])\s*日"
    r"(?:\s*(?:至|到|—|-|～)\s*(?:(?P<month2>1[0-2]|0?[1-9])\s*月\s*)?(?P<day2>3[01]|[12]\d|0?[1-9])\s*日)?"
)
_SOME_DAY = re.compile(r"\d\s*月\s*\d")
_MONTH = re.compile(r"(?P<year>(?:19|20)\d{2})\s*年\s*(?P<month>1[0-2]|0?[1-9])\s*月(?!\s*\d)")
_BARE_MONTH = re.compile(r"(?P<month>[1-9](?<![\d年至到、-].)(?:(?<=1)[0-2])?)\s*月(?=[,，份初中底末])")
_RECENT = re.compile(r"近日|日前|连日来|近期|这几天|当前|本月")
_NEAR_DAY = re.compile(
    r"(?P<before>前日|前天)|(?P<yesterday>昨日|昨天|昨晚|昨夜)(?!的)|(?P<today>今日[上下]午|今天[上下]午|今晨)"
)
_NEAR_MONTH = re.compile(r"(?P<last>上个?月)(?P<day>3[01]|[12]\d|[1-9])日|本月(?P<this>3[01]|[12]\d|[1-9])日")
_MONTH_OF_YEAR = re.compile(r"(?P<which>去年|前年|今年)(?P<month>1[0-2]|[1-9])月(?!\d)")
_CERTAIN_ISSUE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?(?![\dX])")
_TOLD_YEAR = re.compile(r"(?:今年|去年|前年)$")
_BACK = {"今年": 0, "去年": 1, "前年": 2}
_THIS_YEAR = re.compile(r"今年|本年度|年初以来")
_LAST_MONTH = re.compile(r"上个?月")
_LAST_YEAR = re.compile(r"去年|上年")
_PLANNED = re.compile(r"(?:到|至|截止到?|力争|预计|计划|将于|定于|年底前|远景)[^，。,]{0,4}$")
_REMEMBERED = re.compile(r"(?:从|自|早在|始于|曾于|建于|生于|成立于|毕业于)\s*$")
_OPENS_WITH_YEAR = re.compile(r"(?:^|[。！？”\n])((?:19|20)\d{2})年[，,]", re.MULTILINE)
_OF_NOW = re.compile(r"度|新|全年|[上下]半年|第?[一二三四]季度|\s*\d{1,2}月|重点|计划|工作|春|元旦|贺词")
_HEAD = re.compile(
    r"(?P<year>(?:18|19|20)\d{2})\s*[年./-]\s*(?P<month>1[0-2]|0?[1-9])\s*[月./-]\s*(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)\s*日?"
)


def day_of_running_head(text: str) -> str:
    """The full day that a running head or masthead prints, or nothing."""
    found = _HEAD.search(in_figures(text))
    if found:
        return _day(int(found["year"]), int(found["month"]), int(found["day"]))
    return day_of_english_head(text) or lunar_day_of_head(text)


@lru_cache(maxsize=64)
def _named_days(text: str) -> tuple[re.Match[str], ...]:
    """The days and spans of days that a text names.

    Kept for the texts of a page, which are asked for them first to date the page and then to date its events.
    """
    return tuple(_DAY.finditer(text)) if _SOME_DAY.search(text) else ()


def guess_issue(texts: list[str]) -> str:
    """When the paper came out, from the text of its page: the month of the latest day named, in the newest year.

    A year must be spoken of as of now, or twice at least, or open a sentence as the only year of the page: one that is
    merely remembered is no guess, and neither is a year without a day or a season.
    """
    texts = [in_figures(text) for text in texts]
    support: Counter[int] = Counter()
    for text in texts:
        support.update(_years_of_now(text))
    if len(support) == 1:
        support.update(int(found[1]) for text in texts for found in _OPENS_WITH_YEAR.finditer(text))
    year = max((year for year, times in support.items() if times > 1), default=None)
    if year is None:
        return ""
    days = [day for text in texts for day in _days_of(text, year)]
    if days:
        return f"{year}-{_latest_month(days):02d}"
    season = next((month for word, month in pairs("seasons").items() if any(word in text for text in texts)), "")
    return f"{year}-{season}" if season else ""


def _years_of_now(text: str) -> Iterator[int]:
    """The years of a text as often as they are named, those that are spoken of as of now twice."""
    for found in _YEAR.finditer(text):
        if _is_past(text, found) and not _REMEMBERED.search(text[max(0, found.start() - 8) : found.start()]):
            year = int(found[1])
            yield year
            if _OF_NOW.match(text, found.end()):
                yield year


def _days_of(text: str, year: int) -> Iterator[tuple[int, int]]:
    """Month and day of the days that a text names, those of other years left out."""
    for found in _named_days(text):
        named = found["year"] or _year_before(text, found.start())
        if _is_past(text, found) and named in ("", None, str(year)):
            yield int(found["month"]), int(found["day"])


def latest_day(texts: list[str], issued: str) -> str:
    """The latest single day that the page names, as far as it is known when the paper came out; empty without one."""
    issued = _certain(issued)
    days = [when for text in texts for when in _single_days(in_figures(text), issued) if when[: len(issued)] <= issued]
    return max(days, default="")


def _single_days(text: str, issued: str) -> Iterator[str]:
    year, month = issued[:4], issued[5:7]
    for found in _named_days(text):
        if not found["day2"] and _is_past(text, found):
            yield from _days(text, found, year, month, "")


def _latest_month(days: list[tuple[int, int]]) -> int:
    """The latest month; a page with days of December and of January is one of January."""
    months = {month for month, _ in days}
    return min(months) if {1, 12} <= months and not months & {5, 6, 7, 8} else max(months)


def _is_past(text: str, found: re.Match[str]) -> bool:
    return not _PLANNED.search(text[max(0, found.start() - 8) : found.start()])


def _years(text: str) -> Iterator[int]:
    for found in _YEAR.finditer(text):
        if _is_past(text, found):
            yield int(found[1])


def event_date(text: str, issued: str, latest: str = "") -> str:
    """The date of the latest event that the text dates, as precise as it can be known; empty when nothing is dated."""
    issued, text = _certain(issued), in_figures(text)
    known = sorted(
        {when for when in _dates(text, issued, latest) if not issued or when[: len(issued)] <= issued[: len(when)]}
    )
    if not known:
        return ""
    return max(known, key=lambda when: (_padded(when), len(when)))


def _certain(issued: str) -> str:
    """What is certain of the day of issue: a season or an unknown month is no month to reckon with."""
    found = _CERTAIN_ISSUE.match(issued)
    return found[0] if found else ""


def _padded(when: str) -> str:
    """A date that is known less precisely counts as the earliest day it may be, but a later one of its year outdoes it."""
    return when + "-00" * ((10 - len(when)) // 3)


def _dates(text: str, issued: str, latest: str) -> Iterator[str]:
    year, month = issued[:4], issued[5:7]
    for found in _named_days(text):
        if _is_past(text, found):
            yield from _days(text, found, year, month, latest)
    for found in _MONTH.finditer(text):
        if _is_past(text, found):
            yield f"{found['year']}-{int(found['month']):02d}"
    yield from lunar_days(text, issued) if has_han(text) else english_days(text, issued)
    day_known = is_day(issued)
    if day_known:
        yield from _near_days(text, date.fromisoformat(issued))
    if year:
        yield from _dates_of_the_year(text, int(year), int(month or 0), day_known=day_known)
    yield from map(str, _years(text))


def _dates_of_the_year(text: str, year: int, month: int, *, day_known: bool) -> Iterator[str]:
    """What the text dates by the paper's own day; `month` is 0 where only the year is known."""
    for found in _BARE_MONTH.finditer(text):
        if not month or int(found["month"]) <= month:
            yield f"{year}-{int(found['month']):02d}"
    for found in _MONTH_OF_YEAR.finditer(text):
        yield f"{year - _BACK[found['which']]}-{int(found['month']):02d}"
    for found in _NEAR_MONTH.finditer(text) if month else ():
        of_year, of_month = (year - 1, 12) if found["last"] and month == 1 else (year, month - bool(found["last"]))
        yield _day(of_year, of_month, int(found["day"] or found["this"]))
    if month and (_RECENT.search(text) or (not day_known and _NEAR_DAY.search(text))):
        yield f"{year}-{month:02d}"
    if month and _LAST_MONTH.search(text):
        yield f"{year - 1}-12" if month == 1 else f"{year}-{month - 1:02d}"
    if _THIS_YEAR.search(text):
        yield str(year)
    if _LAST_YEAR.search(text):
        yield str(year - 1)


def _near_days(text: str, issued: date) -> Iterator[str]:
    """`昨日` and the like, on a page whose day is known."""
    for found in _NEAR_DAY.finditer(text):
        back = 2 if found["before"] else 1 if found["yesterday"] else 0
        yield (issued - timedelta(days=back)).isoformat()


def _days(text: str, found: re.Match[str], year: str, month: str, latest: str) -> Iterator[str]:
    """The day, or the last day of a span that was over; without a year the latest such day before the paper came out."""
    named = found["year"] or _year_before(text, found.start())
    last_month, last_day = int(found["month2"] or found["month"]), int(found["day2"] or found["day"])
    told = _TOLD_YEAR.search(text[max(0, found.start() - 3) : found.start()])
    if not named and year and told:
        named = str(int(year) - _BACK[told[0]])
    if not named and year:
        named = str(int(year) - 1) if month and last_month > int(month) else year
    if not named:
        return
    end = _day(int(named), last_month, last_day)
    if found["day2"] and latest and end > latest:
        end = _day(int(named), int(found["month"]), int(found["day"]))
    yield end


def _year_before(text: str, at: int) -> str:
    """The year of the same clause (`2022年，从9月1日起`)."""
    found = re.search(r"((?:19|20)\d{2})年[^。；,，]{0,6}$", text[max(0, at - 14) : at])
    return found[1] if found else ""


def _day(year: int, month: int, day: int) -> str:
    """An ISO day, or the month where the calendar has no such day."""
    if day > calendar.monthrange(year, month)[1]:
        return f"{year}-{month:02d}"
    return date(year, month, day).isoformat()
