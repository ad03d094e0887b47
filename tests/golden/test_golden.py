"""A small archive, whole: from three raw pages, the keeper's table and the keeper's hand to every file of the site."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest

from jianbao import short_cuts
from tests.golden.story import EXPECTED, FOLDERS, HERE, build, contents, play

LINES = 60
"""So many lines of the difference are shown; a change of a template touches every page alike."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden archive after its story, in a folder with a Chinese name and a space."""
    folder = tmp_path_factory.mktemp("golden") / "林河 旧报"
    play(folder)
    return folder


@pytest.mark.parametrize("name", FOLDERS)
def test_folder_is_as_expected(played: Path, name: str) -> None:
    """Every file is there, no other one, and each is what a reader of the expectation agreed to, byte for byte."""
    difference = list(islice(differences(EXPECTED / name, played / name), LINES))
    assert not difference, "\n".join(
        [*difference, "", "If it is right: python -m tests.golden.renew, read the diff, commit."]
    )


def test_the_long_ways_lead_to_the_same_site(played: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any short cut in reading and setting articles, or in the templates."""
    monkeypatch.setattr(short_cuts, "ARE_OFF", True)
    shutil.copytree(played, tmp_path / "档案", ignore=shutil.ignore_patterns("site", ".jianbao"))
    build(tmp_path / "档案")
    assert not list(islice(differences(played / "site", tmp_path / "档案" / "site"), LINES))


def test_raw_pages_and_settings_are_as_they_were(played: Path) -> None:
    """Nothing that the keeper laid in is changed, but for the table that is filled up."""
    laid_in = [file for file in contents(HERE / "archive") if file != "content/pages.csv"]
    assert laid_in
    for file in laid_in:
        assert (played / file).read_bytes() == (HERE / "archive" / file).read_bytes(), file


def differences(expected: Path, found: Path) -> Iterator[str]:
    """What is missing, what is too much, and what differs, line by line."""
    before, after = contents(expected), contents(found)
    yield from (f"missing: {file}" for file in sorted(before.keys() - after.keys()))
    yield from (f"not expected: {file}" for file in sorted(after.keys() - before.keys()))
    for file in sorted(before.keys() & after.keys()):
        if before[file] != after[file]:
            old, new = (text.decode("utf-8", "replace").splitlines() for text in (before[file], after[file]))
            yield from unified_diff(old, new, f"expected/{file}", f"found/{file}", lineterm="", n=1)
