"""Columns of one text in the wrong order: put so that the end of each goes on in the next.

A text is what stands between two lines in the form of headlines. Where it breaks off at a column's end, or a column
begins in mid-sentence with nothing before it to go on from, its columns are tried in every order; another order than
the page's is taken only when its seams are far better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from jianbao.reading.cues import Cues
from jianbao.reading.fragments import Fragment, rearranged
from jianbao.reading.reasons import reasons_of
from jianbao.reading.seams import SeamSense, is_open, read_on_or_lose, starts_inside

_MOST_COLUMNS = 6
_LONGEST_HEAD = 45
"""Ems: a line of as much without a stop may be a headline."""


def put_columns_in_order(
    fragments: tuple[Fragment, ...], cues: Sequence[Cues], sense: SeamSense
) -> tuple[Fragment, ...]:
    """The fragments with shuffled columns in order, marked as moved; as they were if there are none."""
    order = list(range(len(fragments)))
    moved: set[int] = set()
    for start, end in _texts(cues):
        columns = _columns(cues, start, end)
        if 1 < len(columns) <= _MOST_COLUMNS:
            best = _best_order(columns, cues, sense)
            if best != columns:
                order[start:end] = [number for column in best for number in column]
                moved |= {n for n, was in zip(order[start:end], range(start, end), strict=True) if n != was}
    return rearranged(fragments, order, moved)


def _texts(cues: Sequence[Cues]) -> Iterator[tuple[int, int]]:
    """The runs of body text, as half-open ranges."""
    start = 0
    for number in range(len(cues) + 1):
        if number == len(cues) or not _is_body(cues[number]):
            yield from _one_text(cues, start, number)
            start = number + 1


def _one_text(cues: Sequence[Cues], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The run if it is one text: with one opening at most, and that one late only below a text that begins inside."""
    opens = [number for number in range(start, end) if cues[number].opening is not None]
    late = any(number > start for number in opens)
    if end > start + 1 and len(opens) < 2 and (not late or starts_inside(cues[start])):
        yield start, end


def _is_body(cue: Cues) -> bool:
    other = cue.byline or cue.label or cue.noise or cue.running_head or cue.colophon or cue.jump or cue.gap
    line = cue.size <= _LONGEST_HEAD and cue.first_in_block and not (cue.closed or cue.pauses)
    return cue.chinese and not (other or line or cue.repeated or cue.listed)


def _columns(cues: Sequence[Cues], start: int, end: int) -> list[tuple[int, ...]]:
    """The text cut where a column may end: before a block that stands apart from the sentence before it."""
    cuts = [n for n in range(start + 1, end) if cues[n].first_in_block and _may_part(cues[n - 1], cues[n])]
    return [tuple(range(*ends)) for ends in pairwise((start, *cuts, end))]


def _may_part(above: Cues, below: Cues) -> bool:
    return is_open(above) or starts_inside(below) or below.opening is not None


def _best_order(columns: list[tuple[int, ...]], cues: Sequence[Cues], sense: SeamSense) -> list[tuple[int, ...]]:
    """The cheapest order, if it is cheaper by enough than that of the page."""
    seams = {
        (a, b): _between(cues[a[-1]], cues[b[0]], sense) for a in columns for b in columns if a is not b
    }  # fmt: skip
    if all(seams[pair] <= 0 for pair in pairwise(columns)) and not starts_inside(cues[columns[0][0]]):
        return columns

    def cost(order: Sequence[tuple[int, ...]]) -> float:
        return _at_start(order, cues) + sum(seams[pair] for pair in pairwise(order)) + _at_end(order, cues)

    best = min(permutations(columns), key=cost)
    gain = cost(columns) - cost(best)
    return list(best) if gain >= reasons_of("columns")["shuffled"].weight else columns


def _between(left: Cues, right: Cues, sense: SeamSense) -> float:
    """What it costs to read two columns one after the other."""
    if not is_open(left):
        return reasons_of("openings")["inside"].weight if starts_inside(right) else 0.0
    return read_on_or_lose(left, right, sense)


def _at_start(order: Sequence[tuple[int, ...]], cues: Sequence[Cues]) -> float:
    first = cues[order[0][0]]
    late = any(cues[column[0]].opening is not None for column in order[1:])
    table = reasons_of("openings")
    return table["inside"].weight * starts_inside(first) + reasons_of("path")["displaced_opening"].weight * late


def _at_end(order: Sequence[tuple[int, ...]], cues: Sequence[Cues]) -> float:
    return reasons_of("seam")["loss"].weight if is_open(cues[order[-1][-1]]) else 0.0
