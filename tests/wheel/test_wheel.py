"""The wheel is the whole program: installed far from this repository it makes an archive and builds the same site."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.golden.story import HERE as GOLDEN

ROOT = Path(__file__).parents[2]
PAGE = GOLDEN / "archive" / "seeds" / "林河新报" / "2023-10-12" / "02.txt"
ENVIRONMENT = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "PYTEST_ADDOPTS"}} | {
    "PYTHONIOENCODING": "utf-8",
    "SOURCE_DATE_EPOCH": "1795219200",
}

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """What the command says; it must end well."""
    done = subprocess.run(command, cwd=cwd, env=ENVIRONMENT, capture_output=True, encoding="utf-8", timeout=600)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def programs(wheel: Path) -> Path:
    """The folder of programs of a new environment with nothing but the wheel and what it needs."""
    folder = wheel.parent / "环境"
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pinned = ROOT / "constraints.txt"
    run(programs / "python", "-m", "pip", "install", "--quiet", "-c", pinned, wheel, cwd=wheel.parent)
    return programs


def test_every_file_of_the_package_and_of_its_themes_is_inside(wheel: Path) -> None:
    """Word lists, weights, tables, the theme and what a fresh archive begins with: none is left behind."""
    inside = set(zipfile.ZipFile(wheel).namelist())
    for file in files_of(ROOT / "jianbao"):
        assert f"jianbao/{file}" in inside
    for file in files_of(ROOT / "themes"):
        assert f"jianbao/themes/{file}" in inside


def files_of(folder: Path) -> list[str]:
    """Every file below the folder but what Python keeps for itself."""
    files = (file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return sorted(file.relative_to(folder).as_posix() for file in files)


def test_installed_program_makes_an_archive_and_builds_the_same_site(programs: Path, tmp_path: Path) -> None:
    """`jianbao new`, a page put in, `jianbao`: content/ and site/ are what the checkout makes of it, byte for byte."""
    run(programs / "jianbao", "new", "新馆", cwd=tmp_path)
    archive = tmp_path / "新馆"
    (archive / "seeds" / "02.txt").write_bytes(PAGE.read_bytes())
    said = run(programs / "jianbao", "--archive", archive, "--jobs", "1", cwd=tmp_path)
    assert "文章 articles 3" in said
    ours = tmp_path / "ours"
    (ours / "seeds").mkdir(parents=True)
    (ours / "seeds" / "02.txt").write_bytes(PAGE.read_bytes())
    (ours / "archive.yaml").write_bytes((archive / "archive.yaml").read_bytes())
    run(sys.executable, ROOT / "build.py", "--archive", ours, "--jobs", "1", cwd=ours)
    (archive / "content" / ".gitkeep").unlink()
    for place in ("content", "site"):
        assert files_of(archive / place) == files_of(ours / place)
        for file in files_of(ours / place):
            assert (archive / place / file).read_bytes() == (ours / place / file).read_bytes(), file


def test_fresh_archive_carries_a_program_that_runs(programs: Path, tmp_path: Path) -> None:
    """What `jianbao new` of an installed program lays out builds with its own `build.py`."""
    run(programs / "jianbao", "new", "新馆", cwd=tmp_path)
    archive = tmp_path / "新馆"
    (archive / "seeds" / "02.txt").write_bytes(PAGE.read_bytes())
    run(programs / "python", "build.py", cwd=archive)
    assert (archive / "site" / "index.html").is_file()
    assert files_of(archive / "program" / "jianbao" / "themes") == files_of(ROOT / "themes")
