"""Rows of whole numbers as a short text: what is kept of 10,000 articles is read back in a hundredth of a second."""

from __future__ import annotations

import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

Row = Sequence[int]
WIDTH = 8
"""Bytes of a number, its lowest ones first."""


def pack(rows: Iterable[Row]) -> list[str]:
    """The rows, of numbers from 0 to 2⁶⁴ - 1, as two texts: how long each is, and all their numbers."""
    lengths, numbers = array("Q"), array("Q")
    for row in rows:
        lengths.append(len(row))
        numbers.extend(row)
    return [_text(lengths), _text(numbers)]


def pack_flat(lengths: Iterable[int], numbers: Iterable[int]) -> list[str]:
    """What `pack` gives for the rows of these lengths that these are the numbers of."""
    return [_text(array("Q", lengths)), _text(array("Q", numbers))]


def lengths_of(packed: Sequence[str]) -> Sequence[int]:
    """How long the rows are that were packed."""
    return _numbers(packed[0])


def unpack(packed: Sequence[str]) -> Iterator[Row]:
    """The rows that were packed; ValueError where the texts are none of `pack`."""
    lengths, numbers = map(_numbers, packed)
    ends = accumulate(lengths, initial=0)
    return (numbers[start:end] for start, end in pairwise(ends))


def _text(numbers: array[int]) -> str:
    if sys.byteorder == "big":
        numbers.byteswap()
    return b64encode(numbers.tobytes()).decode("ascii")


def _numbers(text: str) -> array[int]:
    numbers = array("Q", b64decode(text))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
