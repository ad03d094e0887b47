"""A mark of the program that runs: another version of it, or of a library, has another mark.

What one program has worked out may be wrong in the eyes of the next, so nothing that was kept under another mark is used.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def program_mark() -> str:
    """24 hexadecimal digits that stand for the program's own files, what is installed beside it and the Python that runs them."""
    facts = (sys.version, *sorted(_own_files(_PACKAGE)), *sorted(_versions()))
    return blake2b(repr(facts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _own_files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Every file of the package with its size and age: a developer's change counts like a new version."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in ("__pycache__", "themes"):  # a theme is told apart by those who use it
                    yield from _own_files(Path(entry.path))
            else:
                status = entry.stat()
                yield os.path.relpath(entry.path, _PACKAGE), status.st_size, status.st_mtime_ns


def _versions() -> Iterator[str]:
    """What is installed, in its versions: the names of the folders that pip keeps beside the packages."""
    for place in filter(os.path.isdir, sys.path):
        with os.scandir(place) as entries:
            yield from (entry.name for entry in entries if entry.name.endswith((".dist-info", ".egg-info")))
