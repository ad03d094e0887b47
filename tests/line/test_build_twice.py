"""Building again: nothing changed, nothing written; and the same pages give the same bytes wherever they are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.line.conftest import ROOT, lay_seeds
from tests.line.keeper import DAY, Keeper


def test_second_run_writes_not_one_file(keeper: Keeper) -> None:
    """Neither in content/ nor on the site: no byte and no time of writing is another, and no file comes or goes."""
    assert keeper.build() == 0
    before = keeper.snapshot()
    assert len(before) > 150
    assert keeper.build() == 0
    assert keeper.snapshot() == before


def test_lost_cache_changes_nothing(keeper: Keeper) -> None:
    """`.jianbao/` can be deleted at any time: the next run writes nothing to content/ or the site."""
    assert keeper.build() == 0
    before = keeper.snapshot()
    shutil.rmtree(keeper.folder / ".jianbao")
    assert keeper.build() == 0
    assert keeper.snapshot() == before


def test_lost_site_comes_back_the_same(keeper: Keeper) -> None:
    """The site holds nothing that content/ does not."""
    before = {file: data for file, (data, _) in keeper.snapshot().items()}
    shutil.rmtree(keeper.site)
    assert keeper.build("site") == 0
    assert {file: data for file, (data, _) in keeper.snapshot().items()} == before


def test_same_pages_give_the_same_bytes_on_every_machine(built: Keeper, tmp_path: Path) -> None:
    """Another folder, another order of hashes, another locale and time zone, two processes: not one byte differs."""
    other = Keeper(lay_seeds(tmp_path / "another folder"))
    elsewhere = {"SOURCE_DATE_EPOCH": DAY, "PYTHONHASHSEED": "4711", "LC_ALL": "C", "TZ": "America/New_York"}
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "--archive", str(other.folder), "--jobs", "2", "--quiet"],
        env=os.environ | elsewhere,
        capture_output=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    ours, theirs = ({file: data for file, (data, _) in one.snapshot().items()} for one in (built, other))
    assert sorted(theirs) == sorted(ours)
    assert [file for file in ours if ours[file] != theirs[file]] == []
