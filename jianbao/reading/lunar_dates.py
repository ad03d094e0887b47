"""Lunar days that a text names (`农历八月十五`, `正月十五`, `腊月二十三`, 中秋节当天) as days of the solar calendar.

A month in numerals with a day that only the lunar calendar writes (初, 廿, or in 正月, 冬月, 腊月) needs no `农历` before it.
What happens every year is no event, and neither is a festival that is merely near (`中秋节来临之际`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jianbao.knowledge.lunar_calendar import FESTIVALS, is_year_named, solar_day
from jianbao.reading.numeral_dates import number_of

_MONTHS = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
_LEADS = r"(?:农历|農曆|阴历|陰曆|旧历|舊曆|夏历|夏曆)"
_CYCLE = r"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
_MONTH = r"(?P<leap>闰|閏)?(?P<month>正|冬|腊|臘|十[一二]?|[一二三四五六七八九])月"
_DAY_OF_MONTH = (
    r"(?P<day>初[一二三四五六七八九十]|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|卅)"
    r"(?![一二三四五六七八九十日号號余多天])"
)
_DAY = re.compile(
    rf"(?P<lead>{_LEADS})?的?\s*(?:(?P<cycle>{_CYCLE})年?\s*)?(?:(?P<year>(?:18|19|20)\d{{2}})年\s*)?(?P<lead2>{_LEADS})?\s*"
    rf"{_MONTH}{_DAY_OF_MONTH}"
)
_SIGN = re.compile("[正冬腊臘一二三四五六七八九十]月[初十二三廿卅]")
"""What every such day has, and few texts have."""
_ONLY_LUNAR_DAY = re.compile(r"初|廿|卅")
_HAPPENED = r"(?:当天|當天|当日|當日|这天|這天|那天|之夜|夜|上午|下午|晚上?|清晨|早上|早晨)"
_NAMED = re.compile("|".join(FESTIVALS))
_FESTIVAL = re.compile(rf"(?:(?P<year>(?:18|19|20)\d{{2}})年)?(?P<name>{'|'.join(FESTIVALS)}){_HAPPENED}")
_EVERY_YEAR = re.compile(r"(?:每年|每逢|历年|歷年|自古|年年|生于|出生于)[^。；;，,]{0,14}$")


def lunar_days(text: str, issued: str) -> Iterator[str]:
    """The ISO days of the lunar days in the text, the latest that is not after `issued` where the text tells no year."""
    if _SIGN.search(text):
        yield from _told_days(text, issued)
    if _NAMED.search(text):
        for found in _FESTIVAL.finditer(text):
            if not _EVERY_YEAR.search(text[max(0, found.start() - 18) : found.start()]):
                yield from _resolved(found["year"] or "", *FESTIVALS[found["name"]], issued=issued)


def lunar_day_of_head(text: str) -> str:
    """The solar day of the lunar one in a running head that prints a year beside it, but no other day."""
    year = re.search(r"(?<!\d)(?:18|19|20)\d{2}(?!\d)", text)
    for found in _DAY.finditer(text):
        if not year or not (found["lead"] or found["lead2"] or found["cycle"]):
            continue
        for of_year in (int(year[0]), int(year[0]) - 1):
            day = solar_day(of_year, _month(found), number_of(found["day"]), leap=bool(found["leap"]))
            named = not found["cycle"] or is_year_named(of_year, found["cycle"])
            if named and day.startswith(year[0]):
                return day
    return ""


def _told_days(text: str, issued: str) -> Iterator[str]:
    for found in _DAY.finditer(text):
        told = found["lead"] or found["lead2"] or found["cycle"]
        certain = told or found["month"] in _MONTHS or _ONLY_LUNAR_DAY.match(found["day"])
        if not certain or _EVERY_YEAR.search(text[max(0, found.start() - 18) : found.start()]):
            continue
        year = found["year"] or _year_before(text, found.start())
        yield from _resolved(year, _month(found), number_of(found["day"]), leap=bool(found["leap"]), issued=issued)


def _year_before(text: str, at: int) -> str:
    found = re.search(r"((?:18|19|20)\d{2})年[^。；;]{0,2}$", text[max(0, at - 8) : at])
    return found[1] if found else ""


def _month(found: re.Match[str]) -> int:
    return _MONTHS.get(found["month"]) or number_of(found["month"])


def _resolved(told: str, month: int, day: int, *, issued: str, leap: bool = False) -> Iterator[str]:
    """The day of the year that was told, else the last such day before the paper came out."""
    if not told and len(issued) < len("2022-09"):
        return
    year = int(told or issued[:4])
    for of_year in (year,) if told else (year, year - 1):
        when = solar_day(of_year, month, day, leap=leap)
        if when and (told or when[: len(issued)] <= issued):
            yield when
            return
