"""All that a site is made from, told by names, sizes and ages: content/, the theme, the settings and the program.

A file that was changed a moment ago may change again without looking any older, so of such files the bytes count too.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.archive_yaml import FILE as SETTINGS
from jianbao.content import register
from jianbao.door import digest_of
from jianbao.files_below import Standing, files_below, inside
from jianbao.frozen import frozen
from jianbao.kept import YOUNG
from jianbao.press.find_theme import FaultyTheme, find_theme, lineage
from jianbao.press.nameplate import is_picture
from jianbao.program_mark import program_mark
from jianbao.settings import Settings

if TYPE_CHECKING:
    from jianbao.door import Seen


@frozen
class SiteInputs:
    """`mark` stands for the program and the settings, `files` maps every file to its size and age in nanoseconds.

    `young` maps the youngest files to the digests of their bytes, `folders` every folder to its age; 0 where it is so young
    that it may change without looking younger. `seeds` are the raw files in the same way, of a run that reads them; they are
    not among `files`, but young ones are among `young`, and their folders among `folders`.
    """

    mark: str
    files: Mapping[str, Standing]
    young: Mapping[str, str]
    folders: Mapping[str, int]
    seeds: Mapping[str, Standing] | None = None

    def inside(self, folder: Path) -> dict[str, Standing]:
        """The files below a folder, by their paths below it."""
        return inside(folder, self.files)

    def with_register(self, content: Path) -> SiteInputs:
        """The same with the register as it is now: the one file of content/ that making the site writes."""
        file = content / register.NAME
        if not file.is_file():
            return self
        status, name = file.stat(), str(file)
        stands = {name: (status.st_size, status.st_mtime_ns)}
        return replace(self, files={**self.files, **stands}, young={**self.young, name: digest_of(name)})


def site_inputs(settings: Settings, reads: bool = False) -> SiteInputs:
    """What the site is made from as it is now; of a run that `reads` with the raw files.

    Raises CallError when the theme is not to be found.
    """
    folders = (settings.folders.content, *themes_of(settings))
    ages: dict[str, int] = {}
    files = {name: stat for folder in folders for name, stat in files_below(str(folder), ages)} | _nameplates(settings)
    seeds = dict(files_below(str(settings.folders.seeds), ages)) if reads else None
    return _inputs(settings, files, ages, seeds)


def inputs_seen(seen: Seen, settings: Settings, reads: bool) -> SiteInputs | None:
    """The same by what was seen at the door; None where that was something else."""
    if not {str(settings.folders.content), *map(str, themes_of(settings))} <= seen.folders.keys():
        return None
    apart, raw = str(settings.folders.archive / SETTINGS), str(settings.folders.seeds) + os.sep
    files = {name: stat for name, stat in seen.files.items() if not name.startswith(raw) and name != apart}
    seeds = {name: stat for name, stat in seen.files.items() if name.startswith(raw)} if reads else None
    return _inputs(settings, files, seen.folders, seeds)


def _inputs(
    settings: Settings,
    files: Mapping[str, Standing],
    ages: Mapping[str, int],
    seeds: Mapping[str, Standing] | None,
) -> SiteInputs:
    now = time.time_ns()
    young = {name: digest_of(name) for name, (_, mtime) in {**files, **(seeds or {})}.items() if now - mtime < YOUNG}
    ages = {folder: age if now - age > YOUNG else 0 for folder, age in ages.items()}
    mark = _digest_of(repr((program_mark(), replace(settings, jobs=0))))  # however many processes make it
    return SiteInputs(mark, files, young, ages, seeds)


def themes_of(settings: Settings) -> list[Path]:
    """The folders of the theme and of its parents, as far as they are to be found. Raises CallError where none is."""
    try:
        return lineage(settings.theme, settings.folders.archive)
    except FaultyTheme:
        return [find_theme(settings.theme, settings.folders.archive)]


def other_bytes(young: Mapping[str, str]) -> list[str]:
    """The files that do not hold the bytes any more that they held when they were young."""
    return [name for name, digest in young.items() if digest_of(name) != digest]


def nameplates_of(settings: Settings) -> list[Path]:
    """The pictures that stand for the archive's name and for papers' names, whether they are there or not."""
    of_papers = [paper.nameplate for paper in settings.newspapers if is_picture(paper.nameplate)]
    return [settings.folders.archive / path for path in (settings.nameplate, *of_papers) if path]


def _nameplates(settings: Settings) -> dict[str, Standing]:
    """The pictures that are there."""
    there = [(file, file.stat()) for file in nameplates_of(settings) if file.is_file()]
    return {str(file): (status.st_size, status.st_mtime_ns) for file, status in there}


def _digest_of(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
