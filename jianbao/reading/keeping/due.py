"""Which raw pages are due for reading: the new ones, those whose bytes or facts changed, those asked for again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from jianbao.content.pages_table import PagesTable, with_new_name
from jianbao.problems import CallError, Problem
from jianbao.reading.keeping.place import folder_for, mint_id
from jianbao.reading.keeping.seeds import RawFile, Seeds
from jianbao.reading.keeping.shelf import PageCard, Shelf
from jianbao.reading.keeping.stat_memory import StatMemory
from jianbao.reading.keeping.unreadable import gone, in_use, same_bytes
from jianbao.reading.page import Facts


@dataclass(frozen=True, slots=True)
class DuePage:
    """A raw page to be read: `card` is what stands of it already, under another name where the raw file was renamed."""

    raw: RawFile
    sha256: str
    told: Mapping[str, str]
    card: PageCard | None

    @property
    def facts(self) -> Facts:
        """What people told of the page, as the reader wants it."""
        texts = {fact: text for fact, text in self.told.items() if fact != "districts"}
        districts = tuple(name for name in self.told.get("districts", "").split("; ") if name)
        return Facts(**texts, districts=districts)


@dataclass(frozen=True, slots=True)
class Due:
    """The pages to be read in order, the table with the rows of renamed pages, and notes on duplicates and lost files."""

    pages: tuple[DuePage, ...]
    table: PagesTable
    problems: tuple[Problem, ...]


def find_due(
    seeds: Seeds, shelf: Shelf, table: PagesTable, memory: StatMemory, wanted: Sequence[str], again: bool
) -> Due:
    """What is to be read. `wanted` (paths below seeds/ or page ids) limits it; CallError if one of them is unknown."""
    problems: list[Problem] = []
    digests: dict[str, str] = {}
    for raw in seeds.files:
        try:
            digests[raw.file] = memory.recall(f"seeds/{raw.file}", raw.size, raw.mtime, partial(_digest, raw))
        except OSError as error:
            problems.append(in_use(f"seeds/{raw.file}", error))
    there = {raw.file for raw in seeds.files}
    lost = {card.sha256: card for file, card in shelf.pages.items() if file not in there}
    first_of = {digests[file]: file for file in sorted(shelf.pages, reverse=True) if file in digests}
    chosen = _chosen(wanted, digests, shelf)
    pages: list[DuePage] = []
    for raw in seeds.files:
        if raw.file not in digests or (chosen is not None and raw.file not in chosen):
            continue
        sha256 = digests[raw.file]
        card = shelf.pages.get(raw.file)
        if card is None and sha256 in first_of:
            problems.append(same_bytes(raw.file, first_of[sha256]))
            continue
        first_of.setdefault(sha256, raw.file)
        if card is None and (card := lost.pop(sha256, None)):
            table = with_new_name(table, card.file, raw.file)
        told = table.facts_for(raw.file) if table.usable else (card.facts if card else {})
        if again or card is None or (card.file, card.sha256, dict(card.facts)) != (raw.file, sha256, told):
            pages.append(DuePage(raw, sha256, told, card))
    if lost and chosen is None:
        problems.append(gone(sorted(card.file for card in lost.values())))
    return Due(tuple(page for page in pages if not _is_locked(page, shelf)), table, tuple(problems))


def _digest(raw: RawFile) -> str:
    return hashlib.sha256(raw.path.read_bytes()).hexdigest()


def _is_locked(page: DuePage, shelf: Shelf) -> bool:
    """Whether the page stands, or may stand, in a folder whose record cannot be read: then it is left alone."""
    if page.card is not None:
        return page.card.folder in shelf.locked
    ids = {file.id.partition("/")[0] for folder in shelf.locked for file in shelf.files.get(folder, ())}
    return mint_id(page.sha256, ()) in ids or folder_for(page.raw.file, ()) in shelf.locked


def _chosen(wanted: Sequence[str], digests: Mapping[str, str], shelf: Shelf) -> set[str] | None:
    """The raw files that the user named; None where all are meant."""
    if not wanted:
        return None
    file_of_id = {card.id: file for file, card in shelf.pages.items()}
    chosen = set()
    for name in wanted:
        file = name.replace(os.sep, "/").replace("\\", "/").removeprefix("./").removeprefix("seeds/")
        file = file_of_id.get(file, file)
        below = {known for known in digests if known == file or known.startswith(file.rstrip("/") + "/")}
        below |= {known for known in digests if known.rpartition(".")[0] == file}
        if not below:
            raise CallError(
                f"seeds/ 里没有“{name}”；请写 seeds/ 以下的路径或版面编号\n"
                f"there is no {name}: name a path below seeds/ or the id of a page"
            )
        chosen |= below
    return chosen
