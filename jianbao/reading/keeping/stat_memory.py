"""What files said when they were last looked at, by size and age, so that an unchanged file costs a stat.

Kept in the cache folder; it can be deleted at any time.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_VERSION = 1
_FRESH = 2_000_000_000
"""Nanoseconds: a file as young as this may change again without getting older, so it is not remembered."""


class StatMemory:
    """Answers about files; `recall` computes one only where the file changed, `save` keeps those of this run."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._old: dict[str, list[Any]] = _load(file)
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
        if self._new == self._old:
            return
        kept = json.dumps({"version": _VERSION, "files": self._new}, ensure_ascii=False, separators=(",", ":"))
        beside = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(kept, encoding="utf-8", newline="\n")
            beside.replace(self._file)
        except OSError:
            beside.unlink(missing_ok=True)


def _load(file: Path) -> dict[str, list[Any]]:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return dict(kept["files"]) if kept["version"] == _VERSION else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
