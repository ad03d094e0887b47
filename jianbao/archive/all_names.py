"""The names of all articles. An article is looked through once in its life; what was found is kept by its digest."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from jianbao.archive.kept_rows import KeptRows
from jianbao.archive.names.find import Known, Names, find_names
from jianbao.archive.names.packed import Packed, pack, unpack
from jianbao.archive.names.passage import Passage
from jianbao.archive.read_many import Report, digest
from jianbao.program_mark import program_mark

FOLDER = "names"
"""In the cache."""
MANY = 64
"""From so many articles on starting other processes pays."""
CHUNK = 32
DECIDING = ("people.yaml", "places.yaml", "organizations.yaml", "districts.yaml", "bylines.yaml")
"""The files of `_authority/` that decide what is found."""


def all_names(
    passages: Mapping[str, Passage], marks: Mapping[str, str], known: Known, authority: Path, cache: Path | None,
    jobs: int, report: Report,
) -> dict[str, Names]:  # fmt: skip
    """The names by article id; `known` is what stands in `authority`, which other processes read for themselves.

    `marks` (see `mark_of`) tell by id in which passages nothing is looked for again. `cache` keeps the names and may be
    deleted at any time; `jobs` processes find new ones (0: all cores).
    """
    kept = KeptRows(cache, FOLDER, form_of(authority))
    before = kept.rows
    new = [id for id, mark in marks.items() if id not in before or before[id][0] != mark]
    found = find_all([passages[id] for id in new], known, authority, jobs, report)
    rows = before | {id: (marks[id], names) for id, names in zip(new, found, strict=True)}
    now = {id: rows[id] for id in marks}
    kept.save(now)
    return {id: unpack(names) for id, (_, names) in now.items()}


def find_all(passages: list[Passage], known: Known, authority: Path, jobs: int, report: Report) -> Iterator[Packed]:
    """The packed names of each passage, in the order given."""
    workers = min(jobs or os.cpu_count() or 1, len(passages) // CHUNK)
    if len(passages) < MANY or workers < 2:
        yield from _told((pack(find_names(passage, known)) for passage in passages), len(passages), report)
        return
    with ProcessPoolExecutor(workers, initializer=_learn, initargs=(authority,)) as pool:
        yield from _told(pool.map(_find, passages, chunksize=CHUNK), len(passages), report)


def form_of(authority: Path) -> str:
    """What kept names depend on besides their passages: the program, and what people told of names."""
    told = [(name, _bytes(authority / name)) for name in DECIDING]
    return f"names {program_mark()} {digest(repr(told))}"


def mark_of(passage: Passage, digest: str) -> str:
    """All that a passage's names depend on: the article's file, and where it is from, which other files may tell."""
    return " ".join((digest, passage.city, *passage.districts))


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # not there, or in use: whoever reads it tells that
        return b""


def _told(found: Iterator[Packed], of: int, report: Report) -> Iterator[Packed]:
    for done, one in enumerate(found, start=1):
        report("names", done, of)
        yield one


_known: Known | None = None
"""What a worker process knows, read once in its life."""


def _learn(authority: Path) -> None:
    global _known  # noqa: PLW0603 - the only way in which a pool hands its workers what all tasks share
    _known = Known.load(authority)


def _find(passage: Passage) -> Packed:
    assert _known is not None
    return pack(find_names(passage, _known))
