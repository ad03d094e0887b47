"""The clauses of a text: what two printings of one text have in common, however the page was read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

AT_LEAST = 6
"""Characters of a clause that counts; shorter ones stand in many texts."""
SAMPLE = 8
"""Clauses by which a text is found again: those with the lowest check sums, the same ones in every printing of it."""
SAME = 0.6
"""The share of the shorter text that makes two texts one."""
_ENOUGH = 20
"""Characters in common at least; a stock phrase is no reprint."""
_CUT = re.compile(r"[^\w\s·+%-]+|\n")
_SPACE = re.compile(r"\s+")


def clauses_of(text: str) -> frozenset[str]:
    """The clauses between marks, without spaces, for which the width of a mark or a lost one makes no difference."""
    return frozenset(clause for part in _CUT.split(text) if len(clause := _SPACE.sub("", part)) >= AT_LEAST)


def sample_of(text: str) -> tuple[str, ...]:
    """Some of the text's clauses: two texts with much in common have some of these in common too."""
    return tuple(
        sorted(clauses_of(text), key=lambda clause: (crc32(clause.encode("utf-8", "replace")), clause))[:SAMPLE]
    )


def is_same_text(one: str, other: str) -> bool:
    """Whether most of the shorter text stands in the other one word for word."""
    ours, theirs = _kept_clauses(one), _kept_clauses(other)
    common = _length(ours & theirs)
    return common >= max(_ENOUGH, SAME * min(_length(ours), _length(theirs)))


def _length(clauses: Iterable[str]) -> int:
    return sum(map(len, clauses))


_kept_clauses = lru_cache(maxsize=64)(clauses_of)
