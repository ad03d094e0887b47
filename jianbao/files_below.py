"""Files by tens of thousands: those below a folder, each with its size and its age, found in one walk; and their bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_ISDIR
from typing import TypeAlias

Standing: TypeAlias = tuple[int, int]
"""The size of a file in bytes and its age: the time of its last change in nanoseconds."""

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_MOST = 1 << 16
"""Bytes that are asked for at once: more than nearly every article has."""


def files_below(folder: str, ages: dict[str, int] | None = None) -> Iterator[tuple[str, Standing]]:
    """The files, by whole paths; links to folders are not followed. Where there is no such folder there are none.

    The ages of all folders come into `ages`, told before they were looked into.
    """
    try:
        age = os.stat(folder).st_mtime_ns  # noqa: PTH116 - tens of thousands of times
        entries = os.scandir(folder)
    except FileNotFoundError:
        return
    if ages is not None:
        ages[folder] = age
    with entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from files_below(entry.path, ages)
            elif not S_ISDIR((status := _status_of(entry)).st_mode):
                yield entry.path, (status.st_size, status.st_mtime_ns)


def _status_of(entry: os.DirEntry[str]) -> os.stat_result:
    """How a file stands; of a link that leads nowhere the link itself."""
    try:
        return entry.stat()
    except OSError:
        return entry.stat(follow_symlinks=False)


def read_whole(path: str) -> bytes:
    """The bytes of a file, at half the price of a file object."""
    file = os.open(path, _READ)
    try:
        data = os.read(file, _MOST)
        while more := os.read(file, _MOST):
            data += more
        return data
    finally:
        os.close(file)


def inside(folder: Path, files: Mapping[str, Standing]) -> dict[str, Standing]:
    """Those of the files that are below a folder, by their paths below it, with forward slashes."""
    above = f"{folder}{os.sep}"
    start = len(above)
    return {path[start:].replace(os.sep, "/"): stat for path, stat in files.items() if path.startswith(above)}
