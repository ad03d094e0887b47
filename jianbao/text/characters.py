"""Classes of characters, and the width of a line in ems, as a compositor counts."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""For use inside a character class of a pattern."""

_FULL = f"{HAN}\u3000-\u303f\uff01-\uff60“”‘’…—·□■●○◎▲△◆◇★☆"
_ASCII_LETTER = re.compile("[A-Za-z]")

OPENING = "“‘（《〈【「『〔［([{"
CLOSING = "”’）》〉】」』〕］)]}"


@cache
def is_han(character: str) -> bool:
    """Whether it is a Chinese character."""
    return bool(_one_of(HAN).match(character))


@cache
def is_full_width(character: str) -> bool:
    """Whether it is set on a full em in Chinese type: Han, Chinese punctuation, by-line marks."""
    return bool(_one_of(_FULL).match(character))


def is_latin(character: str) -> bool:
    """Whether it is a letter of a Latin alphabet."""
    return character.isalpha() and unicodedata.name(character, "").startswith("LATIN")


def has_han(text: str) -> bool:
    """Whether any character is Chinese."""
    return bool(_one_of(HAN).search(text))


def count_han(text: str) -> int:
    """How many of the characters are Chinese."""
    return sum(map(len, _run_of(HAN).findall(text)))


def is_chinese(text: str) -> bool:
    """Whether the text is Chinese rather than in a Latin script: Han characters are at least a third of the letters."""
    if not _ASCII_LETTER.search(text):
        return has_han(text)  # as most Chinese paragraphs can be told, without counting
    han = count_han(text)
    return han > 0 and 2 * han >= len(_ASCII_LETTER.findall(text)) / 2


@lru_cache(maxsize=512)
def ems(text: str) -> float:
    """The set width: a full em for a full-width character, half an em for any other.

    Kept for the lines of a page, which are measured again and again while it is decided where a block is cut.
    """
    return 0.5 * (len(text) + sum(map(len, _run_of(_FULL).findall(text))))


def fold_width(text: str) -> str:
    """The text with U+FF01–FF5E and the ideographic space as ASCII, character for character; for matching only."""
    return _FOLDED.sub(lambda found: _FOLD[found[0]], text)


@cache
def _one_of(characters: str) -> re.Pattern[str]:
    """Compiled when it is asked for: a class as large as this takes milliseconds."""
    return re.compile(f"[{characters}]")


@cache
def _run_of(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{characters}]+")


_FOLD = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "\xa0": " "}
_FOLDED = re.compile(f"[{re.escape(''.join(_FOLD))}]")
