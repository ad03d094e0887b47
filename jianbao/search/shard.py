"""A shard: one file with the postings of some tokens. Their names, the lengths of their lists, then the lists, in gzip.

u32le length of the names | names, a line each | lengths as LEB128 steps | postings. The shortest lists come first, lists of
one length in the code points' order of their tokens. Names, short, middling and long lists stand in blocks of their own:
what is alike packs well together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from itertools import accumulate, chain
from operator import sub

from jianbao.search.packing import pack, unpack
from jianbao.search.postings import leb128, read_leb128

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
    lengths = list(accumulate(step for step, _ in zip(read_leb128(data[at:]), tokens, strict=False)))
    at = len(data) - sum(lengths)
    lists = {}
    for token, length in zip(tokens, lengths, strict=True):
        lists[token] = data[at : at + length]
        at += length
    return lists
