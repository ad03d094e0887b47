"""A run: some hundred documents indexed by themselves, on the disk, so that memory does not grow with the archive.

A run has 64 divisions by the tokens' places; merging the same division of all runs of a segment gives its shards.
"""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from jianbao.search.document import Document, fold_document, keep_document
from jianbao.search.postings import leb128, pack_postings
from jianbao.search.segments import DIVISIONS
from jianbao.search.shard import shard_file
from jianbao.search.tokens import place_of

_Division: TypeAlias = tuple[list[str], list[int], list[int], list[bytes]]
"""Tokens, with each the first and the last number that has it, and the steps between."""


class Indexed(NamedTuple):
    """A document that stands in a run: how many tokens it has, and what is kept of it."""

    number: int
    tokens: int
    kept: bytes


class Run(NamedTuple):
    """A run in its file: where each division begins, and where the last one ends."""

    file: Path
    places: tuple[int, ...]


def write_run(documents: Iterable[Document], file: Path) -> tuple[Run, list[Indexed], list[Document]]:
    """Index documents by ascending numbers into a file. With the run come all documents folded."""
    lists: defaultdict[str, list[int]] = defaultdict(list)
    indexed, folded = [], []
    for document in map(fold_document, documents):
        tokens = document.tokens
        for token in tokens:
            lists[token].append(document.number)
        indexed.append(Indexed(document.number, len(tokens), keep_document(document)))
        folded.append(document)
    places = [0]
    with file.open("wb") as out:
        for division in _divide(lists):
            places.append(places[-1] + out.write(marshal.dumps(division)))
    return Run(file, tuple(places)), indexed, folded


def _divide(lists: dict[str, list[int]]) -> list[_Division]:
    divisions: list[_Division] = [([], [], [], []) for _ in range(DIVISIONS)]
    for token, numbers in lists.items():
        tokens, firsts, lasts, steps = divisions[place_of(token) % DIVISIONS]
        tokens.append(token)
        firsts.append(numbers[0])
        lasts.append(numbers[-1])
        steps.append(pack_postings(numbers[1:], numbers[0]) if len(numbers) > 1 else b"")
    return divisions


def groups_of(shards: int) -> list[range]:
    """The divisions that are merged together, so that no shard has tokens of two groups."""
    return [range(group, DIVISIONS, shards) for group in range(min(shards, DIVISIONS))]


def merge_runs(runs: Sequence[Run], group: range, first: int, shards: int) -> Iterator[tuple[int, bytes]]:
    """The shards of a group of divisions, by their numbers, from all runs of the segment that begins at `first`, in order."""
    merged: defaultdict[int, dict[str, bytearray]] = defaultdict(dict)
    for division in group:
        for token, postings in _merge_division(runs, division, first).items():
            merged[place_of(token) % shards][token] = postings
    return ((shard, shard_file(merged[shard])) for shard in range(group.start, shards, DIVISIONS))


def _merge_division(runs: Sequence[Run], division: int, first: int) -> dict[str, bytearray]:
    """All tokens of a division with their packed postings."""
    merged: dict[str, bytearray] = {}
    ends: dict[str, int] = {}
    for run in runs:
        for token, start, end, steps in zip(*_read(run, division), strict=True):
            postings = merged.get(token)
            if postings is None:
                merged[token] = postings = bytearray(leb128(start - first))
            else:
                postings += leb128(start - ends[token])
            postings += steps
            ends[token] = end
    return merged


def _read(run: Run, division: int) -> _Division:
    with run.file.open("rb") as file:
        file.seek(run.places[division])
        data = file.read(run.places[division + 1] - run.places[division])
    read: _Division = marshal.loads(data)  # noqa: S302 - written by this very build a moment ago
    return read
