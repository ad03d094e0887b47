"""Where a Chinese article names persons: the readings that hold, in each of its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jianbao.archive.names.choose_readings import choose, support_known, support_lists, support_repeats
from jianbao.archive.names.foreign_people import find_foreign
from jianbao.archive.names.names_model import least_worth_a_look, modelled
from jianbao.archive.names.person_readings import find_readings, further_readings
from jianbao.archive.names.reading_of_name import Reading
from jianbao.archive.names.short_mentions import places_of
from jianbao.knowledge.told_people import ToldPeople

Readings = dict[str, list[Reading]]
"""By part of the passage, in the order of the text."""
_TOLD = 100.0


def choose_names(texts: Mapping[str, str], told: ToldPeople) -> Readings:
    """The names in the parts of a passage, each place weighed with what the others tell."""
    least = least_worth_a_look()
    weighed = support_repeats(
        [support_lists(text, outside(ruled_out(text, told), find_readings(text, least))) for text in texts.values()]
    )
    certain = [
        [*foreign, *_told(text, told)] for text, foreign in zip(texts.values(), find_foreign(texts), strict=True)
    ]
    first = [choose([*some, *sure]) for some, sure in zip(weighed, certain, strict=True)]
    times = Counter(reading.name for readings in first for reading in readings)
    chosen = {}
    for (part, text), some, sure, here in zip(texts.items(), weighed, certain, first, strict=True):
        known = support_known([*some, *_further(text, first, some)], times, here)
        taken = choose([*known, *sure])
        chosen[part] = sorted([*taken, *modelled(text, known, taken)], key=lambda one: one.start)
    return chosen


def ruled_out(text: str, told: ToldPeople) -> tuple[tuple[int, int], ...]:
    """Where the text has what people say is no name: no part of it is one either."""
    return tuple((start, start + len(word)) for word in sorted(told.never) for start in places_of(word, text))


def outside(spans: Sequence[tuple[int, int]], readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings that are no part of any of these places."""
    return (one for one in readings if not any(start <= one.start and one.end <= end for start, end in spans))


def _further(text: str, first: Sequence[Sequence[Reading]], some: Sequence[Reading]) -> Iterator[Reading]:
    """The places of the chosen names that were not worth a look as long as nothing was known of the names."""
    names = {one.name for readings in first for one in readings if "·" not in one.name and one.rule != "told"}
    for name in sorted(names):
        yield from further_readings(text, name, {one.start for one in some if one.name == name})


def _told(text: str, told: ToldPeople) -> Iterator[Reading]:
    """The names that people told of, wherever they stand."""
    for name in told.added:
        for start in places_of(name, text):
            yield Reading(start, start + len(name), _TOLD, name, rule="told")
