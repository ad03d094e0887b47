"""Looking up in the files of the index as they are published: the same way that the browser goes, for the proof."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from itertools import chain

from jianbao.search.postings import unpack_postings
from jianbao.search.shard import open_shard
from jianbao.search.tokens import phrase_tokens, place_of

_AT_HAND = 64
"""So many shards are kept unpacked."""


class IndexReader:
    """The index whose files `read` gives by their paths below search/."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._shard = lru_cache(_AT_HAND)(lambda path: open_shard(read(path)))
        self._segments = json.loads(read("index.json"))["segments"]

    def listed(self, token: str) -> list[int]:
        """The numbers of the documents that have a token, ascending."""
        return list(chain.from_iterable(self._in_segment(segment, token) for segment in self._segments))

    def find(self, phrase: str) -> list[int]:
        """The numbers of the documents that may have a folded phrase: all its tokens, in whatever order."""
        lists = sorted((self.listed(token) for token in phrase_tokens(phrase)), key=len)
        return sorted(set(lists[0]).intersection(*lists[1:])) if lists else []

    def _in_segment(self, segment: dict[str, int], token: str) -> list[int]:
        first, shard = segment["first"], place_of(token) % segment["shards"]
        postings = self._shard(f"t/{first}/{shard}.bin").get(token)
        return unpack_postings(postings, first) if postings else []
