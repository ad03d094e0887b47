"""A shard: one file with the postings of some tokens. Their names, the lengths of their lists, then the lists, in gzip.

u32le length of the names | names, a line each | lengths as LEB128 steps | postings. The shortest lists come first, lists of
one length in the code points' order of their tokens. Names, short, middling and long lists stand in blocks of their own:
what is alike packs well together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice
from operator import sub
from typing import NamedTuple

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
    shard = open_shard(file)
    names = shard.names[1:-1].decode("utf-8")
    tokens = names.split("\n") if names else []
    return dict(zip(tokens, map(shard.lists.__getitem__, map(slice, shard.ends, shard.ends[1:])), strict=True))


class OpenShard(NamedTuple):
    """A shard of which single lists are wanted: the names with a line end before and after each, and where the lists end."""

    names: bytes
    ends: Sequence[int]
    lists: bytes

    def get(self, token: str) -> bytes:
        """The packed postings of a token, empty where it has none."""
        at = self.names.find(b"\n%s\n" % token.encode("utf-8"))
        place = self.names.count(b"\n", 0, at)
        return self.lists[self.ends[place] : self.ends[place + 1]] if at >= 0 else b""


def open_shard(file: bytes) -> OpenShard:
    """The shard in a file. Raises zlib.error or ValueError where it is damaged."""
    data = unpack(file)
    at = 4 + int.from_bytes(data[:4], "little")
    names = data[4:at]
    lengths = list(accumulate(_steps(data[at:], names.count(b"\n") + 1 if names else 0)))
    return OpenShard(b"\n%s\n" % names, list(accumulate(lengths, initial=len(data) - sum(lengths))), data)


def _steps(data: bytes, number: int) -> Iterator[int]:
    """The first numbers of `data`, so many; nearly all are less than 128, and those stand as they are."""
    longer = _LONGER.search(data, 0, number)
    short = longer.start() if longer else number
    return chain(data[:short], islice(read_leb128(data[short:]), number - short))
