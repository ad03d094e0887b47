"""Segments: the index is cut by document number, so that a page that is added touches only the last, small ones.

The numbers below `next` are cut at the digits of `next` in base 16, from 64 on: of 10,000 (9·1024 + 12·64 + 16) come
[0, 9216), [9216, 9984), [9984, 10000). It depends on `next` alone, and a query asks a handful.
"""

from __future__ import annotations

from math import isqrt
from typing import NamedTuple

_SMALLEST = 64
_BASE = 16
DIVISIONS = 64
"""Divides every number of shards above it, so that an index can be made a division at a time."""
_MOST_SHARDS = 8192


class Segment(NamedTuple):
    """The documents with the numbers from `first` up to `end`, which is not one of them."""

    first: int
    end: int


def cut_segments(end: int) -> tuple[Segment, ...]:
    """The segments of the numbers from 0 up to `end`, in order."""
    size = _SMALLEST
    while size * _BASE <= end:
        size *= _BASE
    segments, first = [], 0
    while first < end:
        step = (end - first) // size * size if size >= _SMALLEST else end - first
        if step:
            segments.append(Segment(first, first + step))
        first, size = first + step, size // _BASE
    return tuple(segments)


def shards_for(postings: int) -> int:
    """In how many shards so many postings stand: half the root, as a power of two up to 64, then in steps of 64.

    A query takes a shard of every segment for each of its tokens. With so many files in all, it takes the fewest bytes
    when the shards of a segment go by the root of its size. 10,000 articles have some 2,400 shards, 100,000 some 6,500.
    """
    wanted = max(isqrt(postings) * 13 // 25, 1)
    if wanted < DIVISIONS:
        return 1 << (wanted.bit_length() - 1)
    return min((wanted + DIVISIONS // 2) // DIVISIONS * DIVISIONS, _MOST_SHARDS)
