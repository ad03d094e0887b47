"""seeds/ → content/: the story of a run.

Raw pages that are new or changed are read and laid over what stands in content/. Nothing that a person wrote is
overwritten, nothing below seeds/ is touched, and one bad page never keeps the others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from jianbao.frozen import frozen
from jianbao.problems import Problem
from jianbao.reading.keeping.cleaned import Cleaned, Forecast
from jianbao.reading.keeping.due import Due, DuePage, find_due
from jianbao.reading.keeping.matching import alike
from jianbao.reading.keeping.moved_page import shelve_moved
from jianbao.reading.keeping.moving import move_folders, planned_moves
from jianbao.reading.keeping.place import folded
from jianbao.reading.keeping.raw_pages import find_raw_pages
from jianbao.reading.keeping.read_all import Reader, Readings, read_all
from jianbao.reading.keeping.seeds import find_raw_files
from jianbao.reading.keeping.shelf import Shelf, survey
from jianbao.reading.keeping.shelving import Before, Shelving, shelve
from jianbao.reading.keeping.stacks import Stored, fetch, raw_text_of, store, tend_folders
from jianbao.reading.keeping.stat_memory import StatMemory
from jianbao.reading.keeping.table_of_pages import fill_table, load_table, what_is_missing
from jianbao.reading.keeping.unreadable import another_text, no_article, no_ledger
from jianbao.settings import Settings

Report = Callable[[str, int, int], None]
_ReadPages = Callable[[Sequence[DuePage], Path | None], Readings]


def clean(
    settings: Settings,
    *,
    pages: Sequence[str] = (),
    again: bool = False,
    report: Report = lambda stage, done, total: None,
    jobs: int = 0,
    scheduler: str = "",
    read: Reader | None = None,
    agree: Callable[[Forecast], bool] = lambda forecast: True,
) -> Cleaned:
    """Bring content/ up to date with seeds/; `pages` (paths below seeds/ or page ids) limits it, `again` reads anew.

    `jobs` processes read (0: one a core), or the workers of the Dask cluster whose `scheduler` has this address. Before
    anything is changed by reading again, `agree` is asked. Raises CallError for an unknown page, and for a cluster that
    cannot read these pages.
    """
    folders = settings.folders
    content = folders.content
    memory = StatMemory(folders.cache / "shelf.json")
    seeds = find_raw_files(folders.seeds)
    table, table_problems = load_table(content)
    shelf, tended = _tended_shelf(content, memory)
    raw_pages = find_raw_pages(seeds, shelf, table, memory, partial(raw_text_of, content, shelf))
    table_problems += what_is_missing(content, table, seeds, raw_pages, shelf)
    due = find_due(raw_pages, shelf, table, pages, again)
    shelf, due, moved = _follow_renamed(content, memory, shelf, due)

    def read_pages(pages: Sequence[DuePage], authority: Path | None) -> Readings:
        return read_all(pages, read or _reader(), authority, jobs or settings.jobs, scheduler)

    planned: Iterable[_Plan] = _plan(content, shelf, due, read_pages, report)
    forecast = None
    if again:
        ready = list(planned)
        forecast = _forecast(ready)
        planned = ready if agree(forecast) else ()
    laid = _lay(content, planned)
    if laid.written:
        shelf = survey(content, memory)
    filled = fill_table(content, table, due.table, seeds, shelf)
    memory.save()
    return Cleaned(
        pages=len(raw_pages.pages) + len(raw_pages.problems),
        read=laid.pages,
        articles=shelf.articles,
        losses=sum(card.losses for card in shelf.pages.values()),
        doubts=sum(card.doubts for card in shelf.pages.values()),
        written=(tended + moved + laid + filled).written,
        skipped=seeds.skipped,
        problems=(
            *seeds.problems, *table_problems, *shelf.problems, *due.problems,
            *(no_article(card.file) for card in shelf.pages.values() if not card.numbered),
            *(tended + moved + laid + filled).problems,
        ),
        forecast=forecast,
    )  # fmt: skip


@frozen
class _Plan:
    """A page that was read, or has moved in its file, and what is to be written of it, or why it was not read."""

    shelving: Shelving | None
    problems: tuple[Problem, ...]
    read: bool = True


def _tended_shelf(content: Path, memory: StatMemory) -> tuple[Shelf, Stored]:
    shelf = survey(content, memory)
    tended = tend_folders(content, shelf)
    return (survey(content, memory) if tended.written else shelf), tended


def _follow_renamed(content: Path, memory: StatMemory, shelf: Shelf, due: Due) -> tuple[Shelf, Due, Stored]:
    """Folders moved with their renamed raw files, and what is known of them after that."""
    renamed = [page for page in due.pages if page.card is not None and page.card.file != page.page.file]
    if not renamed:
        return shelf, due, Stored()
    names = [(page.card, page.page.file) for page in renamed if page.card is not None]
    moved = Stored(*move_folders(content, planned_moves(names, (card.folder for card in shelf.pages.values()))))
    shelf = survey(content, memory)
    pages = (replace(page, card=shelf.pages.get(page.card.id)) if page.card else page for page in due.pages)
    return shelf, replace(due, pages=tuple(pages)), moved


def _plan(content: Path, shelf: Shelf, due: Due, read_pages: _ReadPages, report: Report) -> Iterator[_Plan]:
    """Each page that is due, read and laid over what stands of it; nothing is written yet."""
    yield from (_plan_moved(content, shelf, page) for page in due.pages if page.moved)
    to_read = [page for page in due.pages if not page.moved]
    if not to_read:
        return
    authority = content / "_authority"
    readings = read_pages(to_read, authority if authority.is_dir() else None)
    ids = {*shelf.pages, *shelf.paths}
    folders = {folded(card.folder) for card in shelf.pages.values()}
    today = _today()
    for number, (page, reading) in enumerate(zip(to_read, readings, strict=True), start=1):
        report("read", number, len(to_read))
        before = reading if isinstance(reading, Problem) else fetch(content, shelf, page, ids, folders)
        if isinstance(reading, Problem) or isinstance(before, Problem):
            yield _Plan(None, (before,) if isinstance(before, Problem) else ())
            continue
        if not _is_same_page(page, reading.raw.text, before):
            yield _Plan(None, (another_text(page.page.file, before.folder),))
            continue
        ids.add(before.record.id)
        folders.add(folded(before.folder))
        note = (no_ledger(before.folder),) if page.card is not None and before.ledger is None else ()
        yield _Plan(shelve(reading, before, today), note)


def _plan_moved(content: Path, shelf: Shelf, page: DuePage) -> _Plan:
    """A page that only stands elsewhere in its raw file now."""
    before = fetch(content, shelf, page, (), ())
    return _Plan(None, (before,)) if isinstance(before, Problem) else _Plan(shelve_moved(before), (), read=False)


def _is_same_page(page: DuePage, raw: str, before: Before) -> bool:
    """Whether a changed raw file is a new scan of what was read under its name before, and not another page."""
    if page.card is None or page.card.sha256 == page.page.sha256:
        return True
    old = before.ledger.raw_text if before.ledger else "".join(present.text for present in before.present.values())
    return not old or alike(raw, old)


def _forecast(planned: Sequence[_Plan]) -> Forecast:
    shelvings = [plan.shelving for plan in planned if plan.shelving is not None]
    articles = sum(shelving.changed_articles for shelving in shelvings)
    return Forecast(len(shelvings), articles, sum(shelving.changed_words for shelving in shelvings))


def _lay(content: Path, planned: Iterable[_Plan]) -> Stored:
    """Write what was planned; the number of pages is that of those that were read."""
    stored = Stored()
    for plan in planned:
        stored += Stored(problems=plan.problems)
        if plan.shelving is not None:
            stored += replace(store(content, plan.shelving), pages=int(plan.read))
    return stored


def _today() -> str:
    """The day that new articles get; a build that must come out the same sets SOURCE_DATE_EPOCH (seconds)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    day = datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()  # noqa: DTZ011 - the user's day
    return day.isoformat()


def _reader() -> Reader:
    from jianbao.reading.read import read_page  # heavy, and not needed where nothing is due

    return read_page
