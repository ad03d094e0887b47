"""A mark of the program that runs: another version of it, or of a library, has another mark.

What one program has worked out may be wrong in the eyes of the next, so nothing that was kept under another mark is used.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # this file is read by runs that end before anything else is: it waits for nothing
    from collections.abc import Iterator

_PACKAGE = os.path.dirname(__file__)
_made: list[str] = []


def program_mark() -> str:
    """24 hexadecimal digits that stand for the program's own files, what is installed beside it and the Python that runs them."""
    if not _made:
        from hashlib import blake2b

        told = repr(program_facts()).encode("utf-8", "surrogatepass")
        _made.append(blake2b(told, digest_size=12).hexdigest())
    return _made[0]


def program_facts() -> tuple[object, ...]:
    """What the mark is made of, as it is now: the version of Python, the program's files, the versions of what is installed."""
    return (sys.version, *sorted(_own_files(_PACKAGE, "")), *sorted(_versions()))


def _own_files(folder: str, prefix: str) -> Iterator[tuple[str, int, int]]:
    """Every file of the package with its size and age: a developer's change counts like a new version."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in ("__pycache__", "themes"):  # a theme is told apart by those who use it
                    yield from _own_files(entry.path, f"{prefix}{entry.name}/")
            else:
                status = entry.stat()
                yield prefix + entry.name, status.st_size, status.st_mtime_ns


def _versions() -> Iterator[str]:
    """What is installed, in its versions: the names of the folders that pip keeps beside the packages."""
    for place in filter(os.path.isdir, sys.path):
        with os.scandir(place) as entries:
            yield from (entry.name for entry in entries if entry.name.endswith((".dist-info", ".egg-info")))
