"""Straight quotes in Chinese text become “ ” and ‘ ’, paired over the whole paragraph.

Source: GB/T 15834-2011: “ ” outside, ‘ ’ inside. Each mark may open or close; what stands beside it speaks for one or
the other, and the cheapest reading of all of them is taken, so that one lost mark does not turn all that follow. An
apostrophe between Latin letters, or digits (`5'11`), stays; one for the century of a year (`'97年会`) is curled, and
closes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from jianbao.text.change import Change
from jianbao.text.characters import CLOSING, OPENING

RULE = "quotes"
_CURLY = {'"': ("“", "”"), "'": ("‘", "’")}
_UNPAIRED = 2.2
"""The price of opening what is open, or closing what is not."""
_ODD = 0.7
"""The price of taking what stands between two quotations for one."""
_LEFT_OPEN = 1.0
"""The price of a quotation that does not close in its paragraph: speech may go on in the next."""
_ELIDED = 0.2
"""The price of taking a mark before two digits for an apostrophe, so that one with a partner is still a quotation."""
_CLOSES_BEFORE_YEAR = 0.5
_YEAR = re.compile(r"(?<![A-Za-z0-9])'(?=\d\d(?![\d月日点时分个万亿元名人%]))")
_BEFORE_OPENING = "：:，,、；;" + OPENING
_AFTER_CLOSING = "，,、。；;：:？！!?" + CLOSING


_Way: TypeAlias = tuple[float, tuple[bool, ...]]
"""What the marks so far cost, and for each whether it opens."""


def pair_quotes(text: str) -> list[Change]:
    """A change for every straight quote that is a quotation mark."""
    changes: list[Change] = []
    for straight, (opening, closing) in _CURLY.items():
        if straight not in text:
            continue
        places = [at for at in _places_of(straight, text) if not _is_apostrophe(text, at)]
        for at, opens in zip(places, _cheapest_pairing(text, places), strict=True):
            changes.append(Change(at, at + 1, opening if opens else closing, RULE))
    return sorted(changes, key=lambda change: change.start)


def _places_of(character: str, text: str) -> Iterator[int]:
    at = text.find(character)
    while at >= 0:
        yield at
        at = text.find(character, at + 1)


def _is_apostrophe(text: str, at: int) -> bool:
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return text[at] == "'" and len(around) == 2 and around.isascii() and (around.isalpha() or around.isdigit())


def _leaning(text: str, at: int) -> float:
    """How much the neighbours speak for opening (positive) or closing (negative)."""
    left, right = text[:at].rstrip()[-1:], text[at + 1 :].lstrip()[:1]
    leaning = 0.0
    if not left or left in "：:" + OPENING:
        leaning += 1.5
    elif left in _BEFORE_OPENING:
        leaning += 0.8
    elif left in "。！？…!?":
        leaning -= 0.6
    if not right or right in _AFTER_CLOSING:
        leaning -= 1.5
    return leaning


def _oddity(quoted: str) -> float:
    """A quoted term holds no comma in its midst; quoted speech ends with a stop or is long."""
    short = len(quoted) < 40 and quoted[-1:] not in "。！？…，,!?"
    return _ODD if short and any(mark in quoted for mark in "，,。；;") else 0.0


def _cheapest_pairing(text: str, places: list[int]) -> list[bool]:
    """For every mark whether it opens: the way through with the least unpaired marks and the least against its neighbours.

    An apostrophe looks like a closing mark, but leaves open what is open.
    """
    ways: dict[bool, _Way] = {False: (0.0, ())}
    for number, at in enumerate(places):
        leaning = _leaning(text, at)
        quoted = text[places[number - 1] + 1 : at] if number else ""
        elided = bool(_YEAR.match(text, at))
        reached: dict[bool, _Way] = {}
        for is_open, (cost, way) in ways.items():
            for opens in (True, False):
                step = cost + (_UNPAIRED if opens == is_open else 0.0) + max(0.0, -leaning if opens else leaning)
                if is_open and not opens:
                    step += _oddity(quoted) + _CLOSES_BEFORE_YEAR * elided
                _keep_cheaper(reached, opens, (step, (*way, opens)))
            if elided:
                _keep_cheaper(reached, is_open, (cost + _ELIDED, (*way, False)))
        ways = reached
    return list(min((cost + (_LEFT_OPEN if is_open else 0.0), way) for is_open, (cost, way) in ways.items())[1])


def _keep_cheaper(reached: dict[bool, _Way], is_open: bool, way: _Way) -> None:
    if is_open not in reached or way[0] < reached[is_open][0]:
        reached[is_open] = way
