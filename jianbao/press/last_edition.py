"""What was printed last: for every file of the site the mark of what it shows, and its size and age as it stood then.

A file that stands as it stood, and whose mark is the same, needs not be printed again; where the docket of its job is the
same, it is not even looked at. Kept in the cache folder, and the dockets beside it: who only asks whether the site stands
needs none of them.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

from jianbao.frozen import frozen
from jianbao.kept import keep, read_kept
from jianbao.press.addresses import UnsafeAddress, file_of

MANIFEST = ".jianbao-site"
"""The file of the site that lists the files which are ours."""
FILE = "site.kept"
DOCKETS = "dockets.kept"
_FORM = "site 1"


class Standing(NamedTuple):
    """A file as it stands: its size in bytes and its age in nanoseconds."""

    size: int
    mtime: int


class Printed(NamedTuple):
    """A file as it was printed: the mark of its sheet, its size in bytes, its age in nanoseconds.

    `docket` is that of its job, empty where it has none. `changed` is the ISO day of its last change, empty where that is
    not known, and None for what stands in no sitemap.
    """

    mark: str
    size: int
    mtime: int
    docket: bytes = b""
    changed: str | None = None

    @property
    def standing(self) -> Standing:
        """How the file stood."""
        return Standing(self.size, self.mtime)


@frozen
class LastEdition:
    """All files of the site by their paths below it; of a job of several files, by the first one, the `further` ones."""

    files: Mapping[str, Printed] = field(default_factory=dict)
    further: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def stands(self, site: Path, but: Collection[str] = ()) -> bool:
        """Whether every file is still there as it was printed, `but` some that will be looked at."""
        folder = str(site)
        return bool(self.files) and all(
            stands(folder, file, printed) or file in but for file, printed in self.files.items()
        )


def standing(folder: Path | str, file: str = "") -> Standing | None:
    """How a file below a folder stands (or the file itself, told whole); None where it is not there."""
    try:
        status = os.stat(f"{folder}/{file}" if file else folder)  # noqa: PTH116 - a Path a file costs more than the question
    except OSError:
        return None
    return Standing(status.st_size, status.st_mtime_ns)


def stands(folder: str, file: str, printed: Printed) -> bool:
    """Whether a file below a folder stands as it was printed."""
    try:
        status = os.stat(f"{folder}/{file}")  # noqa: PTH116 - a Path a file costs more than the question
    except OSError:
        return False
    return status.st_size == printed.size and status.st_mtime_ns == printed.mtime


def form_of(site: Path) -> str:
    """The format under which the edition in `site` is kept."""
    return f"{_FORM} {site}"


def recall(cache: Path, site: Path) -> LastEdition:
    """The edition that was printed into `site` last; an empty one where nothing is known of it."""
    files = read_kept(cache / FILE, form_of(site)) or {}
    told = read_kept(cache / DOCKETS, _docket_form(cache)) if files else None
    of_jobs, further = told or (repeat(()), {})
    rows = zip(files.items(), of_jobs, strict=False)
    return LastEdition({file: Printed(*printed, *of_job) for (file, printed), of_job in rows}, further)


def manifest_of(site: Path, last: LastEdition) -> frozenset[str]:
    """The files below `site` that are ours: the manifest's, or those of the last edition where it stands as it was written."""
    manifest = last.files.get(MANIFEST)
    if manifest is not None and standing(site, MANIFEST) == manifest.standing:
        return frozenset(last.files) - {MANIFEST}
    return read_manifest(site)


def read_manifest(site: Path) -> frozenset[str]:
    """The files below `site` that are ours; a line that could lead elsewhere is passed over."""
    try:
        lines = (site / MANIFEST).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return frozenset()
    return frozenset(line for line in lines if line and not line.startswith("#") and _is_file(line))


def _is_file(line: str) -> bool:
    try:
        return file_of(line) == line
    except UnsafeAddress:
        return False


def remember(cache: Path, site: Path, old: LastEdition, new: LastEdition) -> None:
    """Keep what was printed now, if it is not what is kept already."""
    if new != old:
        keep(cache / FILE, form_of(site), {file: tuple(printed[:3]) for file, printed in new.files.items()})
        of_jobs = [tuple(printed[3:]) for printed in new.files.values()]
        keep(cache / DOCKETS, _docket_form(cache), (of_jobs, dict(new.further)))


def _docket_form(cache: Path) -> str:
    """The head of the edition's file, which is another one for every edition: dockets of another edition are none."""
    try:
        with (cache / FILE).open("rb") as kept:
            return kept.readline().decode("utf-8", "replace").strip()
    except OSError:
        return ""
