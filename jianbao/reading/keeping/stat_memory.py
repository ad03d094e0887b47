"""What files said when they were last looked at, by size and age, so that an unchanged file costs a stat.

Kept in the cache folder; it can be deleted at any time. What another version of the program kept is not used: it may
have looked for other things.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jianbao.kept import keep, read_kept
from jianbao.program_mark import program_mark

_FRESH = 2_000_000_000
"""Nanoseconds: a file as young as this may change again without getting older, so it is not remembered."""


class StatMemory:
    """Answers about files; `recall` computes one only where the file changed, `save` keeps those of this run."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._old: dict[str, list[Any]] = read_kept(file, _form()) or {}
        self._new: dict[str, list[Any]] = {}
        self._now = time.time_ns()

    def recall(self, name: str, size: int, mtime: int, compute: Callable[[], Any]) -> Any:
        """What was computed for the file `name` of this size and age, or now is; it must be a value of JSON."""
        known = self._old.get(name)
        if known is None or known[:2] != [size, mtime]:
            known = [size, mtime, compute()]
        if self._now - mtime > _FRESH:
            self._new[name] = known
        return known[2]

    def save(self) -> None:
        """Keep what this run used, if it is not what is kept already. A cache that cannot be written is done without."""
        if self._new != self._old:
            keep(self._file, _form(), self._new)


def _form() -> str:
    return f"files {program_mark()}"
