"""How well one piece goes on in another: alike in title, unfinished here and begun in the middle there, of one thing."""

from __future__ import annotations

import re
from functools import lru_cache

from jianbao.archive.stories.numbering import bare
from jianbao.archive.stories.pieces import Piece

PERFECT = 1000
"""The fit of two pieces where everything speaks for it; 0 where nothing does."""
_TITLE, _SEAM, _MATTER = 0.4, 0.3, 0.3
_UNKNOWN = 0.5
"""Where one piece has no title: a continuation often has none."""
_BY_CHANCE, _OF_ONE_THING = 0.1, 0.3
"""The share of pairs of characters that two articles of one paper have in common, and two parts of one."""
_OPENINGS = ("本报讯", "本报", "新华社", "讯", "记者", "据新华社")
"""How a report of its own begins."""
_FINISHED = frozenset("。！？!?.…”\"'’）)》】]")
_IN_THE_MIDDLE = re.compile(r"(?:[，、；。：！？”’）》,;.)a-z]|[的了和与及等着过也还并而且])")


def fit(head: Piece, tail: Piece) -> int:
    """From 0 to 1000, in whole points."""
    title = _TITLE * _titles(head.title, tail.title)
    seam = _SEAM * _seam(head.text, tail.text)
    return round(PERFECT * (title + seam + _MATTER * _matter(head.text, tail.text)))


def is_unfinished(text: str) -> bool:
    """Whether the text stops before its sentence ends."""
    last = text.rstrip()[-1:]
    return bool(last) and last not in _FINISHED


def begins_in_the_middle(text: str) -> bool:
    """Whether the text begins with what no sentence begins with."""
    return bool(_IN_THE_MIDDLE.match(text.lstrip()))


def _titles(one: str, other: str) -> float:
    ours, theirs = _pairs(one), _pairs(other)
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else _UNKNOWN


def _seam(before: str, after: str) -> float:
    opens = after.lstrip().startswith(_OPENINGS)
    if is_unfinished(before):
        return 0.1 if opens else 1.0 if begins_in_the_middle(after) else 0.8
    return 0.1 if begins_in_the_middle(after) else 0.2 if opens else 0.5


def _matter(one: str, other: str) -> float:
    ours, theirs = _pairs(one), _pairs(other)
    share = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    return min(1.0, max(0.0, (share - _BY_CHANCE) / (_OF_ONE_THING - _BY_CHANCE)))


@lru_cache(maxsize=1024)
def _pairs(text: str) -> frozenset[str]:
    plain = bare(text)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))
