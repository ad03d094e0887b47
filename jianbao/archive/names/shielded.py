"""Who must not get a page of his own: children, those of whom a court or the police reports, and whose name is changed."""

from __future__ import annotations

import re
from functools import cache

from jianbao.knowledge.english_names import english_names
from jianbao.knowledge.posts import posts

_OF_AGE = 18
_CHANGED = re.compile(r"[（(]?[^）)。，]{0,4}化名")
_AGE_BEFORE = re.compile(r"(?P<age>\d{1,3}|[一二三四五六七八九十]{1,3})(?:周?岁|个月大)[^，。；！？\n]{0,6}\Z")
_AGE_AFTER = re.compile(
    r"(?:今年|现年|时年|年仅|刚满|才|[，,（(男女])*(?P<age>\d{1,3}|[一二三四五六七八九十]{1,3})(?:周?岁|个月大)"
)
_REPORTED = re.compile(
    r"(?:[（(][^）)\n]{1,12}[）)])?[，,]?(?:等[^，。\n]{0,4})?(?:因|以)?(?:涉嫌|获刑|落网|投案自首|"
    r"被(?:依法|公安机关|警方|当场)?(?:刑事拘留|行政拘留|拘留|刑拘|逮捕|批捕|判处|判刑|抓获|通缉))"
)
"""What a court or the police reports of somebody, behind the name."""
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九", start=1)}
_NEAR = 14
"""Characters before a name in which an age may stand."""


def is_shielded(text: str, start: int, end: int) -> bool:
    """Whether what stands about the name text[start:end] says so."""
    before = text[max(0, start - _NEAR) : start]
    ages = [_years(found["age"]) for found in (_AGE_BEFORE.search(before), _AGE_AFTER.match(text, end)) if found]
    if _CHANGED.match(text, end) or _REPORTED.match(text, end) or any(age < _OF_AGE for age in ages):
        return True
    word = _shielding().search(before)
    return word is not None and not (ages and word["young"])


def is_shielded_english(text: str, start: int, end: int) -> bool:
    """The same in an English text: a word of the court or an age below eighteen in the sentence of the name."""
    first = max(text.rfind(stop, 0, start) for stop in (". ", "\n", "! ", "? ")) + 1
    stops = [place for stop in (". ", "\n", "! ", "? ") if (place := text.find(stop, end)) >= 0]
    before, after = text[first:start], text[end : min(stops, default=len(text))]
    age = _AGE_ENGLISH.match(after)
    return bool(age and int(age["age"]) < _OF_AGE) or bool(_court().search(before) or _court().search(after))


_AGE_ENGLISH = re.compile(r",?\s(?:aged\s|age\s)?(?P<age>\d{1,2})(?:\syears?(?:\sold|\sof\sage)|,)")


@cache
def _court() -> re.Pattern[str]:
    words = sorted(english_names().shielded, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


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
    return re.compile(f"(?:(?P<young>{young})|{others})[\\s：:、]?\\Z")
