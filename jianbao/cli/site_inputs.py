"""All that a site is made from, told by names, sizes and ages: content/, the theme, the settings and the program.

A file that was changed a moment ago may change again without looking any older, so of such files the bytes count too.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from jianbao.content import register
from jianbao.press.find_theme import FaultyTheme, find_theme, lineage
from jianbao.program_mark import program_mark
from jianbao.settings import Settings

_YOUNG = 3_000_000_000
"""Nanoseconds: the coarsest file system counts in steps of two seconds."""


@dataclass(frozen=True, slots=True)
class SiteInputs:
    """`files` maps every file to its size and age in nanoseconds; `young` the bytes of the youngest to their digest."""

    mark: str
    files: Mapping[str, tuple[int, int]]
    young: Mapping[str, str]

    @property
    def without_register(self) -> tuple[str, Mapping[str, tuple[int, int]]]:
        """The same without the register, the one file of content/ that making the site writes."""
        return self.mark, {name: stat for name, stat in self.files.items() if Path(name).name != register.NAME}


def site_inputs(settings: Settings) -> SiteInputs:
    """What the site is made from as it is now. Raises CallError when the theme is not to be found."""
    now = time.time_ns()
    folders = (settings.folders.content, *themes_of(settings))
    files = {name: stat for folder in folders for name, stat in _files(str(folder))} | _nameplate(settings)
    young = {name: _digest(Path(name)) for name, (_, mtime) in files.items() if now - mtime < _YOUNG}
    return SiteInputs(_digest_of(repr((program_mark(), settings))), files, young)


def themes_of(settings: Settings) -> list[Path]:
    """The folders of the theme and of its parents, as far as they are to be found. Raises CallError where none is."""
    try:
        return lineage(settings.theme, settings.folders.archive)
    except FaultyTheme:
        return [find_theme(settings.theme, settings.folders.archive)]


def same_bytes(young: Mapping[str, str]) -> bool:
    """Whether files still hold the bytes that they held when they were young."""
    return all(_digest(Path(name)) == digest for name, digest in young.items())


def stats_mark(inputs: SiteInputs) -> str:
    """What is told of all files and of everything else, as 24 hexadecimal digits."""
    return _digest_of(repr((inputs.mark, sorted(inputs.files.items()))))


def _nameplate(settings: Settings) -> dict[str, tuple[int, int]]:
    """The picture that stands for the set name, where there is one."""
    file = settings.folders.archive / settings.nameplate
    if not settings.nameplate or not file.is_file():
        return {}
    status = file.stat()
    return {str(file): (status.st_size, status.st_mtime_ns)}


def _files(folder: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        entries = os.scandir(folder)
    except FileNotFoundError:
        return
    with entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path)
            else:
                status = entry.stat()
                yield entry.path, (status.st_size, status.st_mtime_ns)


def _digest(file: Path) -> str:
    try:
        return blake2b(file.read_bytes(), digest_size=12).hexdigest()
    except OSError:  # gone, or in use: it counts as another one
        return ""


def _digest_of(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
