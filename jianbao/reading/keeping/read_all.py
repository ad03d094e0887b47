"""Raw pages read by this process or, where there are many, by others; the results come in the order asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from functools import partial
from pathlib import Path
from typing import TypeAlias

from jianbao.problems import Problem
from jianbao.reading.keeping.due import DuePage
from jianbao.reading.keeping.hands import hands
from jianbao.reading.keeping.unreadable import does_not_balance, in_use, not_text, reading_failed
from jianbao.reading.ledger import imbalances
from jianbao.reading.page import Facts, RawPage, ReadPage
from jianbao.text.encoding import NotText, decode

Reader: TypeAlias = Callable[[RawPage, Facts, Path | None], ReadPage]
Readings: TypeAlias = Iterator[ReadPage | Problem]
_ReadOne: TypeAlias = Callable[[DuePage], ReadPage | Problem]

_AHEAD = 256
"""So many pages are handed out before the first of them is wanted back: all hands are busy, and memory stays bounded."""


def read_all(
    pages: Sequence[DuePage], read: Reader, authority: Path | None, jobs: int, scheduler: str = ""
) -> Readings:
    """Each page as read, or why it was not.

    With more than one of `jobs` (0: one a core), or with a `scheduler` (the address of a Dask cluster), `read` must be
    importable. Raises CallError for a cluster that cannot read these pages.
    """
    read_one = partial(_read_one, read, authority)
    with hands(pages, jobs, scheduler) as others:
        yield from map(read_one, pages) if others is None else _handed_out(pages, read_one, others)


def _handed_out(pages: Sequence[DuePage], read_one: _ReadOne, others: Executor) -> Readings:
    waiting: deque[tuple[DuePage, Future[ReadPage | Problem]]] = deque()
    for page in pages:
        waiting.append((page, others.submit(read_one, page)))
        if len(waiting) >= _AHEAD:
            yield _handed_back(*waiting.popleft())
    yield from (_handed_back(*one) for one in waiting)


def _handed_back(due: DuePage, reading: Future[ReadPage | Problem]) -> ReadPage | Problem:
    try:
        return reading.result()
    except Exception as error:  # noqa: BLE001 - a page on which its reader dies again and again must not stop the others
        return reading_failed(due.page.file, error)


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
