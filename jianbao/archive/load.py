"""Everything that content/ holds, read once: articles, records of pages, what people know, the register. I/O stands here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from jianbao.archive.read_many import Held as Held  # noqa: PLC0414 - others know these three from here
from jianbao.archive.read_many import Report as Report  # noqa: PLC0414
from jianbao.archive.read_many import Stats, read_many
from jianbao.archive.read_many import digest as digest  # noqa: PLC0414
from jianbao.archive.told_redirects import read_redirects
from jianbao.content import ledger_file, page_record, pages_table, register
from jianbao.content.front_fields import ID
from jianbao.content.ids import stray_ids
from jianbao.content.ledger_outline import LedgerOutline, outline
from jianbao.content.page_record import PageRecord, parse_record
from jianbao.content.register import Address
from jianbao.knowledge.authority import Misread
from jianbao.knowledge.authority_files import unknown_files
from jianbao.knowledge.bylines import Bylines
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.gazetteer import Gazetteer
from jianbao.knowledge.learned import misread_learned
from jianbao.knowledge.told_organizations import ToldOrganizations
from jianbao.knowledge.told_people import ToldPeople
from jianbao.knowledge.topics import Topics
from jianbao.problems import Problem, Weight, Words

AUTHORITY = "_authority"


@dataclass(frozen=True, slots=True)
class HeldPage:
    """The record of a page, the outline of its ledger (None: there is none), and what people told in pages.csv.

    `path` is that of page.yaml below content/.
    """

    path: str
    record: PageRecord
    ledger: LedgerOutline | None
    told: Mapping[str, str]
    digest: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """All of content/. Articles stand in the order of their paths; nothing is checked yet.

    `unread` are the paths of articles that are there and could not be read, or whose id nobody gave. `authority` is the
    folder of what people know.
    """

    articles: tuple[Held, ...]
    unread: tuple[str, ...]
    pages: tuple[HeldPage, ...]
    register: Mapping[str, Address]
    redirects: Mapping[str, str]
    districts: Districts
    topics: Topics
    bylines: Bylines
    people: ToldPeople
    organizations: ToldOrganizations
    gazetteer: Gazetteer
    authority: Path
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The files of content/ by their kind, as paths below it with forward slashes, in order; articles with size and age."""

    articles: Stats
    records: list[str]


def load(content: Path, cache: Path | None, jobs: int, report: Report, *, ledgers: bool = True) -> Shelf:
    """Read the content folder. What cannot be read is a problem; the rest goes on. Without `ledgers` pages have none.

    `cache` keeps what was read of articles, and may be deleted at any time; `jobs` processes read new ones.
    """
    problems: list[Problem] = []
    found = find_files(content)
    unread: list[str] = []
    articles = tuple(read_articles(content, found.articles, cache, jobs, report, problems, unread))
    pages = tuple(read_pages(content, found.records, ledgers, report, problems))
    strays = stray_articles(articles, pages)
    problems += strays.values()
    articles = tuple(held for held in articles if held.article.path not in strays)
    known = read_register(content, problems)
    redirects, misread = read_redirects(content / AUTHORITY / "redirects.yaml")
    authority = content / AUTHORITY
    districts, topics, bylines = Districts.load(authority), Topics.load(authority), Bylines.load(authority)
    people, organizations = ToldPeople.load(authority), ToldOrganizations.load(authority)
    gazetteer = Gazetteer.load(authority, districts)
    told = (one.misread for one in (districts, topics, bylines, people, organizations, gazetteer))
    unused = (*unknown_files(authority), *misread, *chain.from_iterable(told), *misread_learned(authority))
    problems += (problem_of(one) for one in unused)
    return Shelf(
        articles,
        tuple(sorted({*unread, *strays})),
        pages,
        known,
        redirects,
        districts,
        topics,
        bylines,
        people,
        organizations,
        gazetteer,
        authority,
        tuple(problems),
    )


def find_files(content: Path) -> Found:
    """Articles and page records below content/, folders that begin with `_` or `.` left out."""
    articles: dict[str, tuple[int, int]] = {}
    records: list[str] = []
    for prefix, entries in _folders(str(content), ""):
        for entry in entries:
            if prefix and entry.name.endswith(".md"):  # a README beside pages.csv is no article
                status = entry.stat()
                articles[prefix + entry.name] = status.st_size, status.st_mtime_ns
            elif entry.name == page_record.NAME:
                records.append(prefix + entry.name)
    return Found(articles, records)


