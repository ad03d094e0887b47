"""Which raw pages are due for reading: the new ones, those whose text or facts changed, those asked for again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jianbao.content.pages_table import PagesTable, with_new_names
from jianbao.frozen import frozen
from jianbao.problems import CallError, Problem, Weight
from jianbao.reading.keeping.place import folder_for, mint_id
from jianbao.reading.keeping.raw_pages import RawPages, SeedPage
from jianbao.reading.keeping.shelf import PageCard, Shelf
from jianbao.reading.keeping.unreadable import folder_gone, gone, nearly_same, read_anew
from jianbao.reading.keeping.which_page import which_page
from jianbao.reading.page import Facts


@frozen
class DuePage:
    """A raw page to be read: `card` is what stands of it already, under another name where the raw file was renamed.

    One that has only `moved` in its raw file is not read: its lines are counted anew.
    """

    page: SeedPage
    told: Mapping[str, str]
    card: PageCard | None
    moved: bool = False

    @property
    def facts(self) -> Facts:
        """What people told of the page, as the reader wants it."""
        texts = {fact: text for fact, text in self.told.items() if fact != "districts"}
        districts = tuple(name for name in self.told.get("districts", "").split("; ") if name)
        return Facts(**texts, districts=districts)


@frozen
class Due:
    """The pages to be read in order, the table with the rows of renamed pages, and notes on duplicates and lost files."""

    pages: tuple[DuePage, ...]
    table: PagesTable
    problems: tuple[Problem, ...]


def find_due(raw_pages: RawPages, shelf: Shelf, table: PagesTable, wanted: Sequence[str], again: bool) -> Due:
    """What is to be read. `wanted` (paths below seeds/ or page ids) limits it; CallError if one of them is unknown."""
    digests = {page.file: page.sha256 for page in raw_pages.pages}
    of_raw = which_page(digests, raw_pages.names, shelf.pages.values(), raw_pages.goes_on)
    chosen = _chosen(wanted, raw_pages.pages, shelf)
    renamed = {card.file: file for file, card in of_raw.pages.items() if card.file != file and _is_wanted(file, chosen)}
    table = with_new_names(table, renamed)
    problems = [*raw_pages.problems, *of_raw.refused.values()]
    pages: list[DuePage] = []
    for raw in raw_pages.pages:
        if raw.file in of_raw.refused or not _is_wanted(raw.file, chosen):
            continue
        card = of_raw.pages.get(raw.file)
        told = table.facts_in_force(raw.file, card.facts if card else {}, raw.raw.file)
        is_as_read = card and (card.file, card.sha256, dict(card.facts)) == (raw.file, raw.sha256, told)
        page = DuePage(raw, told, card, moved=bool(is_as_read) and not again)
        deleted = None if card else _deleted_before(page, table, shelf)
        problems += [deleted] if deleted else []
        is_in_place = card and card.lines == raw.lines
        if (again or not (is_as_read and is_in_place)) and (deleted is None or deleted.weight is Weight.WARNING):
            pages.append(page)
    problems += _nearly_same(page for page in raw_pages.pages if page.file not in of_raw.refused)
    if of_raw.without_file and chosen is None:
        problems.append(gone(sorted(card.file for card in of_raw.without_file)))
    return Due(tuple(page for page in pages if not _is_locked(page, shelf)), table, tuple(problems))


def _is_wanted(file: str, chosen: set[str] | None) -> bool:
    return chosen is None or file in chosen


def _nearly_same(pages: Iterable[SeedPage]) -> Iterator[Problem]:
    first_of: dict[str, str] = {}
    for page in sorted(pages, key=lambda page: page.file):
        first = first_of.setdefault(page.without_space, page.file)
        if first != page.file:
            yield nearly_same(page.file, first)


def _deleted_before(page: DuePage, table: PagesTable, shelf: Shelf) -> Problem | None:
    """What to tell of a page that pages.csv knows and that has no folder: an ERROR where its addresses would change."""
    page_id, row = table.page_of(page.page.file)
    if not page_id or page_id in shelf.pages or page_id in shelf.paths:
        return None
    same = mint_id(page.page.sha256, ()) == page_id
    return read_anew(page.page.file, page_id) if same else folder_gone(page.page.file, page_id, row)


def _is_locked(page: DuePage, shelf: Shelf) -> bool:
    """Whether the page stands, or may stand, in a folder whose record cannot be read: then it is left alone."""
    if page.card is not None:
        return page.card.folder in shelf.locked
    ids = {file.id.partition("/")[0] for folder in shelf.locked for file in shelf.files.get(folder, ())}
    return mint_id(page.page.sha256, ()) in ids or folder_for(page.page.file, ()) in shelf.locked


def _chosen(wanted: Sequence[str], pages: Sequence[SeedPage], shelf: Shelf) -> set[str] | None:
    """The raw pages that the user named, all of a file or of a folder; None where all are meant."""
    if not wanted:
        return None
    file_of_id = {card.id: card.file for card in shelf.pages.values()}
    chosen = set()
    for name in wanted:
        file = name.replace(os.sep, "/").replace("\\", "/").removeprefix("./").removeprefix("seeds/")
        file = file_of_id.get(file, file)
        below = {page.file for page in pages if file in (page.file, page.raw.file, page.raw.file.rpartition(".")[0])}
        below |= {page.file for page in pages if page.file.startswith(file.rstrip("/") + "/")}
        if not below:
            raise CallError(
                f"seeds/ 里没有“{name}”；请写 seeds/ 以下的路径或版面编号\n"
                f"there is no {name}: name a path below seeds/ or the id of a page"
            )
        chosen |= below
    return chosen
