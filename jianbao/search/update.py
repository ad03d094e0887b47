"""Bringing an index up to date: what changed little is patched, what changed much or is small is made anew.

Whatever way was taken, the files are those that a fresh index would have, byte for byte: the segments follow from the
highest number, the number of shards from the number of postings, and a shard from the lists of its tokens.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from jianbao.at_rest import collector_at_rest
from jianbao.frozen import frozen
from jianbao.search.crew import Crew
from jianbao.search.document import Document, fold_document, keep_document
from jianbao.search.kept_index import KeptIndex
from jianbao.search.patch import Change, patch_segment
from jianbao.search.plain_scan import scan
from jianbao.search.run import Indexed, Run, groups_of, merge_runs, write_run
from jianbao.search.segments import Segment, cut_segments, shards_for

RUN = 1024
"""Documents in a run."""
_SMALL = 512
"""A segment of so many numbers is made anew sooner than patched."""
_FEW = 64
"""So many changed documents of a segment, or one in a hundred, are patched."""


@frozen
class Source:
    """What an index is made from: the mark of every document by its number, ascending, and how one is made."""

    marks: Mapping[int, str]
    document: Callable[[int], Document]


@frozen
class Updated:
    """What was done: the numbers of the documents looked at, and for each phrase those of them that have it."""

    read: frozenset[int]
    found: Sequence[Sequence[int]]


@frozen
class Plan:
    """Which segments are patched, with their changed documents, and which are made anew; `dropped` are gone."""

    patched: Mapping[Segment, list[int]]
    anew: Sequence[Segment]
    dropped: Sequence[Segment]


def changed_documents(index: KeptIndex, marks: Mapping[int, str]) -> list[int]:
    """The numbers of documents that are new, changed or gone, ascending."""
    kept = index.documents()
    changed = [number for number, mark in marks.items() if number not in kept or kept[number] != mark]
    return sorted([*changed, *(number for number in kept if number not in marks)])


def update(
    index: KeptIndex, source: Source, changed: Sequence[int], phrases: Sequence[str], crew: Crew, folder: Path
) -> Updated:
    """Bring the index up to date, which is for the caller to save. Runs are written to `folder`.

    `phrases` are looked for in all documents that are read.
    """
    plan = _plan(index, changed, cut_segments(max(source.marks, default=-1) + 1))
    for segment in plan.dropped:
        index.drop_segment(segment)
    patches, news = _read_again(index, source, plan)
    index.drop_documents(number for number in changed if number not in source.marks)
    index.put_documents(_row(source, folded, tokens) for folded, tokens in news)
    found = scan(phrases, (folded for folded, _ in news))
    grown = []
    for segment, kept in index.segments().items():
        if segment in plan.patched and shards_for(index.postings(segment)) != kept.shards:
            grown.append(segment)
        elif segment in plan.patched:
            index.put_shards(segment.first, patch_segment(index, segment, kept.shards, patches[segment]))
    read = {folded.number for folded, _ in news}
    anew = sorted([*plan.anew, *grown])
    for more in _make_anew(index, source, anew, phrases, crew, folder):
        for place, numbers in enumerate(more.found):
            found[place] += (number for number in numbers if number not in read)
        read |= more.read
    return Updated(frozenset(read), [sorted(numbers) for numbers in found])


def _plan(index: KeptIndex, changed: Sequence[int], wanted: Sequence[Segment]) -> Plan:
    have = index.segments()
    patched, anew = {}, []
    for segment in wanted:
        numbers = list(changed[bisect_left(changed, segment.first) : bisect_left(changed, segment.end)])
        size = segment.end - segment.first
        if segment not in have or (numbers and (size <= _SMALL or len(numbers) > max(_FEW, size // 100))):
            anew.append(segment)
        elif numbers:
            patched[segment] = numbers
    return Plan(patched, anew, [segment for segment in have if segment not in wanted])


def _read_again(
    index: KeptIndex, source: Source, plan: Plan
) -> tuple[dict[Segment, list[Change]], list[tuple[Document, int]]]:
    """What the changed documents lose and gain, and those that are there, folded, each with the number of its tokens."""
    changes: defaultdict[Segment, list[Change]] = defaultdict(list)
    news: list[tuple[Document, int]] = []
    for segment, numbers in plan.patched.items():
        for number in numbers:
            before = index.document(number).tokens if index.has(number) else set[str]()
            now = set[str]()
            if number in source.marks:
                folded = fold_document(source.document(number))
                now = folded.tokens
                news.append((folded, len(now)))
            changes[segment].append((number, before - now, now - before))
    return changes, news


def _row(source: Source, folded: Document, tokens: int) -> tuple[int, str, int, bytes]:
    return folded.number, source.marks[folded.number], tokens, keep_document(folded)


# ---------------------------------------------------------------- making anew
def _make_anew(
    index: KeptIndex, source: Source, segments: Sequence[Segment], phrases: Sequence[str], crew: Crew, folder: Path
) -> Iterator[Updated]:
    """Make segments anew; what was read and found comes run by run."""
    batches = [(segment, batch) for segment in segments for batch in _batches(source, segment)]
    much = sum(len(batch) for _, batch in batches) > RUN
    tasks = (
        ([source.document(number) for number in batch], folder / f"{place}.run", phrases)
        for place, (_, batch) in enumerate(batches)
    )
    runs: dict[Segment, list[Run]] = {segment: [] for segment in segments}
    postings = dict.fromkeys(segments, 0)
    for (segment, batch), (run, indexed, found) in zip(batches, crew.do(_index, tasks, much=much), strict=True):
        index.put_documents((one.number, source.marks[one.number], one.tokens, one.kept) for one in indexed)
        runs[segment].append(run)
        postings[segment] += sum(one.tokens for one in indexed)
        yield Updated(frozenset(batch), found)
    merges = [
        (segment, (runs[segment], group, segment.first, shards))
        for segment in segments
        for shards in (shards_for(postings[segment]),)
        for group in groups_of(shards)
    ]
    for segment in segments:
        index.drop_segment(segment)
        index.put_segment(segment, shards_for(postings[segment]))
    merged = crew.do(_merge, (task for _, task in merges), much=much)
    for (segment, _), files in zip(merges, merged, strict=True):
        index.put_shards(segment.first, files)


def _batches(source: Source, segment: Segment) -> Iterator[list[int]]:
    """The numbers of a segment's documents, a run at a time."""
    for first in range(segment.first, segment.end, RUN):
        numbers = [number for number in range(first, min(first + RUN, segment.end)) if number in source.marks]
        if numbers:
            yield numbers


def _index(documents: list[Document], file: Path, phrases: Sequence[str]) -> tuple[Run, list[Indexed], list[list[int]]]:
    """What a process does with a run."""
    with collector_at_rest():
        run, indexed, folded = write_run(documents, file)
        return run, indexed, scan(phrases, folded)


def _merge(runs: Sequence[Run], group: range, first: int, shards: int) -> list[tuple[int, bytes]]:
    """What a process does with a group of divisions."""
    with collector_at_rest():
        return list(merge_runs(runs, group, first, shards))
