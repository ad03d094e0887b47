"""The bodies that a Chinese text names: their last words first, then, of all ways to read them, the one worth most."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jianbao.archive.names.organization_ends import find_ends
from jianbao.archive.names.organization_names import Name, Named, kind_of
from jianbao.archive.names.organization_starts import possible_names
from jianbao.knowledge.word_classes import WordClass

WORTH = {"trade": 1.5}
"""What a name may cost at most to be read rather than none, by the freedom of its last word."""
USUAL_WORTH = 4.0


class Reading(NamedTuple):
    """A way to read a text up to some place: the names, the last one first, and what they are worth together."""

    worth: float
    name: Name | None = None
    before: Reading | None = None


def names_in_chinese(text: str, ends: Sequence[int], local: Mapping[str, WordClass]) -> Iterator[Named]:
    """The names in a text whose words end at `ends`, in its order, none overlapping another.

    `local` holds the words of the passage that are places or people in it.
    """
    return (Named(name.start, name.end, kind_of(name)) for name in best_names(text, ends, local))


def best_names(text: str, ends: Sequence[int], local: Mapping[str, WordClass]) -> list[Name]:
    """The names worth most together: of 市公安局交警支队 the whole, of 市公安局和教育局 the two."""
    cheapest: dict[int, Name] = {}
    stops, readings = [0], [Reading(0.0)]
    for last in find_ends(text, ends):
        best = readings[-1]
        for name in possible_names(text, ends, last, cheapest, local):
            cheapest[name.end] = name
            before = readings[bisect_right(stops, name.start) - 1]
            if before.worth + worth(name) > best.worth:
                best = Reading(before.worth + worth(name), name, before)
        stops.append(last.end)
        readings.append(best)
    return names_of(readings[-1])


def worth(name: Name) -> float:
    """What it is worth to read the name: of one that belongs to another both."""
    above = worth(name.above) if name.above else 0.0
    return WORTH.get(name.last.is_end.freedom, USUAL_WORTH) - name.cost + above


def names_of(reading: Reading) -> list[Name]:
    """The names of a reading in the order of the text."""
    names = []
    while reading.name and reading.before is not None:
        names.append(reading.name)
        reading = reading.before
    return names[::-1]
