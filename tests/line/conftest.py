"""The repository's own seeds as an archive in a temporary folder, built once and copied for whoever changes it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.line.keeper import Keeper

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Keeper:
    """The archive of the seeds, built for the first time. Nobody changes it."""
    keeper = Keeper(lay_seeds(tmp_path_factory.mktemp("line") / "区县 旧报"))
    assert keeper.build() == 0
    return keeper


@pytest.fixture
def keeper(built: Keeper, tmp_path: Path) -> Keeper:
    """A copy of it to work on."""
    shutil.copytree(built.folder, tmp_path / "旧报")
    return Keeper(tmp_path / "旧报")


@pytest.fixture
def beginner(tmp_path: Path) -> Keeper:
    """An archive without a page."""
    (tmp_path / "新馆" / "seeds").mkdir(parents=True)
    return Keeper(tmp_path / "新馆")


def lay_seeds(folder: Path) -> Path:
    """The seeds and the settings of the repository in a new folder, not built yet."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copyfile(ROOT / "archive.yaml", folder / "archive.yaml")
    return folder
