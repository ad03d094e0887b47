"""What stands in content/: the folders of pages, and every article file with its id."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jianbao.content import ledger_file, page_record
from jianbao.content.article_file import read_article
from jianbao.content.fences import even_out
from jianbao.content.ids import ID, same_id, stray_ids, unlike_its_id
from jianbao.content.page_name import cut_name
from jianbao.content.page_record import PageRecord, parse_record
from jianbao.frozen import frozen
from jianbao.problems import Problem, Weight, Words
from jianbao.reading.keeping.stat_memory import StatMemory
from jianbao.reading.keeping.unreadable import in_use, no_ledger

_ID_LINE = re.compile(rf"^id\s*[:：]\s*[\"'“‘]?(?P<id>{ID.pattern})", re.MULTILINE)
_ANY_ID = re.compile(r"^[\"']?id[\"']?\s*[:：]", re.MULTILINE)
NO_ID = "none"
BROKEN = "broken"
NOTE = "note"
_NO_IDS = frozenset({NO_ID, BROKEN, NOTE})
_NOT_MD = (".markdown", ".mdown", ".mkd", ".md.txt")
"""Suffixes that editors give to what may be meant as an article."""


@frozen
class ArticleFile:
    """An article's file, its path below content/, and its id; NO_ID where it has none yet, BROKEN where none can be told.

    NOTE stands for a file that is no article.
    """

    path: str
    id: str


@frozen
class PageCard:
    """What must be known of a page to see that nothing is to do; the whole record is read only when it is needed."""

    folder: str
    id: str
    file: str
    sha256: str
    facts: Mapping[str, str]
    articles: tuple[str, ...]
    deleted: tuple[str, ...]
    numbered: int
    losses: int
    doubts: int
    guesses: Mapping[str, tuple[str, str]]
    lines: tuple[int, ...] = ()
    disputed: bool = False
    """Whether a text of people's stands against a reading, so that it must be looked at whether it has changed."""

    @property
    def raw_file(self) -> str:
        """The raw file below seeds/, also where the page is one of several in it."""
        return cut_name(self.file)[0] if self.lines else self.file


@frozen
class Shelf:
    """The pages by their id and the article files by folder, and what cannot be read.

    `paths` gives by the id of a page and that of an article where it stands, wherever that is. `locked` are the folders
    whose page.yaml cannot be read: nothing in them is touched.
    """

    pages: Mapping[str, PageCard]
    files: Mapping[str, tuple[ArticleFile, ...]]
    paths: Mapping[str, Mapping[str, str]]
    locked: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return sum(len(paths) for paths in self.paths.values())


def survey(content: Path, memory: StatMemory) -> Shelf:
    """What stands in `content`; a file that did not change since it was last looked at costs a stat."""
    pages: dict[str, PageCard] = {}
    files: dict[str, list[ArticleFile]] = defaultdict(list)
    texts: dict[tuple[str, str], PageCard] = {}
    locked: set[str] = set()
    ledgers: set[str] = set()
    problems: list[Problem] = []
    for entry, folder in _walk(content, ""):
        path = f"{folder}/{entry.name}" if folder else entry.name
        try:
            if entry.name == ledger_file.NAME:
                ledgers.add(folder)
                continue
            if entry.name.endswith(_NOT_MD):
                problems.append(_other_suffix(path))
                continue
            if entry.name != page_record.NAME:
                files[folder].append(ArticleFile(path, _recall(memory, entry, content, path, _look_at_article)))
                continue
            seen = _recall(memory, entry, content, path, _look_at_record)
        except OSError as error:
            problems.append(in_use(f"content/{path}", error))
            locked.add(folder)
            continue
        if seen is None:
            locked.add(folder)
            problems += _why_no_record(content, folder)
            continue
        card = _card(folder, seen)
        twin = pages.get(card.id) or texts.setdefault((card.file, card.sha256), card)
        if twin is card:
            pages[card.id] = card
        else:
            locked.add(folder)
            problems.append(_two_records(path, twin))
    strays = stray_ids(_with_ids(files), {card.folder: card for card in pages.values()})
    in_order = {folder: _in_order(found, strays) for folder, found in files.items()}
    unread = (told for found in files.values() for file in found for told in _why_unread(content, file))
    paths, same_ids = _by_id(in_order)
    bare = (no_ledger(card.folder) for card in pages.values() if card.folder not in ledgers)
    told = (*problems, *unread, *strays.values(), *same_ids, *bare)
    return Shelf(pages, in_order, paths, frozenset(locked), told)


def _with_ids(files: Mapping[str, list[ArticleFile]]) -> Iterator[tuple[str, str]]:
    return ((file.path, file.id) for found in files.values() for file in found if file.id not in _NO_IDS)


