"""Stray spaces: in Chinese prose none stays but between Latin words; in headlines and English text one of each run does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jianbao.text.change import Change
from jianbao.text.characters import CLOSING, OPENING, is_full_width

RULE = "space"
_RUN = re.compile(r"[ \t\u3000\xa0\u2000-\u200a\u202f\u205f]+")
_PUNCTUATION = set("，。；：？！、…" + OPENING + CLOSING)
_NO_SPACE_AFTER = _PUNCTUATION - set("”’》）)！？")
_NO_SPACE_BEFORE = _PUNCTUATION - set("“‘《（(")


def close_up_prose(text: str) -> list[Change]:
    """Spaces of prose: none beside a full-width character or at an end; one between Latin words or numbers."""
    return list(_closed(text, lambda left, right: is_full_width(left) or is_full_width(right)))


def close_up_latin(text: str) -> list[Change]:
    """Spaces of English text: one between two words or marks, none at the ends."""
    return list(_closed(text, lambda left, right: False))


def close_up_headline(text: str) -> list[Change]:
    """Spaces of a headline: one between two runs stays; beside punctuation and at the ends none."""
    return list(_closed(text, lambda left, right: left in _NO_SPACE_AFTER or right in _NO_SPACE_BEFORE))


def _closed(text: str, closes: Callable[[str, str], bool]) -> Iterator[Change]:
    for found in _RUN.finditer(text):
        left, right = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        after = "" if not left or not right or "\n" in (left, right) or closes(left, right) else " "
        if found[0] != after:
            yield Change(found.start(), found.end(), after, RULE)
