"""Whether an article that was changed still leads to the same others, and they to it, without looking at all of them.

What two articles have in common decides (`related`). So nothing moves as long as what came or went is the article's own: clues
that nobody else has; and as long as it is as much one text with those that have a clause of it as it was.
"""

from __future__ import annotations

import struct
from base64 import b64decode
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from jianbao.archive.stories.clauses import is_same_text
from jianbao.archive.stories.clues import Clues, Found, Sort, find_clues
from jianbao.archive.stories.packed_rows import WIDTH, lengths_of
from jianbao.archive.stories.traits import Traits
from jianbao.frozen import frozen

Owned = frozenset[int]
Later = Mapping[str, tuple[Owned, Owned]]
"""Of articles that were changed since all were looked at, by id: their clues then, and now."""


@frozen
class Holders:
    """Who has a clue: the clues of the articles `_ids`, packed in `_parts` with the ends of each one's, and those changed later."""

    _ids: Sequence[str]
    _parts: Sequence[tuple[bytes, Sequence[int]]]
    _later: Later

    @classmethod
    def of_all(cls, kept: Mapping[str, Any]) -> Holders:
        """By what `related` keeps of all articles."""
        parts = ((kept[part][1], lengths_of(kept[part])) for part in Clues._fields)
        return cls(kept["ids"], [(b64decode(packed), list(accumulate(ends, initial=0))) for packed, ends in parts], {})

    def but(self, later: Later) -> Holders:
        """The same but for what was changed later."""
        return replace(self, _later=later)

    def of(self, id: str) -> Owned:
        """The clues that the article had when all were looked at."""
        if id in self._later:
            return self._later[id][0]
        place = bisect_left(self._ids, id)
        if self._ids[place : place + 1] != [id]:
            return frozenset()
        rows = (packed[ends[place] * WIDTH : ends[place + 1] * WIDTH] for packed, ends in self._parts)
        return frozenset(clue for row in rows for (clue,) in struct.iter_unpack("<Q", row))

    def others(self, id: str, clue: int) -> set[str]:
        """The articles besides this one that have the clue."""
        then = {self._ids[bisect_right(ends, at) - 1] for packed, ends in self._parts for at in _found(packed, clue)}
        gone = {other for other, (_, now) in self._later.items() if clue not in now}
        come = {other for other, (_, now) in self._later.items() if clue in now}
        return (then - gone | come) - {id}


def _found(packed: bytes, clue: int) -> Iterator[int]:
    """Where a clue stands among packed ones, counted in clues."""
    wanted, at = struct.pack("<Q", clue), -1
    while (at := packed.find(wanted, at + 1)) >= 0:
        if at % WIDTH == 0:
            yield at // WIDTH


def same_leads(
    before: Traits, now: Traits, holders: Holders, text_of: Callable[[str], str]
) -> tuple[Owned, Owned] | None:
    """The clues of the article when all were looked at, and now; None where some article may lead elsewhere now.

    `text_of` gives the plain text of any article by its id.
    """
    id, then, since = now.id, find_clues(before), find_clues(now)
    if any(holders.others(id, clue) for clue, *_ in set(_told(then)) ^ set(_told(since))):
        return None
    clauses = [clue for clue in since.clues.central if Sort.of(clue) == Sort.TEXT]
    for other in {other for clue in clauses for other in holders.others(id, clue)}:
        text = text_of(other)
        if is_same_text(before.text, text) != is_same_text(now.text, text):
            return None
    return holders.of(id), frozenset((*since.clues.central, *since.clues.passing))


def _told(found: Found) -> list[tuple[int, bool, str]]:
    """Every clue, whether the article is about it, and what readers see of it."""
    central, passing = found.clues
    return [(clue, about, found.names[clue]) for about, part in ((True, central), (False, passing)) for clue in part]
