"""A shard: one file with the postings of some tokens. A header of JSON, then the lists one behind the other, in gzip.

u32le length of the header | [token, bytes, token, bytes, …] in the order of code points | postings
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import chain

from jianbao.search.packing import pack, unpack


def shard_file(lists: Mapping[str, bytes | bytearray]) -> bytes:
    """The file of these tokens with their packed postings."""
    tokens = sorted(lists)
    header = _encode(list(chain.from_iterable((token, len(lists[token])) for token in tokens))).encode("utf-8")
    return pack(b"".join((len(header).to_bytes(4, "little"), header, *(lists[token] for token in tokens))))


def read_shard(file: bytes) -> dict[str, bytes]:
    """The packed postings of a shard by token. Raises zlib.error or ValueError where the file is damaged."""
    data = unpack(file)
    at = 4 + int.from_bytes(data[:4], "little")
    header, lists = json.loads(data[4:at]), {}
    for token, length in zip(header[::2], header[1::2], strict=True):
        lists[token] = data[at : at + length]
        at += length
    return lists


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
