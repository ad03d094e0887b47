"""What stands in content/: the folders of pages, and every article file with its id."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jianbao.content import page_record
from jianbao.content.front_fields import ID
from jianbao.content.frontmatter import even_out, parse
from jianbao.content.page_record import PageRecord, parse_record
from jianbao.problems import Problem, Weight, Words
from jianbao.reading.keeping.stat_memory import StatMemory
from jianbao.reading.keeping.unreadable import in_use

_ID_LINE = re.compile(rf"^id\s*[:：]\s*[\"'“‘]?(?P<id>{ID.pattern})", re.MULTILINE)
_ANY_ID = re.compile(r"^[\"']?id[\"']?\s*[:：]", re.MULTILINE)
NO_ID = "none"
BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """An article's file, its path below content/, and its id; NO_ID where it has none yet, BROKEN where none can be told."""

    path: str
    id: str


@dataclass(frozen=True, slots=True)
class PageCard:
    """What must be known of a page to see that nothing is to do; the whole record is read only when it is needed."""

    folder: str
    id: str
    file: str
    sha256: str
    facts: Mapping[str, str]
    articles: tuple[str, ...]
    deleted: tuple[str, ...]
    losses: int
    doubts: int
    guesses: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The pages by their raw file and the article files by folder, and what cannot be read.

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
    locked: set[str] = set()
    problems: list[Problem] = []
    for entry, folder in _walk(content, ""):
        path = f"{folder}/{entry.name}" if folder else entry.name
        try:
            if entry.name != page_record.NAME:
                files[folder].append(ArticleFile(path, _recall(memory, entry, content, path, _look_at_article)))
                continue
            seen = _recall(memory, entry, content, path, _look_at_record)
        except OSError as error:
            problems.append(in_use(f"content/{path}", error))
            locked.add(folder)
            continue
        if seen is None or seen["file"] in pages:
            locked.add(folder)
            problems.append(_unusable_record(content, path, pages))
        else:
            pages[seen["file"]] = _card(folder, seen)
    in_order = {
        folder: tuple(sorted(found, key=lambda file: file.path.removesuffix(".md"))) for folder, found in files.items()
    }
    paths, same_ids = _by_id(in_order)
    return Shelf(pages, in_order, paths, frozenset(locked), (*problems, *same_ids))


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
            elif entry.name == page_record.NAME or (entry.name.endswith(".md") and not entry.name.startswith(".")):
                yield entry, below


def _look_at_article(content: Path, path: str) -> str:
    try:
        text = even_out((content / path).read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        return BROKEN
    front = text.partition("\n---")[0]
    found = _ID_LINE.search(front)
    if found:
        return found["id"]
    article, problems = parse(path, text)
    broken = article is None or bool(_ANY_ID.search(front)) or any(p.weight is Weight.ERROR for p in problems)
    return BROKEN if broken else NO_ID


def _look_at_record(content: Path, path: str) -> dict[str, Any] | None:
    record = read_record(content, path.rpartition("/")[0])
    if isinstance(record, Problem):
        return None
    return {
        "id": record.id, "file": record.file, "sha256": record.sha256, "facts": dict(record.facts),
        "articles": list(record.articles), "deleted": list(record.deleted), "losses": record.losses,
        "doubts": len(record.doubts), "guesses": {fact: list(guess) for fact, guess in record.guesses.items()},
    }  # fmt: skip


def _card(folder: str, seen: dict[str, Any]) -> PageCard:
    guesses = {fact: (value, source) for fact, (value, source) in seen["guesses"].items()}
    lists = {"articles": tuple(seen["articles"]), "deleted": tuple(seen["deleted"]), "guesses": guesses}
    return PageCard(folder=folder, **(seen | lists))


def _unusable_record(content: Path, path: str, pages: Mapping[str, PageCard]) -> Problem:
    record = read_record(content, path.rpartition("/")[0])
    return record if isinstance(record, Problem) else _two_records(path, pages[record.file])


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
    for file in (file for found in files.values() for file in found if file.id not in (NO_ID, BROKEN)):
        first = paths[file.id.partition("/")[0]].setdefault(file.id, file.path)
        if first != file.path:
            problems.append(_same_id(file, first))
    return dict(paths), problems


def _same_id(file: ArticleFile, first: str) -> Problem:
    return Problem(
        f"content/{file.path}",
        Words(f"编号 {file.id} 与 content/{first} 相同", f"the id {file.id} is also that of content/{first}"),
        Words(
            "若是把一篇拆成两篇：删掉其中一个文件的 id 那一行，再运行，它会得到新编号；若是误复制：删掉一个文件",
            "to split an article: delete the line id in one of the two files and run again, it gets a new id; "
            "if it is a stray copy: delete that file",
        ),
    )
