"""Dates in Chinese numerals and Republican years in figures, so that one set of patterns reads them all.

`二〇二二年九月二十三日` is 2022年9月23日, `民国二十三年` is 1934年. Lunar days (`十月初一`) and counted months stay.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ONES = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "O": 0,
    "Ｏ": 0,
    "元": 1,
}
_TENS = {"十": 10, "廿": 20, "卅": 30}
_NUMERAL = "[一二三四五六七八九十廿卅]"
_ANY = re.compile("[〇零○OＯ一二三四五六七八九十廿卅元]\\s*[年月]|民[国國]")
_REPUBLIC = re.compile(rf"(?:中华|中華)?民[国國]\s*(?P<year>元|\d{{1,2}}|{_NUMERAL}{{1,3}})\s*年")
_YEAR = re.compile(r"(?<![一二三四五六七八九])(?P<year>[一二][〇零○OＯ一二三四五六七八九]{3})\s*年(?![度代来]?[代来])")
_DAY = re.compile(rf"(?<!{_NUMERAL})(?P<month>{_NUMERAL}{{1,2}})月(?P<day>{_NUMERAL}{{1,3}})[日号號]")
_DAY_ALONE = re.compile(rf"(?<=[至到—～-])(?P<day>{_NUMERAL}{{1,3}})日")
_MONTH = re.compile(rf"(?<=\d年)(?P<month>{_NUMERAL}{{1,2}})月")
_BEFORE_THE_REPUBLIC = 1911


@lru_cache(maxsize=64)
def in_figures(text: str) -> str:
    """The text with such years, months and days in figures; kept for the texts of a page, which are asked for twice."""
    if not _ANY.search(text):
        return text
    text = _REPUBLIC.sub(lambda found: f"{_BEFORE_THE_REPUBLIC + number_of(found['year'])}年", text)
    text = _YEAR.sub(lambda found: "".join(str(_ONES[one]) for one in found["year"]) + "年", text)
    text = _DAY.sub(lambda found: f"{number_of(found['month'])}月{number_of(found['day'])}日", text)
    text = _DAY_ALONE.sub(lambda found: f"{number_of(found['day'])}日", text)
    return _MONTH.sub(lambda found: f"{number_of(found['month'])}月", text)


def number_of(numeral: str) -> int:
    """A number under a hundred in Chinese numerals or figures: 二十三, 廿三, 初三, 23."""
    if numeral.isdigit():
        return int(numeral)
    value = 0
    for character in numeral:
        if character in _TENS:
            value = max(value, 1) * 10 if character == "十" else _TENS[character]
        else:
            value += _ONES.get(character, 0)
    return value
