"""Which raw pages are due for reading: the new ones, those whose bytes or facts changed, those asked for again."""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from jianbao.content.pages_table import PagesTable, with_new_names
from jianbao.problems import CallError, Problem, Weight
from jianbao.reading.keeping.place import folder_for, mint_id
from jianbao.reading.keeping.seeds import RawFile, Seeds
from jianbao.reading.keeping.shelf import PageCard, Shelf
from jianbao.reading.keeping.stat_memory import StatMemory
from jianbao.reading.keeping.unreadable import folder_gone, gone, in_use, nearly_same, read_anew
from jianbao.reading.keeping.which_page import which_page
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
    texts, problems = _texts(seeds, memory)
    digests = {file: text.sha256 for file, text in texts.items()}
    of_raw = which_page(digests, {raw.file for raw in seeds.files}, shelf.pages.values())
    chosen = _chosen(wanted, digests, shelf)
    renamed = {card.file: file for file, card in of_raw.pages.items() if card.file != file and _is_wanted(file, chosen)}
    table = with_new_names(table, renamed)
    problems += of_raw.refused.values()
    pages: list[DuePage] = []
    for raw in seeds.files:
        if raw.file not in digests or raw.file in of_raw.refused or not _is_wanted(raw.file, chosen):
            continue
        card = of_raw.pages.get(raw.file)
        page = DuePage(raw, digests[raw.file], table.facts_in_force(raw.file, card.facts if card else {}), card)
        deleted = None if card else _deleted_before(page, table, shelf)
        problems += [deleted] if deleted else []
        is_as_read = card and (card.file, card.sha256, dict(card.facts)) == (raw.file, page.sha256, page.told)
        if (again or not is_as_read) and (deleted is None or deleted.weight is Weight.WARNING):
            pages.append(page)
    problems += _nearly_same({file: text for file, text in texts.items() if file not in of_raw.refused})
    if of_raw.without_file and chosen is None:
        problems.append(gone(sorted(card.file for card in of_raw.without_file)))
    return Due(tuple(page for page in pages if not _is_locked(page, shelf)), table, tuple(problems))


def _is_wanted(file: str, chosen: set[str] | None) -> bool:
    return chosen is None or file in chosen


class _Text(NamedTuple):
    """The digests of a raw file's bytes and of those that are no white space."""

    sha256: str
    without_space: str


def _texts(seeds: Seeds, memory: StatMemory) -> tuple[dict[str, _Text], list[Problem]]:
    texts: dict[str, _Text] = {}
    problems = []
    for raw in seeds.files:
        try:
            texts[raw.file] = _Text(*memory.recall(f"seeds/{raw.file}", raw.size, raw.mtime, partial(_digests, raw)))
        except OSError as error:
            problems.append(in_use(f"seeds/{raw.file}", error))
    return texts, problems


def _digests(raw: RawFile) -> list[str]:
    data = raw.path.read_bytes()
    bare = data.removeprefix(codecs.BOM_UTF8).translate(None, b" \t\r\n\v\f").replace("\u3000".encode(), b"")
    return [hashlib.sha256(data).hexdigest(), hashlib.sha256(bare).hexdigest()]


def _nearly_same(texts: Mapping[str, _Text]) -> Iterator[Problem]:
    first_of: dict[str, str] = {}
    for file in sorted(texts):
        first = first_of.setdefault(texts[file].without_space, file)
        if first != file:
            yield nearly_same(file, first)


def _deleted_before(page: DuePage, table: PagesTable, shelf: Shelf) -> Problem | None:
    """What to tell of a page that pages.csv knows and that has no folder: an ERROR where its addresses would change."""
    page_id, row = table.page_of(page.raw.file)
    if not page_id or page_id in shelf.pages or page_id in shelf.paths:
        return None
    same = mint_id(page.sha256, ()) == page_id
    return read_anew(page.raw.file, page_id) if same else folder_gone(page.raw.file, page_id, row)


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
    file_of_id = {card.id: card.file for card in shelf.pages.values()}
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
