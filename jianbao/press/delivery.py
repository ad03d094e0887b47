"""Bringing an edition to site/: only what changed is written, what is no longer printed is removed, nothing else is touched.

Everything is made before anything is moved: sheets that differ from what stands are staged in a folder beside the
site. If making them fails half-way, the staging is thrown away and the old site stands whole. The manifest inside the
site lists the files that are ours; no other file is ever overwritten or removed.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jianbao.press.addresses import PLAIN_AREAS, UnsafeAddress, file_of
from jianbao.press.last_edition import LastEdition, Printed, standing
from jianbao.press.sheet import Sheet
from jianbao.problems import Problem, Words

MANIFEST = ".jianbao-site"
_MANIFEST_HEAD = "# Files that jianbao wrote here and may replace or remove. 本程序写的文件。"
_PER_FOLDER = 1000
"""Staged files in one folder: few enough for every file system, many enough to spare making folders."""


@dataclass(frozen=True, slots=True)
class Staged:
    """An edition made and not yet delivered: where each changed file waits; `files` are all, as far as they stand.

    A file that waits has no age yet (0).
    """

    changed: dict[str, Path]
    files: Mapping[str, Printed]
    bytes: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Delivered:
    """How many files were written and removed, what could not be, and the edition as it stands now."""

    written: int
    removed: int
    problems: tuple[Problem, ...]
    edition: LastEdition


def refusal(site: Path) -> Problem | None:
    """Why nothing may be written to `site`: it is a file, or holds things and no manifest of ours."""
    if not site.exists() or (site.is_dir() and ((site / MANIFEST).is_file() or not any(site.iterdir()))):
        return None
    return Problem(
        site.name,
        Words(
            "这个文件夹不是本程序建的，里面已有内容，没有写入。",
            "This folder has contents that this program did not write; nothing was written.",
        ),
        Words(
            "请用 --site 另指一个空文件夹，或先把它移走。",
            "Name an empty folder with --site, or move this one away first.",
        ),
    )


def holds_more_than_plain(site: Path) -> bool:
    """Whether a full site stands there: one with pages that a plain one does not have."""
    return any("/" in file and file.partition("/")[0] not in PLAIN_AREAS for file in read_manifest(site))


@contextmanager
def staging(site: Path) -> Iterator[Path]:
    """A folder beside the site, on the same volume, gone afterwards whatever happens."""
    site.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{site.name}-staging-", dir=site.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def stage(sheets: Iterable[Sheet], site: Path, folder: Path, last: LastEdition) -> Staged:
    """Put every sheet that differs from what stands in `site` into `folder`; of two for one file the first counts.

    A sheet with the mark that it had in the `last` edition, whose file stands as it stood then, is not even printed.
    """
    ours = read_manifest(site)
    changed: dict[str, Path] = {}
    files: dict[str, Printed] = {}
    seen: set[str] = set()
    problems = []
    for sheet in sheets:
        if sheet.file.casefold() in seen:
            problems.append(_twice(sheet.file))
            continue
        seen.add(sheet.file.casefold())
        stands = standing(site, sheet.file) if sheet.file in ours else None
        printed = last.files.get(sheet.file)
        if stands is None or printed is None or (printed.mark, printed.standing) != (sheet.mark, stands):
            data = sheet.make()
            if stands is None or not _stands(site / sheet.file, data):
                changed[sheet.file] = _put(folder, len(changed), data)
            printed = Printed(sheet.mark, len(data), 0 if sheet.file in changed or stands is None else stands.mtime)
        files[sheet.file] = printed
    return Staged(changed, files, sum(printed.size for printed in files.values()), tuple(problems))


def deliver(staged: Staged, site: Path) -> Delivered:
    """Move what changed into the site, then remove what the edition no longer has."""
    ours, files = read_manifest(site), frozenset(staged.files)
    if not staged.changed and ours == files:
        return Delivered(0, 0, (), _edition(staged, site, frozenset()))
    site.mkdir(parents=True, exist_ok=True)
    strangers = {file for file in staged.changed if file not in ours and (site / file).exists()}
    _write_manifest(site, ours | files - strangers)
    problems = [_stranger(file) for file in sorted(strangers)]
    moved, held = _move_in({file: at for file, at in staged.changed.items() if file not in strangers}, site)
    removed, kept = _remove(ours - files, site)
    _write_manifest(site, (files - strangers - (held - ours)) | kept)
    problems += (_held(file) for file in sorted(held | kept))
    return Delivered(moved, removed, tuple(problems), _edition(staged, site, held | strangers))


def _edition(staged: Staged, site: Path, not_there: Collection[str]) -> LastEdition:
    """The edition as it stands, and the manifest with it, so that a file that is gone from either is missed."""
    files = {file: printed for file, printed in staged.files.items() if file not in not_there}
    for file in staged.changed:
        stands = standing(site, file)
        if stands is None or file not in files or stands.size != files[file].size:
            files.pop(file, None)
        else:
            files[file] = Printed(files[file].mark, *stands)
    manifest = standing(site, MANIFEST)
    return LastEdition(files | ({MANIFEST: Printed("", *manifest)} if manifest else {}))


def read_manifest(site: Path) -> frozenset[str]:
    """The files below `site` that are ours; a line that could lead elsewhere is passed over."""
    try:
        lines = (site / MANIFEST).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return frozenset()
    return frozenset(line for line in lines if line and not line.startswith("#") and _is_file(line))


def _write_manifest(site: Path, files: Iterable[str]) -> None:
    text = "\n".join([_MANIFEST_HEAD, *sorted(files), ""])
    fresh = site / f"{MANIFEST}.new"
    fresh.write_text(text, encoding="utf-8", newline="\n")
    fresh.replace(site / MANIFEST)


def _is_file(line: str) -> bool:
    try:
        return file_of(line) == line
    except UnsafeAddress:
        return False


def _stands(file: Path, data: bytes) -> bool:
    try:
        return file.read_bytes() == data
    except OSError:
        return False


def _put(folder: Path, number: int, data: bytes) -> Path:
    place = folder / str(number // _PER_FOLDER)
    if number % _PER_FOLDER == 0:
        place.mkdir()
    file = place / str(number)
    file.write_bytes(data)
    return file


def _move_in(changed: dict[str, Path], site: Path) -> tuple[int, set[str]]:
    """Move files into the site; the ones that another program holds, or whose way leads outside, stay as they were."""
    whole, held = os.path.realpath(site), set()
    made: set[Path] = set()
    for file, waiting in changed.items():
        target = site / file
        try:
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                if os.path.commonpath([whole, os.path.realpath(target.parent)]) != whole:
                    raise PermissionError(target)
                made.add(target.parent)
            waiting.replace(target)
        except OSError:
            held.add(file)
    return len(changed) - len(held), held


def _remove(files: Iterable[str], site: Path) -> tuple[int, set[str]]:
    """Remove files of ours, and folders that are empty then; what cannot be removed is still ours."""
    removed, kept = 0, set()
    for file in sorted(files):
        try:
            (site / file).unlink(missing_ok=True)
            removed += 1
        except OSError:
            kept.add(file)
        _remove_empty((site / file).parent, site)
    return removed, kept


def _remove_empty(folder: Path, site: Path) -> None:
    while folder != site:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _twice(file: str) -> Problem:
    return Problem(
        f"site/{file}",
        Words(
            "两个不同的东西要用同一个网址，只写了前一个。",
            "Two things claim the same address; only the first was written.",
        ),
        Words(
            "请在 content/_authority/ 里给其中一个改 slug。", "Give one of them another slug in content/_authority/."
        ),
    )


def _stranger(file: str) -> Problem:
    return Problem(
        f"site/{file}",
        Words(
            "这里有一个不是本程序写的文件，没有覆盖。",
            "A file stands here that this program did not write; it was left alone.",
        ),
        Words("请把它移出 site/ 再运行一次。", "Move it out of site/ and run again."),
    )


def _held(file: str) -> Problem:
    return Problem(
        f"site/{file}",
        Words(
            "这个文件写不进去或删不掉，可能正被别的程序打开。",
            "This file could not be replaced or removed; another program may have it open.",
        ),
        Words("请关掉打开它的程序，再运行一次。", "Close the program that has it open and run again."),
    )
