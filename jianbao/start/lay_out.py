"""Lays out a fresh archive: its settings, its folders, its way to the web, and the program itself.

The program goes along in `program/`: an archive that is opened in ten years reads and builds with what it was made
with, on any machine that has Python, and the workflow that publishes it needs no address to fetch it from.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from jianbao.problems import CallError

PACKAGE = Path(__file__).parents[1]
FILES = Path(__file__).with_name("files")
PLACES: Mapping[str, str] = MappingProxyType(
    {
        "archive.yaml": "archive.yaml",
        "build.txt": "build.py",
        "requirements.txt": "requirements.txt",
        "README.md": "README.md",
        "start.cmd": "开始.cmd",
        "pages.yml": ".github/workflows/pages.yml",
        "gitignore": ".gitignore",
        "gitattributes": ".gitattributes",
        "LICENSE": "program/LICENSE",
    }
)
"""The files by the names that they have here, where a leading dot would be taken for an instruction to git."""
EMPTY = ("seeds", "content")
"""Folders that begin empty; git keeps them for the sake of a file without a name."""
_ALLOWED = frozenset({".git"})


def lay_out(folder: Path) -> int:
    """Lay out an archive in `folder` and return how many files it has. Raises CallError unless it is new or empty."""
    _must_be_empty(folder)
    for name, place in PLACES.items():
        _write(FILES / name, folder / place)
    for name in EMPTY:
        (folder / name).mkdir()
        (folder / name / ".gitkeep").touch()
    _copy_program(folder / "program" / "jianbao")
    return sum(file.is_file() for file in folder.rglob("*") if ".git" not in file.relative_to(folder).parts)


def _must_be_empty(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise CallError(
            f"{folder} 是文件，不是文件夹，请换个名字\n{folder} is a file and no folder; choose another name"
        )
    if folder.is_dir() and {entry.name for entry in folder.iterdir()} - _ALLOWED:
        raise CallError(
            f"{folder} 里已经有文件，没有动它。请换一个新的或空的文件夹\n"
            f"{folder} is not empty and was left alone. Choose a new or an empty folder"
        )


def _write(source: Path, target: Path) -> None:
    """A copy with the line ends that the file's readers expect, however the program came to this machine."""
    target.parent.mkdir(parents=True, exist_ok=True)
    text = source.read_text(encoding="utf-8")
    target.write_text(text, encoding="utf-8", newline="\r\n" if target.suffix == ".cmd" else "\n")


def _copy_program(target: Path) -> None:
    leave = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(PACKAGE, target, ignore=leave)
    beside = PACKAGE.parent / "themes"  # in a checkout the themes stand beside the package, in a wheel inside it
    if not (target / "themes").is_dir():
        shutil.copytree(beside, target / "themes", ignore=leave)
