"""Which readings hold: names enumerated with one another, names that come again, and of those that overlap the likeliest set."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from jianbao.archive.names.cues_around import BETWEEN, is_enumerated
from jianbao.archive.names.reading_of_name import Reading
from jianbao.knowledge.person_cues import person_cues

_ROW = 3
"""So many names in a row are enough."""
_NAMELIKE = -5.0
"""From so many points on a reading looks like a name."""
_LIKELY = -2.0
"""From so many points on a reading tells something of other places with the same name."""


def support_lists(text: str, readings: Iterable[Reading]) -> list[Reading]:
    """The readings with what their neighbours in an enumeration (区领导刘涛、谷静、胡海涛等) tell of them."""
    forward = list(_after_neighbours(text, _support_rows(text, list(readings))))
    backward = list(_before_neighbours(text, reversed(forward)))[::-1]
    return [_left_alone(text, reading) for reading in backward]


def _left_alone(text: str, reading: Reading) -> Reading:
    """Among things that are enumerated, none of them a name, a name is no likelier than elsewhere."""
    if reading.rule != "form" or not is_enumerated(text, reading.start, reading.end):
        return reading
    weights = person_cues().weights
    comma = "、" in text[max(0, reading.start - 1) : reading.start] + text[reading.end : reading.end + 1]
    return replace(reading, score=reading.score + weights["bare"] - (weights["listed"] if comma else 0.0))


def _support_rows(text: str, readings: list[Reading]) -> list[Reading]:
    """Names in a row of enough that look like names support one another, where no post stands before them."""
    before = _rows(readings, text, lambda one: one.start - 1, lambda one: one.end)
    after = _rows(readings[::-1], text, lambda one: one.end, lambda one: one.start - 1)
    bonus = person_cues().weights["beside"]
    return [
        _listed(one, bonus) if before.get((one.start, one.end), 0) + after.get((one.start, one.end), 0) > _ROW else one
        for one in readings
    ]


def _rows(
    readings: Iterable[Reading], text: str, here: Callable[[Reading], int], there: Callable[[Reading], int]
) -> dict[tuple[int, int], int]:
    """How many names stand in a row up to each place of a reading, itself included; none where there is no row."""
    reached: dict[int, int] = {}
    rows: dict[tuple[int, int], int] = {}
    for one in readings:
        if one.score > _NAMELIKE and "、" in text[max(0, one.start - 1) : one.start] + text[one.end : one.end + 1]:
            row = rows[one.start, one.end] = 1 + reached.get(here(one), 0)
            if text[there(one) : there(one) + 1] == "、":
                reached[there(one)] = max(row, reached.get(there(one), 0))
    return rows


def _after_neighbours(text: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """A reading after the comma of a likely one is likelier; in the order of the text, so that it goes on and on."""
    bonus, ends = person_cues().weights["beside"], set[int]()
    for reading in readings:
        beside = reading.start - 1 in ends and text[reading.start - 1] in BETWEEN
        told = _listed(reading, bonus) if beside else reading
        if told.score > 0:
            ends.add(told.end)
        yield told


def _before_neighbours(text: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """The same from the end."""
    bonus, starts = person_cues().weights["beside"], set[int]()
    for reading in readings:
        beside = reading.end + 1 in starts and text[reading.end] in BETWEEN
        told = _listed(reading, bonus) if beside else reading
        if told.score > 0:
            starts.add(told.start)
        yield told


def _listed(reading: Reading, bonus: float) -> Reading:
    rule = "list" if reading.rule == "form" else reading.rule
    return replace(reading, score=reading.score + bonus, rule=rule)


def support_repeats(parts: Sequence[Sequence[Reading]]) -> list[list[Reading]]:
    """The readings of all parts; a name that several places may hold is likelier at each."""
    bonus = person_cues().weights["again"]
    times = Counter(reading.name for readings in parts for reading in readings if reading.score > _LIKELY)
    return [
        [
            replace(one, score=one.score + bonus * min(3, times[one.name] - 1)) if times[one.name] > 1 else one
            for one in readings
        ]
        for readings in parts
    ]


def support_known(readings: Iterable[Reading], chosen: Counter[str], here: Sequence[Reading]) -> list[Reading]:
    """The readings of a part; a name is likelier where it was chosen at another place. `here` was chosen in this part."""
    bonus = person_cues().weights["known"]
    own = {(reading.start, reading.end) for reading in here}
    return [
        replace(one, score=one.score + bonus) if chosen[one.name] > ((one.start, one.end) in own) else one
        for one in readings
    ]


def choose(readings: Iterable[Reading]) -> list[Reading]:
    """Of the readings those that do not overlap and have the highest score together, in the order of the text."""
    hold = sorted((reading for reading in readings if reading.score > 0), key=lambda one: (one.end, one.start))
    ends = [reading.end for reading in hold]
    best: list[tuple[float, int]] = [(0.0, -1)]
    for index, reading in enumerate(hold):
        before = bisect_right(ends, reading.start, hi=index)
        with_it = best[before][0] + reading.score
        best.append((with_it, before) if with_it > best[index][0] else (best[index][0], -1))
    chosen, index = [], len(hold)
    while index:
        if best[index][1] < 0:
            index -= 1
        else:
            chosen.append(hold[index - 1])
            index = best[index][1]
    return chosen[::-1]
