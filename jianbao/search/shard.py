"""A shard: one file with the postings of some tokens. Their names, the lengths of their lists, then the lists, in gzip.

u32le length of the names | names, a line each | lengths as LEB128 steps | postings. The shortest lists come first, lists of
one length in the code points' order of their tokens. Names, short, middling and long lists stand in blocks of their own:
what is alike packs well together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import accumulate, chain, islice
from operator import sub

from jianbao.search.packing import pack, unpack
from jianbao.search.postings import leb128, read_leb128

_LONGER = re.compile(b"[\x80-\xff]")
_PARTS = (64, 8)
"""Lists below a 64th of all postings are short, from an eighth on they are long."""


def shard_file(lists: Mapping[str, bytes | bytearray]) -> bytes:
    """The file of these tokens with their packed postings."""
    tokens = sorted(sorted(lists), key=lambda token: len(lists[token]))
    lengths = [len(lists[token]) for token in tokens]
    names = "\n".join(tokens).encode("utf-8")
    steps = b"".join(map(leb128, map(sub, lengths, chain((0,), lengths))))
    head = b"".join((len(names).to_bytes(4, "little"), names, steps))
    first, second = (bisect_left(lengths, sum(lengths) // part) for part in _PARTS)
    parts = (tokens[:first], tokens[first:second], tokens[second:])
    return pack(head, *(b"".join(lists[token] for token in part) for part in parts))


def read_shard(file: bytes) -> dict[str, bytes]:
    """The packed postings of a shard by token. Raises zlib.error or ValueError where the file is damaged."""
    data = unpack(file)
    at = 4 + int.from_bytes(data[:4], "little")
    names = data[4:at].decode("utf-8")
    tokens = names.split("\n") if names else []
    lengths = list(accumulate(_steps(data[at:], len(tokens))))
    ends = list(accumulate(lengths, initial=len(data) - sum(lengths)))
    return dict(zip(tokens, map(data.__getitem__, map(slice, ends, ends[1:])), strict=True))


def _steps(data: bytes, number: int) -> Iterator[int]:
    """The first numbers of `data`, so many; nearly all are less than 128, and those stand as they are."""
    longer = _LONGER.search(data, 0, number)
    short = longer.start() if longer else number
    yield from data[:short]
    yield from islice(read_leb128(data[short:]), number - short)
