"""Folders in content/ that follow their renamed raw files, two that changed names included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from jianbao.problems import Problem
from jianbao.reading.keeping.place import folded, folder_for, usual_folders
from jianbao.reading.keeping.shelf import PageCard
from jianbao.reading.keeping.unreadable import in_use


class Move(NamedTuple):
    """A page's folder and the one it goes to, both below content/."""

    folder: str
    target: str


def planned_moves(renamed: Iterable[tuple[PageCard, str]], taken: Iterable[str]) -> list[Move]:
    """The moves that renamed raw files ask for. `taken` are all folders of pages; one that a person chose stays."""
    leaving = [(card.folder, file) for card, file in renamed if card.folder in usual_folders(card.file)]
    held = {folded(folder) for folder in taken} - {folded(folder) for folder, _ in leaving}
    moves = []
    for folder, file in leaving:
        target = folder_for(file, held)
        held.add(folded(target))
        moves.append(Move(folder, target))
    return [move for move in moves if move.folder != move.target]


def move_folders(content: Path, moves: list[Move]) -> tuple[int, tuple[Problem, ...]]:
    """Take the moves; the number of files that were moved. Where one fails, the others are taken all the same.

    A folder whose place another one is to take first steps aside. A run that breaks off there leaves a folder with an
    odd name, which is the page's all the same: a page is known by its record, wherever that is.
    """
    targets = {folded(move.target) for move in moves}
    steps = [Move(move.folder, f"{move.folder}~") for move in moves if folded(move.folder) in targets]
    aside = dict(steps)
    moved = 0
    problems = []
    for step in (*steps, *(Move(aside.get(folder, folder), target) for folder, target in moves)):
        try:
            moved += _move(content, step)
        except OSError as error:
            problems.append(in_use(f"content/{step.folder}", error))
    return moved, tuple(problems)


def _move(content: Path, move: Move) -> int:
    source, target = content / move.folder, content / move.target
    if not source.is_dir() or any(_files(target)):  # what a person put there stays alone
        return 0
    target.mkdir(parents=True, exist_ok=True)
    moved = 0
    for path in sorted(_files(source)):
        path.rename(target / path.name)
        moved += 1
    _remove_empty(source, content)
    return moved


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder; folders in it are other pages'."""
    return (path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else iter(())


def _remove_empty(folder: Path, top: Path) -> None:
    """Take away a folder and those above it as far as nothing is left in them."""
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