def _in_order(found: list[ArticleFile], strays: Mapping[str, Problem]) -> tuple[ArticleFile, ...]:
    """The files of a folder in order; one with an id that nobody gave counts as one that cannot be read."""
    files = (ArticleFile(file.path, BROKEN) if file.path in strays else file for file in found)
    return tuple(sorted(files, key=lambda file: file.path.removesuffix(".md")))


def _why_unread(content: Path, file: ArticleFile) -> tuple[Problem, ...]:
    if file.id not in (BROKEN, NOTE):
        return ()
    try:
        return read_article(file.path, (content / file.path).read_bytes()).problems
    except OSError as error:
        return (in_use(f"content/{file.path}", error),)


def _recall(
    memory: StatMemory, entry: os.DirEntry[str], content: Path, path: str, look: Callable[[Path, str], Any]
) -> Any:
    status = entry.stat()
    return memory.recall(f"content/{path}", status.st_size, status.st_mtime_ns, lambda: look(content, path))


def read_record(content: Path, folder: str) -> PageRecord | Problem:
    """The whole record of the page in a folder."""
    path = f"{folder}/{page_record.NAME}" if folder else page_record.NAME
    return parse_record(path, (content / path).read_text(encoding="utf-8-sig", errors="replace"))


def _walk(folder: Path, below: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    """The page records and article files below content/, folders in order; `_authority` and hidden ones are others'."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_symlink():
                continue
            if entry.is_dir():
                if not entry.name.startswith((".", "_authority")):
                    yield from _walk(Path(entry.path), f"{below}/{entry.name}" if below else entry.name)
            elif entry.name in (page_record.NAME, ledger_file.NAME) or (
                entry.name.endswith((".md", *_NOT_MD)) and not entry.name.startswith(".") and below
            ):  # a README beside pages.csv is no article
                yield entry, below


def _look_at_article(content: Path, path: str) -> str:
    text, article, problems = seen = read_article(path, (content / path).read_bytes())
    if article is None and not seen.unread:
        return NOTE
    front = even_out(text or "").partition("\n---")[0]
    found = _ID_LINE.search(front)
    if found:
        return found["id"]
    broken = article is None or bool(_ANY_ID.search(front)) or any(p.weight is Weight.ERROR for p in problems)
    return BROKEN if broken else NO_ID


def _look_at_record(content: Path, path: str) -> dict[str, Any] | None:
    record = read_record(content, path.rpartition("/")[0])
    if isinstance(record, Problem):
        return None
    return {
        "id": record.id, "file": record.file, "sha256": record.sha256, "lines": list(record.lines), "facts": dict(record.facts),
        "articles": list(record.articles), "deleted": list(record.deleted),
        "numbered": record.numbered, "losses": record.losses, "doubts": len(record.doubts),
        "guesses": {fact: list(guess) for fact, guess in record.guesses.items()},
        "disputed": any(doubt.mark for doubt in record.doubts),
    }  # fmt: skip


def _card(folder: str, seen: dict[str, Any]) -> PageCard:
    guesses = {fact: (value, source) for fact, (value, source) in seen["guesses"].items()}
    lists = {name: tuple(seen[name]) for name in ("articles", "deleted", "lines")}
    return PageCard(folder=folder, **(seen | lists | {"guesses": guesses}))


def _why_no_record(content: Path, folder: str) -> tuple[Problem, ...]:
    record = read_record(content, folder)
    return (record,) if isinstance(record, Problem) else ()


def _two_records(path: str, first: PageCard) -> Problem:
    return Problem(
        f"content/{path}",
        Words(
            f"“{first.file}”这一版有两个文件夹，另一个是 content/{first.folder}；这里的没有动",
            f"{first.file} has two folders, the other one is content/{first.folder}; this one was not touched",
        ),
        Words("把文章并到一个文件夹，删掉另一个", "bring the articles into one folder and delete the other"),
    )


def _by_id(files: Mapping[str, tuple[ArticleFile, ...]]) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """Where each article stands, by its page, and the ids that stand twice."""
    paths: dict[str, dict[str, str]] = defaultdict(dict)
    problems = []
    with_ids = (file for found in files.values() for file in found if file.id not in _NO_IDS)
    for file in sorted(with_ids, key=lambda file: unlike_its_id(file.path, file.id)):
        first = paths[file.id.partition("/")[0]].setdefault(file.id, file.path)
        if first != file.path:
            problems.append(same_id(file.path, first, file.id))
    return dict(paths), problems


def _other_suffix(path: str) -> Problem:
    return Problem(
        f"content/{path}",
        Words("后缀不是 .md，没有当作文章", "the suffix is not .md: it is not taken as an article"),
        Words("改名为 .md 结尾；不是文章就不必理会", "rename it to end in .md; if it is no article, nothing is to do"),
        weight=Weight.WARNING,
    )
