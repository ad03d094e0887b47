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
from pathlib import Path

from jianbao.frozen import frozen
from jianbao.leftovers import clear_leftovers
from jianbao.press.addresses import PLAIN_AREAS
from jianbao.press.bench import WHOLE, Staged
from jianbao.press.last_edition import MANIFEST, LastEdition, Printed, manifest_of, standing, weigh
from jianbao.problems import Problem, Words

_MANIFEST_HEAD = "# Files that jianbao wrote here and may replace or remove. 本程序写的文件。"


@frozen
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


def holds_more_than_plain(site: Path, last: LastEdition) -> bool:
    """Whether a full site stands there: one with pages that a plain one does not have."""
    return any("/" in file and file.partition("/")[0] not in PLAIN_AREAS for file in manifest_of(site, last))


@contextmanager
def staging(site: Path) -> Iterator[Path]:
    """A folder beside the site, on the same volume, gone afterwards whatever happens."""
    site.parent.mkdir(parents=True, exist_ok=True)
    name = f".{site.name}-staging-"
    clear_leftovers(site.parent, name)
    folder = Path(tempfile.mkdtemp(prefix=name, dir=site.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def deliver(staged: Staged, site: Path, folder: Path) -> Delivered:
    """Move what changed from the `folder` of the bench into the site, then remove what the edition no longer has."""
    ours, files = staged.ours, frozenset(staged.files)
    if not staged.changed and ours == files:
        return Delivered(0, 0, (), _edition(staged, site, frozenset()))
    site.mkdir(parents=True, exist_ok=True)
    if staged.is_new:
        _write_manifest(site, files)
        _move_whole(folder / WHOLE, site)
        return Delivered(len(files), 0, (), _edition(staged, site, frozenset()))
    strangers = {file for file in staged.changed if file not in ours and (site / file).exists()}
    named = _name(site, ours | files - strangers, ours)
    problems = [_stranger(file) for file in sorted(strangers)]
    moved, held = _move_in({file: at for file, at in staged.changed.items() if file not in strangers}, site)
    removed, kept = _remove(ours - files, site)
    _name(site, (files - strangers - (held - ours)) | kept, named)
    problems += (_held(file) for file in sorted(held | kept))
    return Delivered(moved, removed, tuple(problems), _edition(staged, site, held | strangers))


def deliver_amended(staged: Staged, site: Path, last: LastEdition) -> Delivered:
    """Move what changed into a site that has all of these files, and stands as the `last` edition left it."""
    moved, held = _move_in(staged.changed, site)
    anew = {file: printed for file, printed in staged.files.items() if file not in held and last.files[file] != printed}
    return Delivered(moved, 0, tuple(map(_held, sorted(held))), last.but(anew))


def _move_whole(folder: Path, site: Path) -> None:
    """Move all that a new site is made of, folder by folder."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        Path(entry.path).replace(site / entry.name)


def _edition(staged: Staged, site: Path, not_there: Collection[str]) -> LastEdition:
    """The edition as it stands, and the manifest with it, so that a file that is gone from either is missed."""
    files = {file: printed for file, printed in staged.files.items() if file not in not_there}
    manifest = standing(site, MANIFEST)
    return LastEdition(files | ({MANIFEST: Printed("", *manifest)} if manifest else {}), staged.further, weigh(files))


def _name(site: Path, files: frozenset[str], before: frozenset[str]) -> frozenset[str]:
    """Let the manifest, which names the files `before`, name these."""
    if files != before:
        _write_manifest(site, files)
    return files


def _write_manifest(site: Path, files: Iterable[str]) -> None:
    text = "\n".join([_MANIFEST_HEAD, *sorted(files), ""])
    fresh = site / f"{MANIFEST}.new"
    fresh.write_text(text, encoding="utf-8", newline="\n")
    fresh.replace(site / MANIFEST)


def _move_in(changed: Mapping[str, str], site: Path) -> tuple[int, set[str]]:
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
            Path(waiting).replace(target)
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
