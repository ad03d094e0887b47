"""What was printed last: for every file of the site the mark of what it shows, and its size and age as it stood then.

A file that stands as it stood, and whose mark is the same, needs not be printed again; where the docket of its job is the
same, it is not even looked at. Kept in the cache folder, and the dockets beside it: who only asks whether the site stands
needs none of them. What a run amends is kept on a slip of its own, for the lists are as large as the site.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from jianbao.frozen import frozen
from jianbao.kept import forget, head_of, keep, read_kept
from jianbao.press.addresses import UnsafeAddress, file_of

MANIFEST = ".jianbao-site"
"""The file of the site that lists the files which are ours."""
FILE = "site.kept"
DOCKETS = "dockets.kept"
SLIP = "amended.kept"
_FORM = "site 2"
_FEW = 4096
"""So many files that were printed anew are kept on the slip."""


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


_Row = tuple[str, int, int]
"""The mark of a file, its size and its age."""
Weight = tuple[int, int]
"""How many bytes a folder has, and how many files."""


class KeptFiles(Mapping[str, Printed]):
    """The files of an edition as they are kept, some of them `anew`: each is unfolded when it is asked for."""

    def __init__(
        self, rows: Mapping[str, _Row], of_jobs: Sequence[tuple[bytes, str | None]], anew: Mapping[str, Printed]
    ) -> None:
        """Of the rows in their order, and in the same order what is kept of their jobs, if it is."""
        self.rows, self._of_jobs, self.anew = rows, of_jobs, anew

    @cached_property
    def _jobs(self) -> Mapping[str, tuple[bytes, str | None]]:
        return dict(zip(self.rows, self._of_jobs, strict=False))

    def __getitem__(self, file: str) -> Printed:
        """How the file was printed."""
        printed = self.anew.get(file)
        return printed if printed is not None else Printed(*self.rows[file], *self._jobs.get(file, ()))

    def __contains__(self, file: object) -> bool:
        """Whether the site has the file."""
        return file in self.rows

    def __iter__(self) -> Iterator[str]:
        """The files in the order of the edition."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many files the site has."""
        return len(self.rows)

    def but(self, changed: Mapping[str, Printed]) -> KeptFiles:
        """The same files, of which some were printed another time."""
        return KeptFiles(self.rows, self._of_jobs, {**self.anew, **changed})

    def differ(self, site: Path) -> Iterator[str]:
        """The files that do not stand as they were printed, one after the other."""
        folder = str(site)
        rows = {**self.rows, **{file: printed[:3] for file, printed in self.anew.items()}}
        for file, (_, size, mtime) in rows.items():
            if not _stands(f"{folder}/{file}", size, mtime):
                yield file


@frozen
class LastEdition:
    """All files of the site by their paths below it; of a job of several files, by the first one, the `further` ones.

    `weights` are those of the folders at the top of the site, and, without a name, of the files beside them.
    """

    files: Mapping[str, Printed] = field(default_factory=dict)
    further: Mapping[str, Sequence[str]] = field(default_factory=dict)
    weights: Mapping[str, Weight] = field(default_factory=dict)

    def but(self, anew: Mapping[str, Printed]) -> LastEdition:
        """The same files of the same jobs as they were recalled, of which some were printed anew."""
        assert isinstance(self.files, KeptFiles), "it was recalled"
        weights = dict(self.weights)
        for file, printed in anew.items():
            size, files = weights[top_of(file)]
            weights[top_of(file)] = size - self.files[file].size + printed.size, files
        return LastEdition(self.files.but(anew), self.further, weights)

    def stands(self, site: Path, but: Collection[str] = ()) -> bool:
        """Whether every file of an edition that was recalled is still there as it was printed, `but` some."""
        assert isinstance(self.files, KeptFiles), "it was recalled"
        return bool(self.files) and all(file in but for file in self.files.differ(site))


def weigh(files: Mapping[str, Printed]) -> dict[str, Weight]:
    """The weights of the folders at the top of a site."""
    sizes: dict[str, list[int]] = {}
    for file, printed in files.items():
        sizes.setdefault(top_of(file), []).append(printed.size)
    return {folder: (sum(some), len(some)) for folder, some in sizes.items()}


def top_of(file: str) -> str:
    """The folder at the top of the site in which a file stands; nothing for one beside them."""
    return file.partition("/")[0] if "/" in file else ""


def standing(folder: Path | str, file: str = "") -> Standing | None:
    """How a file below a folder stands (or the file itself, told whole); None where it is not there."""
    try:
        status = os.stat(f"{folder}/{file}" if file else folder)  # noqa: PTH116 - a Path a file costs more than the question
    except OSError:
        return None
    return Standing(status.st_size, status.st_mtime_ns)


def stands(folder: str, file: str, printed: Printed) -> bool:
    """Whether a file below a folder stands as it was printed."""
    return _stands(f"{folder}/{file}", printed.size, printed.mtime)


def _stands(path: str, size: int, mtime: int) -> bool:
    try:
        status = os.stat(path)  # noqa: PTH116 - a Path a file costs more than the question
    except OSError:
        return False
    return status.st_size == size and status.st_mtime_ns == mtime


def form_of(site: Path) -> str:
    """The format under which the edition in `site` is kept."""
    return f"{_FORM} {site}"


def recall(cache: Path, site: Path) -> LastEdition:
    """The edition that was printed into `site` last; an empty one where nothing is known of it.

    It has no weights where its jobs are not known.
    """
    rows, head = read_kept(cache / FILE, form_of(site)) or {}, head_of(cache / FILE)
    told = read_kept(cache / DOCKETS, head) if rows else None
    slip = read_kept(cache / SLIP, head) if rows else None
    of_jobs, further, weights = told or ((), {}, {})
    anew, amended = slip or ({}, weights)
    return LastEdition(
        KeptFiles(rows, of_jobs, {file: Printed(*printed) for file, printed in anew.items()}),
        further,
        amended if told else {},
    )


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
        forget(cache / SLIP)
        keep(cache / FILE, form_of(site), {file: tuple(printed[:3]) for file, printed in new.files.items()})
        of_jobs = [tuple(printed[3:]) for printed in new.files.values()]
        keep(cache / DOCKETS, head_of(cache / FILE), (of_jobs, dict(new.further), dict(new.weights)))


def remember_amended(cache: Path, site: Path, old: LastEdition, new: LastEdition) -> None:
    """The same of an edition that has the files of the old one, of which some were printed anew."""
    assert isinstance(new.files, KeptFiles), "it was recalled"
    if len(new.files.anew) <= _FEW:
        anew = {file: tuple(printed) for file, printed in new.files.anew.items()}
        keep(cache / SLIP, head_of(cache / FILE), (anew, dict(new.weights)))
    else:
        remember(cache, site, old, new)
