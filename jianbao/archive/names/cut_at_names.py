"""The words of a passage with its places and people for words: whatever the lexicon joined to them is cut off."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from jianbao.archive.names.found import PlaceFound, Span
from jianbao.archive.names.words import Words
from jianbao.knowledge.locality_names import stem_of

SHORTEST = 2
"""Characters of a stem that tells a place."""


def cut_at_names(words: Words, spans: Iterable[Span]) -> Words:
    """The same words, but that each of the spans is one word: 如东 + 港 for 如 + 东港."""
    ends = {part: list(of_part) for part, of_part in words.ends.items()}
    for part, start, end in spans:
        of_part = ends[part]
        first, last = bisect_left(of_part, start), bisect_right(of_part, end)
        of_part[first:last] = [start, end] if start else [end]
    return Words({part: tuple(of_part) for part, of_part in ends.items()})


def stems_of(places: Iterable[PlaceFound]) -> frozenset[str]:
    """What the towns and villages are called for short, as their offices are (万发 in 万发派出所)."""
    names = (name for place in places if place.kind in ("town", "village") for name in (place.name, *place.printed))
    return frozenset(stem for name in names if len(stem := stem_of(name)) >= SHORTEST and stem != name)
