"""Who must not get a page of his own: children, those of whom a court or the police reports, and whose name is changed."""

from __future__ import annotations

import re
from functools import cache

from jianbao.knowledge.posts import posts

_OF_AGE = 18
_CHANGED = re.compile(r"[（(]?[^）)。，]{0,4}化名")
_AGE_BEFORE = re.compile(r"(?P<age>\d{1,3}|[一二三四五六七八九十]{1,3})(?:周?岁|个月大)[^，。；！？\n]{0,6}$")
_AGE_AFTER = re.compile(
    r"(?:今年|现年|时年|年仅|刚满|才|[，,（(男女])*(?P<age>\d{1,3}|[一二三四五六七八九十]{1,3})(?:周?岁|个月大)"
)
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九", start=1)}
_NEAR = 14
"""Characters before a name in which an age may stand."""


def is_shielded(text: str, start: int, end: int) -> bool:
    """Whether what stands about the name text[start:end] says so."""
    before = text[max(0, start - _NEAR) : start]
    ages = [_years(found["age"]) for found in (_AGE_BEFORE.search(before), _AGE_AFTER.match(text, end)) if found]
    if _CHANGED.match(text, end) or any(age < _OF_AGE for age in ages):
        return True
    word = _shielding().search(before)
    return word is not None and not (ages and word["young"])


def _years(age: str) -> int:
    """An age in figures or in Chinese numerals up to 99."""
    if age.isdecimal():
        return int(age)
    tens, ten, ones = age.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


@cache
def _shielding() -> re.Pattern[str]:
    known = posts()
    young, others = (
        "|".join(sorted(words, key=lambda word: (-len(word), word)))
        for words in (known.young, known.shielded - known.young)
    )
    return re.compile(f"(?:(?P<young>{young})|{others})[\\s：:、]?$")
