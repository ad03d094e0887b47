"""content/pages.csv fetched, and written back with the machine's guesses beside people's cells."""

from __future__ import annotations

from pathlib import Path

from jianbao.content import pages_table
from jianbao.content.pages_table import (
    FACTS,
    PageGuess,
    PagesTable,
    parse_table,
    rows_without_page,
    table_bytes,
    with_guesses,
)
from jianbao.content.table_faults import lost_column, lost_rows, lost_table, row_without_page
from jianbao.problems import Problem
from jianbao.reading.keeping.raw_pages import RawPages
from jianbao.reading.keeping.seeds import Seeds
from jianbao.reading.keeping.shelf import PageCard, Shelf
from jianbao.reading.keeping.stacks import Stored
from jianbao.reading.keeping.unreadable import in_use
from jianbao.reading.keeping.whole_files import put_bytes


def load_table(content: Path) -> tuple[PagesTable, tuple[Problem, ...]]:
    """The table as people have it; an empty one where there is none, one that is not usable where it cannot be read."""
    try:
        return parse_table((content / pages_table.NAME).read_bytes())
    except FileNotFoundError:
        return PagesTable(), ()
    except OSError as error:
        return PagesTable(usable=False), (in_use(f"content/{pages_table.NAME}", error),)


def what_is_missing(
    content: Path, table: PagesTable, seeds: Seeds, pages: RawPages, shelf: Shelf
) -> tuple[Problem, ...]:
    """Rows and columns that are gone although facts were told in them, and rows that name no raw file."""
    file = f"content/{pages_table.NAME}"
    told = [card for card in shelf.pages.values() if card.facts]
    if not table.usable:
        return ()
    if told and not (content / pages_table.NAME).exists():
        return (lost_table(file, len(told)),)
    columns = ((fact, sum(fact in card.facts for card in told)) for fact in FACTS if fact not in table.header)
    lost = [lost_column(file, fact, pages) for fact, pages in columns if pages]
    names = {raw.file for raw in seeds.files} | {card.file for card in shelf.pages.values()} | pages.names
    rowless = sorted(
        card.file for card in told if not table.has_row(card.file) and not table.facts_for(card.file, card.raw_file)
    )
    stray = (row_without_page(file, row, name, names) for row, name in rows_without_page(table, names))
    return (*lost, *((lost_rows(file, rowless),) if rowless else ()), *stray)


def fill_table(content: Path, as_read: PagesTable, table: PagesTable, seeds: Seeds, shelf: Shelf) -> Stored:
    """Write the table if it has something to say that it did not say `as_read`; each page that is there has a row."""
    there = {raw.file for raw in seeds.files}
    cards = [card for card in shelf.pages.values() if card.raw_file in there]
    filled = with_guesses(
        table,
        {card.file: _guesses(card) for card in cards},
        {card.file: card.id for card in cards},
        {card.file: card.facts for card in cards},
    )
    if filled.rows == as_read.rows:
        return Stored()
    try:
        put_bytes(content / pages_table.NAME, table_bytes(filled))
    except OSError as error:
        return Stored(problems=(in_use(f"content/{pages_table.NAME}", error),))
    return Stored(1)


def _guesses(card: PageCard) -> dict[str, PageGuess]:
    return {fact: PageGuess(value, source) for fact, (value, source) in card.guesses.items()}
