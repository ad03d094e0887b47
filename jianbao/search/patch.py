"""Patching a segment: of a few documents that changed, only the shards of the tokens that they lost or gained are made again."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from jianbao.search.kept_index import KeptIndex
from jianbao.search.postings import pack_postings, unpack_postings
from jianbao.search.segments import Segment
from jianbao.search.shard import read_shard, shard_file
from jianbao.search.tokens import place_of

Change: TypeAlias = tuple[int, set[str], set[str]]
"""The number of a document, the tokens that it has no more, and those that it has now."""


def patch_segment(
    index: KeptIndex, segment: Segment, shards: int, changes: list[Change]
) -> Iterator[tuple[int, bytes]]:
    """The shards that the changes touch, as they are now."""
    touched: defaultdict[int, list[tuple[str, int, bool]]] = defaultdict(list)
    for number, lost, gained in changes:
        for tokens, is_there in ((lost, False), (gained, True)):
            for token in tokens:
                touched[place_of(token) % shards].append((token, number, is_there))
    for shard, edits in sorted(touched.items()):
        lists = read_shard(index.shard(segment.first, shard))
        for token, numbers in _edited(lists, edits, segment.first).items():
            if numbers:
                lists[token] = pack_postings(numbers, segment.first)
            else:
                lists.pop(token, None)
        yield shard, shard_file(lists)


def _edited(lists: Mapping[str, bytes], edits: Iterable[tuple[str, int, bool]], first: int) -> dict[str, list[int]]:
    """The numbers of all tokens that are edited."""
    edited: dict[str, list[int]] = {}
    for token, number, is_there in edits:
        if token not in edited:
            edited[token] = unpack_postings(lists.get(token, b""), first)
        if is_there:
            insort(edited[token], number)
        else:
            edited[token].remove(number)
    return edited
