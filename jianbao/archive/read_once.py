"""Files that stand as they stood are not read again: their rows are kept, and those of the others read by several hands."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TypeAlias, TypeVar

from jianbao.archive.kept_rows import KeptRows
from jianbao.hands import do_nothing, share_out
from jianbao.kept import YOUNG

_Row = TypeVar("_Row")

Stand: TypeAlias = tuple[tuple[int, int], ...]
"""How the files stand of which a row is made: their sizes and ages (nanoseconds)."""


def read_once(
    files: Mapping[str, Stand],
    kept: KeptRows,
    read: Callable[[Sequence[str]], list[_Row | None]],
    piece: int,
    hands: int,
    report: Callable[[int, int], None],
    meanwhile: Callable[[], object] = do_nothing,
) -> dict[str, _Row | None]:
    """The row of every path of `files`, in their order; None for those of which something is to be told.

    `read` gives the rows of some paths, at most `piece` of them in one go; `report` is told how many pieces are begun, and
    of how many. `meanwhile` is done while other processes read.
    """
    now = time.time_ns()
    before = {path: row for path, row in kept.rows.items() if files.get(path) == row[0]}
    wanted = [path for path in files if path not in before]
    work = [partial(read, wanted[start : start + piece]) for start in range(0, len(wanted), piece)]
    found = share_out(work, hands, lambda begun: report(begun + 1, len(work)), meanwhile)
    new = dict(zip(wanted, chain.from_iterable(found), strict=True))
    if kept.has_place:
        stay = {path: row for path, row in new.items() if row is not None and _will_stand(files[path], now)}
        kept.save(before | {path: (files[path], row) for path, row in stay.items()})
    return {path: before[path][1] if path in before else new[path] for path in files}


def _will_stand(stand: Stand, now: int) -> bool:
    """Whether the files are so old that they cannot change without looking younger."""
    return all(now - mtime > YOUNG for _, mtime in stand)
