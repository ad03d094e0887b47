"""Raw pages read one by one or, where there are many, by several processes; the results come in the order asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeAlias

from jianbao.problems import Problem
from jianbao.reading.keeping.due import DuePage
from jianbao.reading.keeping.unreadable import does_not_balance, in_use, not_text, reading_failed
from jianbao.reading.ledger import imbalances
from jianbao.reading.page import Facts, RawPage, ReadPage
from jianbao.text.encoding import NotText, decode

Reader: TypeAlias = Callable[[RawPage, Facts, Path | None], ReadPage]

_MANY = 16
"""From so many pages on starting other processes pays."""


def read_all(pages: Sequence[DuePage], read: Reader, authority: Path | None, jobs: int) -> Iterator[ReadPage | Problem]:
    """Each page as read, or why it was not; with more than one of `jobs` (0: one a core) `read` must be importable."""
    read_one = partial(_read_one, read, authority)
    workers = min(jobs or os.cpu_count() or 1, len(pages) // 4)
    if len(pages) < _MANY or workers < 2:
        yield from map(read_one, pages)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(read_one, pages, chunksize=4)


def _read_one(read: Reader, authority: Path | None, due: DuePage) -> ReadPage | Problem:
    file, stretch = due.page.file, due.page.stretch
    try:
        decoded = decode(due.page.raw.path.read_bytes())
    except OSError as error:
        return in_use(f"seeds/{file}", error)
    if isinstance(decoded, NotText):
        return not_text(file, decoded)
    try:
        text = stretch.of(decoded.text) if stretch else decoded.text
        page = read(RawPage(due.page.raw.file, text, decoded.encoding), due.facts, authority)
        faults = imbalances(page)
    except Exception as error:  # noqa: BLE001 - one page on which the program fails must not stop the others
        return reading_failed(file, error)
    return does_not_balance(file, faults) if faults else page
