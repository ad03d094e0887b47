"""Tables made of large files that others ship. They are kept from run to run: to make them takes longer than to read them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from jianbao.kept import keep, read_kept
from jianbao.program_mark import program_mark

_Table = TypeVar("_Table")
_folders: list[Path] = []


def keep_tables_in(folder: Path) -> None:
    """Name the folder in which this process and its forks keep tables; it may be deleted at any time."""
    _folders[:] = [folder]


def keeps_tables() -> bool:
    """Whether a folder is named."""
    return bool(_folders)


def table(name: str, source: Path, make: Callable[[], _Table]) -> _Table:
    """What `make` gives of the file `source`: texts, numbers, tuples and dicts of these. Where no folder is named it is made."""
    if not _folders:
        return make()
    file, status = _folders[0] / f"{name}.kept", source.stat()
    form = f"{name} {program_mark()} {status.st_size} {status.st_mtime_ns}"
    known: _Table | None = read_kept(file, form)
    if known is None:
        known = make()
        keep(file, form, known)
    return known