def _folders(folder: str, prefix: str) -> Iterator[tuple[str, list[os.DirEntry[str]]]]:
    """The folders from this one down, each with its path before its files, and its files by name."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:  # not there, or not ours to look into
        return
    inside: list[os.DirEntry[str]] = []
    files: list[os.DirEntry[str]] = []
    for entry in entries:
        (inside if entry.is_dir() else files).append(entry)
    yield prefix, files
    for entry in inside:
        if not entry.name.startswith(("_", ".")) and not entry.is_symlink():
            yield from _folders(entry.path, f"{prefix}{entry.name}/")


def read_articles(
    content: Path,
    files: Stats,
    cache: Path | None,
    jobs: int,
    report: Report,
    problems: list[Problem],
    unread: list[str],
) -> Iterator[Held]:
    """The articles of these files; what cannot be read is added to `problems`, its path to `unread`."""
    for path, (held, seen, error) in zip(files, read_many(content, files, cache, jobs, report), strict=True):
        if error is not None:
            problems.append(unreadable(path, error))
            unread.append(path)
            continue
        problems += seen.problems if seen else ()
        if held is not None:
            yield held
        elif seen is not None and seen.unread:
            unread.append(path)


def stray_articles(articles: Iterable[Held], pages: Iterable[HeldPage]) -> dict[str, Problem]:
    """The articles, by path, whose id the program did not give: at another address they would be nobody's."""
    ids = ((held.article.path, held.article.front.id) for held in articles if ID.fullmatch(held.article.front.id))
    return stray_ids(ids, {page.path.rpartition("/")[0]: page.record for page in pages})


def read_pages(
    content: Path, paths: list[str], ledgers: bool, report: Report, problems: list[Problem]
) -> Iterator[HeldPage]:
    """The records of pages with their ledgers; what cannot be read is added to `problems`."""
    table = read_table(content, problems)
    for number, path in enumerate(paths, start=1):
        report("pages", number, len(paths))
        text = read_text(content, path, problems)
        record = parse_record(path, text) if text is not None else None
        if isinstance(record, Problem):
            problems.append(record)
        elif record is not None and text is not None:
            beside = path.removesuffix(page_record.NAME) + ledger_file.NAME
            evidence = read_text(content, beside, problems, may_be_missing=True) if ledgers else None
            told = table.facts_in_force(record.file, record.facts, record.raw_file)
            mark = digest(text + (evidence or "") + repr(sorted(told.items())))
            yield HeldPage(path, record, read_outline(beside, evidence, problems), told, mark)


def read_outline(path: str, text: str | None, problems: list[Problem]) -> LedgerOutline | None:
    """The outline of a ledger, None where there is none or it cannot be read."""
    result = outline(path, text) if text is not None else None
    if isinstance(result, Problem):
        problems.append(result)
        return None
    return result


def read_table(content: Path, problems: list[Problem]) -> pages_table.PagesTable:
    """pages.csv, empty where there is none."""
    try:
        data = (content / pages_table.NAME).read_bytes()
    except FileNotFoundError:
        return pages_table.PagesTable()
    except OSError as error:  # open in Excel: the records keep what was told at the last reading
        problems.append(unreadable(pages_table.NAME, error))
        return pages_table.PagesTable()
    table, told = pages_table.parse_table(data)
    problems += told
    return table


def read_register(content: Path, problems: list[Problem]) -> dict[str, Address]:
    """The register of addresses, empty where there is none yet."""
    text = read_text(content, register.NAME, problems, may_be_missing=True)
    if text is None:
        return {}
    addresses, told = register.parse_register(text)
    problems += told
    return addresses


def read_text(content: Path, path: str, problems: list[Problem], *, may_be_missing: bool = False) -> str | None:
    """The text of a file as it is, line ends too; None where it cannot be read, which is told."""
    try:
        return (content / path).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        if not (may_be_missing and isinstance(error, FileNotFoundError)):
            problems.append(unreadable(path, error))
        return None


def unreadable(path: str, error: Exception) -> Problem:
    """A file that could not be opened, or is not UTF-8."""
    return Problem(
        f"content/{path}",
        Words(f"这个文件打不开或不是 UTF-8（{error}）", f"the file cannot be opened or is not UTF-8 ({error})"),
        Words("关掉正在使用它的程序；用记事本另存为 UTF-8", "close the program that uses it; save it as UTF-8"),
    )


def problem_of(misread: Misread) -> Problem:
    """What could not be read of an authority file, as a problem; what was read counts."""
    what, remedy = Words(misread.what_zh, misread.what_en), Words(misread.remedy_zh, misread.remedy_en)
    return Problem(misread.file, what, remedy, misread.line, weight=Weight.WARNING)
