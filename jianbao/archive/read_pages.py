"""Reading what is recorded of newspaper pages: by several hands, and what stands as it stood is not read again.

A row of the cache is what page.yaml and the ledger beside it say; what people told in pages.csv is laid over it each time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from jianbao.archive.content_files import LEDGER, RECORD, Found, read_text, unreadable
from jianbao.archive.kept_rows import KeptRows
from jianbao.archive.read_many import Report, digest
from jianbao.archive.read_once import Stand, read_once
from jianbao.content import pages_table
from jianbao.content.ledger_outline import LedgerOutline, outline
from jianbao.content.packed_page import pack_outline, pack_record, unpack_outline, unpack_record
from jianbao.content.page_record import PageRecord, parse_record
from jianbao.content.pages_table import PagesTable
from jianbao.frozen import frozen
from jianbao.hands import hands_for
from jianbao.problems import Problem
from jianbao.program_mark import program_mark

FOLDER = "pages"
"""In the cache."""
_PIECE = 32
"""Pages that a hand reads in one go."""

_Row: TypeAlias = tuple[str, tuple[Any, ...], tuple[Any, ...] | None]
"""The digest of what was read, the record, the outline of the ledger (None: there is none); only of what is in order."""


@frozen
class HeldPage:
    """The record of a page, the outline of its ledger (None: there is none), and what people told in pages.csv.

    `path` is that of page.yaml below content/.
    """

    path: str
    record: PageRecord
    ledger: LedgerOutline | None
    told: Mapping[str, str]
    digest: str


def read_pages(
    content: Path, found: Found, cache: Path | None, jobs: int, report: Report, problems: list[Problem], *,
    ledgers: bool = True,
) -> Iterator[HeldPage]:  # fmt: skip
    """The records of pages with their `ledgers`; what cannot be read is added to `problems`.

    The `cache` may be deleted at any time; `jobs` processes read new ones.
    """
    table = read_table(content, problems)
    for path, known in _rows(content, found, cache, jobs, report, ledgers).items():
        row = known or _read_one(content, path, ledgers, problems)
        if row is not None:
            held = _held(path, row)
            record = held.record
            told = table.facts_in_force(record.file, record.facts, record.raw_file)
            yield replace(held, told=told, digest=digest(held.digest + repr(sorted(told.items()))))


def _rows(
    content: Path, found: Found, cache: Path | None, jobs: int, report: Report, ledgers: bool
) -> dict[str, _Row | None]:
    """The rows of all records; None for those of which something is to be told."""
    kept = KeptRows(cache, FOLDER, f"pages {program_mark()}")
    stand = {path: _stand_of(path, found) for path in found.records}
    return read_once(
        stand, kept, partial(_read_piece, content, ledgers), _PIECE, hands_for(jobs), partial(report, "pages")
    )


def _stand_of(path: str, found: Found) -> Stand:
    """The size and age of a record, and of the ledger beside it where there is one."""
    beside = found.ledgers.get(_ledger_of(path))
    return (found.records[path], beside) if beside else (found.records[path],)


def _ledger_of(path: str) -> str:
    return path.removesuffix(RECORD) + LEDGER


def _read_piece(content: Path, ledgers: bool, paths: Sequence[str]) -> list[_Row | None]:
    rows = []
    for path in paths:
        problems: list[Problem] = []
        row = _read_one(content, path, ledgers, problems)
        rows.append(None if problems else row)
    return rows


def _read_one(content: Path, path: str, ledgers: bool, problems: list[Problem]) -> _Row | None:
    """The row of a record; what is wrong with it or its ledger is added to `problems`."""
    text = read_text(content, path, problems)
    record = parse_record(path, text) if text is not None else None
    if isinstance(record, Problem):
        problems.append(record)
    if text is None or not isinstance(record, PageRecord):
        return None
    beside = _ledger_of(path)
    evidence = read_text(content, beside, problems, may_be_missing=True) if ledgers else None
    outlined = outline(beside, evidence, record.lines_before) if evidence is not None else None
    if isinstance(outlined, Problem):
        problems.append(outlined)
        outlined = None
    packed = None if outlined is None else pack_outline(outlined)
    return digest(text + (evidence or "")), pack_record(record), packed


def read_record(content: Path, path: str) -> HeldPage | None:
    """The record of one page with its ledger, without what people told; None where something is to be told of it."""
    problems: list[Problem] = []
    row = _read_one(content, path, True, problems)
    return None if row is None or problems else _held(path, row)


def _held(path: str, row: _Row) -> HeldPage:
    """A page as its row says; nothing that people told."""
    mark, packed, outlined = row
    return HeldPage(path, unpack_record(packed), None if outlined is None else unpack_outline(outlined), {}, mark)


def read_table(content: Path, problems: list[Problem]) -> PagesTable:
    """pages.csv, empty where there is none."""
    try:
        data = (content / pages_table.NAME).read_bytes()
    except FileNotFoundError:
        return PagesTable()
    except OSError as error:  # open in Excel: the records keep what was told at the last reading
        problems.append(unreadable(pages_table.NAME, error))
        return PagesTable()
    table, told = pages_table.parse_table(data)
    problems += told
    return table
