"""Postings: the numbers of the documents that have a token, ascending, as LEB128 steps from one to the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from operator import sub


def leb128(number: int) -> bytes:
    """A number that is not negative in as few bytes as it needs: seven bits each, the lowest first."""
    return _LEB128[number] if number < len(_LEB128) else _leb128(number)


def _leb128(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


_LEB128 = [_leb128(number) for number in range(1 << 14)]
_SHORT = {data: number for number, data in enumerate(_LEB128)}
_ONE = re.compile(b"[\x80-\xff]*[\x00-\x7f]")


def read_leb128(data: bytes) -> Iterator[int]:
    """The numbers that stand in `data`, one behind the other."""
    value = shift = 0
    for byte in data:
        value |= (byte & 127) << shift
        if byte & 128:
            shift += 7
        else:
            yield value
            value = shift = 0


def pack_postings(numbers: Sequence[int], before: int) -> bytes:
    """Ascending numbers as steps, the first from `before`."""
    try:
        steps = bytes(map(sub, numbers, chain((before,), numbers)))
    except ValueError:  # one of them is more than a byte
        steps = b"\xff"
    if steps.isascii():  # each step below 128 is its own LEB128
        return steps
    gaps = list(map(sub, numbers, chain((before,), numbers)))
    return b"".join(map(_LEB128.__getitem__ if max(gaps) < len(_LEB128) else leb128, gaps))


def unpack_postings(data: bytes, before: int) -> list[int]:
    """The numbers of which `data` has the steps."""
    steps: Iterable[int] = data
    if not data.isascii():
        try:
            steps = [_SHORT[one] for one in _ONE.findall(data)]
        except KeyError:
            steps = read_leb128(data)
    return list(accumulate(steps, initial=before))[1:]
