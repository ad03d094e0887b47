"""How the raw text of a page is cut into rows, so that what was read of it can stand beside it at the same height.

A row is a stretch of the raw text with the parts of articles that were read from it. Columns that stand line by line in
one another make one row; a stray line far from its paragraph makes a row of its own, from which a link leads home. The
rows tile the raw text: every character of it is in exactly one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from jianbao.content.ledger_evidence import Evidence
from jianbao.frozen import frozen

_FAR = 240
"""So many characters of others between two spans of a part, and they do not belong to one row."""
_HEAD = frozenset({"kicker", "title", "subtitle", "byline"})
"""The parts that stand over an article: short lines, shown in one row."""


class Run(NamedTuple):
    """A span of the raw text and its owner: the number of a piece, or of a scrap behind all pieces.

    `place` is that of the span in reading order; -1 for scraps.
    """

    start: int
    end: int
    owner: int
    place: int


@frozen
class Row:
    """The raw text from `start` to `end` and its runs.

    `pieces` are those that stand beside it, in reading order; `guests` those of which only a little stands here, and
    that stand beside another row. `strands` gives every run, where columns are mixed, the number of its column from 0.
    """

    start: int
    end: int
    runs: Sequence[Run]
    pieces: tuple[int, ...]
    guests: tuple[int, ...]
    strands: dict[Run, int] = field(default_factory=dict)


class _Cluster(NamedTuple):
    """Runs of one owner that stand near one another: the first and the last by number, and all their characters."""

    owner: int
    first: int
    last: int
    size: int


def cut_rows(evidence: Evidence) -> list[Row]:
    """The rows of a page, in raw order."""
    raw = "".join(evidence.lines)
    runs = runs_of(evidence)
    clusters = list(_clusters(runs))
    homes: dict[int, _Cluster] = {}
    for cluster in clusters:
        if cluster.owner not in homes or cluster.size > homes[cluster.owner].size:
            homes[cluster.owner] = cluster
    groups = list(_groups(clusters))
    cuts = [_cut(raw, runs, group[0].first) for group in groups[1:]]
    tiles = pairwise([0, *cuts, len(raw)])
    count = len(evidence.pieces)
    rows = [_row(runs, group, tile, homes, count) for group, tile in zip(groups, tiles, strict=bool(groups))]
    return list(_with_whole_heads(rows, evidence))


def runs_of(evidence: Evidence) -> list[Run]:
    """Who has which characters, in raw order."""
    behind = len(evidence.pieces)
    pieces = (
        Run(start, end, owner, place)
        for owner, piece in enumerate(evidence.pieces)
        for place, (start, end) in zip(piece.places, piece.spans, strict=True)
    )
    scraps = (
        Run(start, end, owner, -1)
        for owner, scrap in enumerate(evidence.scraps, start=behind)
        for start, end in scrap.spans
    )
    return sorted(chain(pieces, scraps))


def _clusters(runs: Sequence[Run]) -> Iterator[_Cluster]:
    """In the order of their first runs."""
    passed = [0, *accumulate(run.end - run.start for run in runs)]
    open_of: dict[int, _Cluster] = {}
    closed: list[_Cluster] = []
    for number, run in enumerate(runs):
        known = open_of.get(run.owner)
        size = run.end - run.start
        if known is not None and passed[number] - passed[known.last + 1] <= _FAR:
            open_of[run.owner] = _Cluster(run.owner, known.first, number, known.size + size)
            continue
        if known is not None:
            closed.append(known)
        open_of[run.owner] = _Cluster(run.owner, number, number, size)
    yield from sorted([*closed, *open_of.values()], key=lambda cluster: cluster.first)


def _groups(clusters: Sequence[_Cluster]) -> Iterator[list[_Cluster]]:
    """Clusters that stand in one another."""
    group: list[_Cluster] = []
    last = -1
    for cluster in clusters:
        if group and cluster.first > last:
            yield group
            group = []
        group.append(cluster)
        last = max(last, cluster.last)
    if group:
        yield group


def _cut(raw: str, runs: Sequence[Run], first: int) -> int:
    """Where a row begins: at the beginning of the line, if nothing but space stands there before its first run."""
    start = runs[first].start
    end_before = runs[first - 1].end
    line_end = max(raw.rfind("\n", end_before, start), raw.rfind("\r", end_before, start))
    return line_end + 1 if line_end >= 0 else start


def _row(
    runs: Sequence[Run], group: Sequence[_Cluster], tile: tuple[int, int], homes: dict[int, _Cluster], pieces: int
) -> Row:
    own = runs[group[0].first : max(cluster.last for cluster in group) + 1]
    here = sorted({cluster.owner for cluster in group if cluster.owner < pieces})
    at_home = tuple(owner for owner in here if homes[owner] in group)
    return Row(*tile, own, at_home, tuple(owner for owner in here if owner not in at_home), _strands(own))


def _strands(runs: Sequence[Run]) -> dict[Run, int]:
    """The column of every run: reading goes down one, then begins further up with the next. None where there is one."""
    strands: dict[Run, int] = {}
    strand, before = 0, -1
    for run in sorted((run for run in runs if run.place >= 0), key=lambda run: run.place):
        strand += run.start < before
        before = run.start
        strands[run] = strand
    return strands if strand else {}


def _with_whole_heads(rows: Sequence[Row], evidence: Evidence) -> Iterator[Row]:
    """The rows, those of the head of one article made one."""
    waiting: Row | None = None
    for row in rows:
        if waiting is not None and _are_one_head(waiting, row, evidence):
            pieces = (*waiting.pieces, *row.pieces)
            waiting = replace(waiting, end=row.end, runs=[*waiting.runs, *row.runs], pieces=pieces)
            continue
        if waiting is not None:
            yield waiting
        waiting = row
    if waiting is not None:
        yield waiting


def _are_one_head(row: Row, behind: Row, evidence: Evidence) -> bool:
    both = _is_head(row, evidence) and _is_head(behind, evidence)
    return both and evidence.pieces[row.pieces[0]].article == evidence.pieces[behind.pieces[0]].article


def _is_head(row: Row, evidence: Evidence) -> bool:
    alone = bool(row.pieces) and not row.guests and not row.strands and all(run.place >= 0 for run in row.runs)
    return alone and all(evidence.pieces[piece].role in _HEAD for piece in row.pieces)


class Stretch(NamedTuple):
    """A raw line, or the part of one that is in a row: its number from 1, from where to where; `whole`: nothing before it."""

    number: int
    start: int
    end: int
    whole: bool


def line_starts(lines: Sequence[str]) -> list[int]:
    """Where every line of the raw text begins."""
    return [0, *accumulate(len(line) for line in lines)][: len(lines)]


def stretches(row: Row, lines: Sequence[str], starts: Sequence[int]) -> Iterator[Stretch]:
    """The lines of a row, without those that hold nothing but space."""
    number = max(0, bisect_right(starts, row.start) - 1)
    while number < len(lines) and starts[number] < row.end:
        text, begins = lines[number], starts[number]
        start = max(begins, row.start)
        end = min(begins + len(text.rstrip("\r\n")), row.end)
        if text[start - begins : max(0, end - begins)].strip():
            yield Stretch(number + 1, start, end, not text[: start - begins].strip())
        number += 1


def letter(strand: int) -> str:
    """The letter of a column from A; there are never as many as letters, but a page is free to be odd."""
    return chr(ord("A") + strand % 26)
