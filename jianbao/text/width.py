"""Punctuation that lost its width: `, : ; ? ! ( )` in Chinese text become full-width again.

A text layer that mapped U+FF01–FF5E to ASCII is undone by context: the mark is Chinese where the nearest character on
its left is, or where a number stands left and Chinese right. Inside numbers and Latin it stays (`1:30`, `1,200`,
`12+9+N`). Brackets are decided by the pair, never one side alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jianbao.text.change import Change
from jianbao.text.characters import is_han

RULE = "full-width"
_FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_MARK = re.compile(f"[{''.join(_FULL)}]")
_PASSED_OVER = " \n\r\t\"'?!"
_BRACKET = re.compile("[()]")
_CHINESE_LEFT = "”’）》〉】」』%％‰℃°㎡…。，、；：？！—～·)"


def widen_punctuation(text: str) -> list[Change]:
    """The marks and the pairs of brackets that are to be full-width."""
    changes = [Change(at, at + 1, _FULL[mark], RULE) for at, mark in _marks(text) if _is_chinese_mark(text, at)]
    for left, right in _pairs(text):
        if _is_chinese_pair(text, left, right):
            changes += [Change(left, left + 1, "（", RULE), Change(right, right + 1, "）", RULE)]
    return sorted(changes)


def _marks(text: str) -> Iterator[tuple[int, str]]:
    return ((found.start(), found[0]) for found in _MARK.finditer(text))


def _neighbour(text: str, at: int, step: int) -> str:
    at += step
    while 0 <= at < len(text) and text[at] in _PASSED_OVER:
        at += step
    return text[at] if 0 <= at < len(text) else ""


def _is_chinese_mark(text: str, at: int) -> bool:
    left = _neighbour(text, at, -1)
    if left and (is_han(left) or left in _CHINESE_LEFT):
        return True
    right = _neighbour(text, at, +1)
    if not left:
        return bool(right) and is_han(right)
    if left == ")":
        return is_han(right) if right else False
    return bool(right) and (is_han(right) or right in "“‘《（")


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """ASCII brackets that close one another, also with a full-width partner left alone."""
    open_at: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "(":
            open_at.append(bracket.start())
        elif open_at:
            yield open_at.pop(), bracket.start()


def _is_chinese_pair(text: str, left: int, right: int) -> bool:
    if any(is_han(character) for character in text[left + 1 : right]):
        return True
    before, after = _neighbour(text, left, -1), _neighbour(text, right, +1)
    return bool(before and (is_han(before) or before in _CHINESE_LEFT)) or bool(after and is_han(after))
