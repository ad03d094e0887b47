"""The cache folder may be deleted, damaged, or left by another version of the program: a run comes out the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from jianbao.kept import keep, read_kept
from tests.cli.conftest import Run, files_of

WORDS = json.dumps({"version": 1, "files": {"content/安阳日报/第01版/page.yaml": [1, 2, None], "x": 7}})


def cut_short(file: Path) -> None:
    """As after a power cut."""
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def of_another_version(file: Path) -> None:
    """Well-formed, with the same names in it, and of another shape."""
    file.write_text(WORDS, encoding="utf-8")


def one_letter_other(file: Path) -> None:
    """Still JSON, and still with the head of this version."""
    data = file.read_bytes()
    file.write_bytes(data[:-8] + data[-8:].replace(b"1", b"2").replace(b'"', b"'"))


def a_folder(file: Path) -> None:
    """A folder where the file should be: nothing can be kept there."""
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("damage", [cut_short, of_another_version, one_letter_other, a_folder])
def test_damaged_cache_is_as_if_absent(archive: Path, run: Run, damage: Callable[[Path], None]) -> None:
    """Whatever stands in the cache's files, the run succeeds, says nothing of it and changes nothing."""
    assert run([]).code == 0
    before = files_of(archive / "content"), files_of(archive / "site")
    kept = [file for file in (archive / ".jianbao").iterdir() if file.is_file()]
    assert kept
    for file in kept:
        damage(file)
    said = run(["--quiet"])
    assert (said.code, said.err) == (0, "")
    assert (files_of(archive / "content"), files_of(archive / "site")) == before


def test_no_cache_folder_can_be_made(archive: Path, run: Run) -> None:
    """A file in the place of the cache folder costs time and nothing else."""
    (archive / ".jianbao").write_text("不是文件夹", encoding="utf-8")
    assert run([]).code == 0
    assert (archive / "site" / "index.html").is_file()


def test_only_the_same_format_is_read_back(tmp_path: Path) -> None:
    """What was kept comes back whole under its own format, and not under another."""
    file = tmp_path / "new" / "things.json"
    keep(file, "things 2", {"安阳": [1, "二"]})
    assert read_kept(file, "things 2") == {"安阳": [1, "二"]}
    assert read_kept(file, "things 1") is None
