"""The names of all articles. An article is looked through once in its life; what was found is kept by its digest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.archive.kept_rows import KeptRows
from jianbao.archive.names.found import Names
from jianbao.archive.names.packed import Packed, pack, unpack
from jianbao.archive.names.passage import Passage
from jianbao.archive.read_many import Report, digest
from jianbao.hands import begin, hands_for
from jianbao.program_mark import program_mark

if TYPE_CHECKING:
    from jianbao.archive.names.known import Known

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
) -> Callable[[], dict[str, Names]]:  # fmt: skip
    """The names by article id, for whoever asks: new ones are looked for meanwhile, if another process may do it.

    `known` is what stands in `authority`, which other processes read for themselves. `marks` (see `mark_of`) tell by id in
    which passages nothing is looked for again. `cache` keeps the names and may be deleted at any time; `jobs` processes
    find new ones (0: all cores).
    """
    kept = KeptRows(cache, FOLDER, form_of(authority))
    before = kept.rows
    new = [id for id, mark in marks.items() if id not in before or before[id][0] != mark]
    found = begin_to_find([passages[id] for id in new], known, authority, jobs, report)

    def ask() -> dict[str, Names]:
        rows = {id: before[id] for id in marks.keys() - new}
        names = {id: unpack(packed) for id, (_, packed) in rows.items()}
        for id, packed in zip(new, found(), strict=True):
            rows[id], names[id] = (marks[id], packed), unpack(packed)
        kept.save(rows)
        return {id: names[id] for id in marks}

    return ask


def begin_to_find(
    passages: list[Passage], known: Known, authority: Path, jobs: int, report: Report
) -> Callable[[], list[Packed]]:
    """What `find_all` gives, for whoever asks. A few passages are looked through by a process of their own."""
    if 0 < len(passages) < MANY and (hands := hands_for(jobs)) > 1:
        return begin(partial(find_all, passages, known, authority, 1, lambda *_: None), hands)
    return partial(find_all, passages, known, authority, jobs, report)


def find_all(passages: list[Passage], known: Known, authority: Path, jobs: int, report: Report) -> list[Packed]:
    """The packed names of each passage, in the order given."""
    if not passages:
        return []
    from jianbao.archive.names.find import find_names  # nobody waits for it where nothing is new

    workers = min(jobs or os.cpu_count() or 1, len(passages) // CHUNK)
    if len(passages) < MANY or workers < 2:
        return list(_told((pack(find_names(passage, known)) for passage in passages), len(passages), report))
    from concurrent.futures import ProcessPoolExecutor  # seldom needed, and slow to load

    with ProcessPoolExecutor(workers, initializer=_learn, initargs=(authority,)) as pool:
        return list(_told(pool.map(_find, passages, chunksize=CHUNK), len(passages), report))


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
    from jianbao.archive.names.known import Known

    global _known  # noqa: PLW0603 - the only way in which a pool hands its workers what all tasks share
    _known = Known.load(authority)


def _find(passage: Passage) -> Packed:
    from jianbao.archive.names.find import find_names

    assert _known is not None
    return pack(find_names(passage, _known))
