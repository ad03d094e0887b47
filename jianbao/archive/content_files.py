"""The files of content/: which there are, and what the articles among them hold. I/O stands here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from jianbao.archive.read_many import Held, Report, Stats, read_many
from jianbao.frozen import frozen
from jianbao.hands import do_nothing
from jianbao.problems import Problem, Words

RECORD, LEDGER = "page.yaml", "ledger.jsonl"


@frozen
class Found:
    """The files of content/ by their kind, as paths below it with forward slashes, in order, with size and age."""

    articles: Stats
    records: Stats
    ledgers: Stats


def find_files(content: Path) -> Found:
    """Articles and page records below content/, folders that begin with `_` or `.` left out."""
    articles: dict[str, tuple[int, int]] = {}
    records: dict[str, tuple[int, int]] = {}
    ledgers: dict[str, tuple[int, int]] = {}
    for prefix, entries in _folders(str(content), ""):
        for entry in entries:
            if prefix and entry.name.endswith(".md"):  # a README beside pages.csv is no article
                kind = articles
            elif entry.name == RECORD:
                kind = records
            elif entry.name == LEDGER:
                kind = ledgers
            else:
                continue
            status = entry.stat()
            kind[prefix + entry.name] = status.st_size, status.st_mtime_ns
    return Found(articles, records, ledgers)


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
    *,
    evidence: bool = True,
    meanwhile: Callable[[], object] = do_nothing,
) -> Iterator[Held]:
    """The articles of these files; what cannot be read is added to `problems`, its path to `unread`."""
    looked = read_many(content, files, cache, jobs, report, evidence=evidence, meanwhile=meanwhile)
    for path, (held, seen, error) in zip(files, looked, strict=True):
        if error is not None:
            problems.append(unreadable(path, error))
            unread.append(path)
            continue
        problems += seen.problems if seen else ()
        if held is not None:
            yield held
        elif seen is not None and seen.unread:
            unread.append(path)


def unreadable(path: str, error: Exception) -> Problem:
    """A file that could not be opened, or is not UTF-8."""
    return Problem(
        f"content/{path}",
        Words(f"这个文件打不开或不是 UTF-8（{error}）", f"the file cannot be opened or is not UTF-8 ({error})"),
        Words("关掉正在使用它的程序；用记事本另存为 UTF-8", "close the program that uses it; save it as UTF-8"),
    )


def read_text(content: Path, path: str, problems: list[Problem], *, may_be_missing: bool = False) -> str | None:
    """The text of a file as it is, line ends too; None where it cannot be read, which is told."""
    try:
        return (content / path).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        if not (may_be_missing and isinstance(error, FileNotFoundError)):
            problems.append(unreadable(path, error))
        return None
