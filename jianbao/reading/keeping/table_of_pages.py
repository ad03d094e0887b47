"""content/pages.csv fetched, and written back with the machine's guesses beside people's cells."""

from __future__ import annotations

from pathlib import Path

from jianbao.content import pages_table
from jianbao.content.pages_table import PageGuess, PagesTable, parse_table, table_bytes, with_guesses
from jianbao.problems import Problem
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


def fill_table(content: Path, as_read: PagesTable, table: PagesTable, seeds: Seeds, shelf: Shelf) -> Stored:
    """Write the table if it has something to say that it did not say `as_read`; each page that is there has a row."""
    cards = (shelf.pages[raw.file] for raw in seeds.files if raw.file in shelf.pages)
    filled = with_guesses(table, {card.file: _guesses(card) for card in cards})
    if filled.rows == as_read.rows:
        return Stored()
    try:
        put_bytes(content / pages_table.NAME, table_bytes(filled))
    except OSError as error:
        return Stored(problems=(in_use(f"content/{pages_table.NAME}", error),))
    return Stored(1)


def _guesses(card: PageCard) -> dict[str, PageGuess]:
    return {fact: PageGuess(value, source) for fact, (value, source) in card.guesses.items()}
