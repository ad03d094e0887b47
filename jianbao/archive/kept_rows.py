"""Rows that the cache keeps by key, in many small files: an edit writes one of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

from jianbao.kept import keep, read_kept

_FILES = 64


class KeptRows:
    """The rows in a folder of the cache, as they were kept in the format `form`; without a cache there are none.

    Keys are paths or ids: what stands before the last slash, a newspaper page, is kept in one file.
    """

    def __init__(self, cache: Path | None, folder: str, form: str) -> None:
        self._folder, self._form = cache / folder if cache else None, form
        self._kept: dict[int, dict[str, Any]] = {}

    @property
    def has_place(self) -> bool:
        """Whether there is a cache."""
        return self._folder is not None

    @property
    def rows(self) -> dict[str, Any]:
        """All rows by key."""
        files = range(_FILES) if self._folder and self._folder.is_dir() else ()
        return {key: row for number in files for key, row in self._read(number).items()}

    def row(self, key: str) -> Any | None:
        """One row; None where there is none."""
        return self._read(_number_of(key)).get(key)

    def put(self, key: str, row: Any) -> bool:
        """Keep one row more, or another one. Whether it is kept."""
        number = _number_of(key)
        self._kept[number] = {**self._read(number), key: row}
        return self._folder is not None and keep(self._name(number), self._form, self._kept[number])

    def save(self, rows: Mapping[str, Any]) -> None:
        """Keep these rows and no others. What is the very object that was kept before is not written again."""
        if self._folder is None:
            return
        now: dict[int, dict[str, Any]] = {number: {} for number in range(_FILES)}
        for key, row in rows.items():
            now[_number_of(key)][key] = row
        for number, new in now.items():
            old = self._read(number)
            if old.keys() != new.keys() or any(row is not old[key] for key, row in new.items()):
                keep(self._name(number), self._form, new)

    def _read(self, number: int) -> dict[str, Any]:
        """What one file has; it is read once."""
        if number not in self._kept:
            self._kept[number] = (read_kept(self._name(number), self._form) if self._folder else None) or {}
        return self._kept[number]

    def _name(self, number: int) -> str:
        return f"{self._folder}/{number}.kept"


def _number_of(key: str) -> int:
    return crc32(key.rpartition("/")[0].encode("utf-8", "surrogatepass")) % _FILES
