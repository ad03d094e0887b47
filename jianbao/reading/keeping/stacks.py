"""Fetching what stands in a page's folder, and putting a page there: the only place that writes articles."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from jianbao.content import ledger_file, page_record
from jianbao.content.ledger_file import Ledger, ledger_text, parse_ledger
from jianbao.content.page_record import PageRecord, record_text
from jianbao.frozen import frozen
from jianbao.problems import Problem
from jianbao.reading.keeping.due import DuePage
from jianbao.reading.keeping.for_review import still_open
from jianbao.reading.keeping.hand_made import tend, with_id
from jianbao.reading.keeping.place import folder_for, mint_id
from jianbao.reading.keeping.shelf import BROKEN, NO_ID, NOTE, ArticleFile, PageCard, Shelf, read_record
from jianbao.reading.keeping.shelving import Before, Present, Shelving
from jianbao.reading.keeping.unreadable import in_use
from jianbao.reading.keeping.whole_files import put


@frozen
class Stored:
    """What came of writing: the number of files, those that could not be written, and the number of pages laid down."""

    written: int = 0
    problems: tuple[Problem, ...] = ()
    pages: int = 0

    def __add__(self, other: Stored) -> Stored:
        return Stored(self.written + other.written, self.problems + other.problems, self.pages + other.pages)


def tend_folders(content: Path, shelf: Shelf) -> Stored:
    """Give ids to the articles that people made in the folders of pages, and note the ones they deleted."""
    everywhere = frozenset(file.id for files in shelf.files.values() for file in files)
    stored = Stored()
    for card in shelf.pages.values():
        files = shelf.files.get(card.folder, ())
        is_new = any(
            file.id == NO_ID or (file.id not in (BROKEN, NOTE) and file.id not in card.articles) for file in files
        )
        if is_new or card.disputed or any(article_id not in everywhere for article_id in card.articles):
            try:
                stored += _tend_folder(content, card, files, everywhere, shelf.paths.get(card.id, {}))
            except OSError as error:
                stored += Stored(problems=(in_use(f"content/{card.folder}", error),))
    return stored


def _tend_folder(
    content: Path,
    card: PageCard,
    files: tuple[ArticleFile, ...],
    everywhere: frozenset[str],
    paths: Mapping[str, str],
) -> Stored:
    record = read_record(content, card.folder)
    if isinstance(record, Problem):
        return Stored(problems=(record,))
    if card.disputed and not any(file.id == BROKEN for file in files):
        there = {article_id: _text(content / path) for article_id, path in paths.items()}
        tended = tend(replace(record, doubts=still_open(record.doubts, there)), files, everywhere)
    else:
        tended = tend(record, files, everywhere)
    texts = {}
    for path, article_id in tended.numbered.items():
        texts[path] = with_id(_text(content / path), article_id)
    changed = {f"{card.folder}/{page_record.NAME}": record_text(tended.record)} if tended.record != record else {}
    return _put_all(content, changed | texts)


def raw_text_of(content: Path, shelf: Shelf, card: PageCard) -> str:
    """The raw text of a page as it was last read; without a ledger what stands of its articles. Raises OSError."""
    ledger = _fetch_ledger(content / card.folder / ledger_file.NAME, card.folder)
    if isinstance(ledger, Ledger):
        return ledger.raw_text
    return "".join(_text(content / path) for path in shelf.paths.get(card.id, {}).values())


def fetch(content: Path, shelf: Shelf, due: DuePage, ids: Container[str], folders: Container[str]) -> Before | Problem:
    """What stands of the page that is due. A new page gets an id and a folder that are not among `ids`, `folders`."""
    try:
        return _fetch(content, shelf, due, ids, folders)
    except OSError as error:
        return in_use(f"content/{due.card.folder if due.card else due.page.file}", error)


def _fetch(content: Path, shelf: Shelf, due: DuePage, ids: Container[str], folders: Container[str]) -> Before | Problem:
    card = due.card
    if card is None:
        folder = folder_for(due.page.file, folders)
        page_id = mint_id(due.page.sha256, ())
        interrupted = any(file.id.startswith(page_id + "/") for file in shelf.files.get(folder, ()))
        record = PageRecord(page_id if interrupted else mint_id(due.page.sha256, ids), due.page.file, due.page.sha256)
    else:
        folder = card.folder
        found = read_record(content, folder)
        if isinstance(found, Problem):
            return found
        record = found
    ledger = _fetch_ledger(content / folder / ledger_file.NAME, folder)
    if isinstance(ledger, Problem):
        return ledger
    paths = shelf.paths.get(record.id, {})
    return Before(
        folder,
        replace(record, file=due.page.file, sha256=due.page.sha256, lines=due.page.lines, facts=dict(due.told)),
        ledger,
        {article_id: Present(path, _text(content / path)) for article_id, path in paths.items()},
        frozenset(path.name for path in (content / folder).glob("*")),
        moved=due.page.lines_before - record.lines_before if card else 0,
    )


def store(content: Path, shelving: Shelving) -> Stored:
    """Write what the page's reading gave. The record comes last: a run that breaks off does the page again."""
    articles = _put_all(content, shelving.texts)
    if articles.problems:
        return articles
    removed = _remove_all(content, shelving.removed)
    ledger = {} if shelving.ledger is None else {ledger_file.NAME: ledger_text(shelving.ledger)}
    files = ledger | {page_record.NAME: record_text(shelving.record)}
    evidence = {f"{shelving.folder}/{name}": text for name, text in files.items()}
    return articles + removed + _put_all(content, evidence)


def _fetch_ledger(path: Path, folder: str) -> Ledger | Problem | None:
    if not path.is_file():
        return None
    return parse_ledger(f"{folder}/{ledger_file.NAME}", path.read_text(encoding="utf-8-sig", errors="replace"))


def _text(path: Path) -> str:
    """A file as it is, with its own line ends."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _put_all(content: Path, texts: Mapping[str, str]) -> Stored:
    written = 0
    problems = []
    for path, text in texts.items():
        try:
            written += put(content / path, text)
        except OSError as error:
            problems.append(in_use(f"content/{path}", error))
    return Stored(written, tuple(problems))


def _remove_all(content: Path, paths: Iterable[str]) -> Stored:
    problems = []
    for path in paths:
        try:
            (content / path).unlink(missing_ok=True)
        except OSError as error:
            problems.append(in_use(f"content/{path}", error))
    return Stored(0, tuple(problems))
