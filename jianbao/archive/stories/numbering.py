"""Numbered parts: 系列报道之三, 连载（12）, …①, （上）（下）, Part II. What is numbered, and which part it is."""

from __future__ import annotations

import re
from typing import NamedTuple

_CHINESE = "一二三四五六七八九十"
_NUMBER = rf"(?P<number>[{_CHINESE}]{{1,3}}|\d{{1,3}}|[①-⑳]|[上中下])"
_ROMAN = r"(?P<number>[IVXLC]{1,6}|\d{1,3})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?P<name>.*?)\s*[—-]*之(?P<number>[{_CHINESE}]{{1,3}}|\d{{1,3}})$",
        rf"^(?P<name>.*?)\s*[(（\[〔【]{_NUMBER}[)）\]〕】]$",
        r"^(?P<name>.*?)\s*(?P<number>[①-⑳])$",
        rf"^(?P<name>.*?)\s*(?:第(?P<number>[{_CHINESE}]{{1,3}}|\d{{1,3}})[期集回篇讲部]分?)$",
        rf"^(?P<name>.+?)[\s,.:;—–-]+(?:(?i:part|no\.|chapter|letter)\s*){_ROMAN}\.?$",
        rf"^(?P<name>.+?)\.?\s*[—–-]+\s*{_ROMAN}\.?$",
    )
)
LONGEST = 120
"""Characters of a title line; what is longer is none."""
_MAY_BE_NUMBERED = re.compile(rf"[{_CHINESE}\dIVXLC①-⑳期集回篇讲部分)）\]〕】.]\s*$")
_BARE = re.compile(r"[\W_]+")
_VOLUMES = {"上": 1, "中": 2, "下": 3}
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Part(NamedTuple):
    """What is numbered, as printed without its number, and the number."""

    name: str
    number: int


def part_of(line: str) -> Part | None:
    """The part that a title line says it is; None where it says nothing of the kind."""
    if len(line) > LONGEST or not _MAY_BE_NUMBERED.search(line):
        return None
    for pattern in _PATTERNS:
        found = pattern.match(line.strip())
        number = number_of(found["number"]) if found else 0
        if found and number:
            return Part(found["name"].strip(" —–-:：·"), number)
    return None


def bare(text: str) -> str:
    """The text without marks and spaces, in small letters: how it is spaced and set makes no difference."""
    return _BARE.sub("", text).casefold()


def number_of(text: str) -> int:
    """The number that is written so: 3, 三, 十二, ③, 下, IV; 0 for anything else."""
    if text in _VOLUMES:
        return _VOLUMES[text]
    if text.isdecimal():
        return int(text)
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    return _roman(text) if text.isascii() else _chinese(text)


def _chinese(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _CHINESE.find(text) + 1 if len(text) == 1 else 0
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        return 0
    return 10 * (_CHINESE.find(tens) + 1 if tens else 1) + (_CHINESE.find(ones) + 1 if ones else 0)


def _roman(text: str) -> int:
    values = [_LETTERS.get(letter, 0) for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs) if all(values) else 0
