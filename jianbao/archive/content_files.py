"""The files of content/: which there are, and what the articles among them hold. I/O stands here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from jianbao.archive.read_many import Held, Report, Stats, read_many
from jianbao.files_below import Standing, files_below, inside
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
    """Articles and page records below content/, folders that begin with `_` or `.` left out, and files that begin with `.`."""
    return sort_out(inside(content, dict(files_below(str(content)))))


def sort_out(files: Stats) -> Found:
    """The same among files that somebody found below content/ already."""
    by_folder: dict[str, list[str]] = {}
    for path in files:
        by_folder.setdefault(path.rpartition("/")[0], []).append(path)
    articles: dict[str, Standing] = {}
    apart: dict[str, dict[str, Standing]] = {RECORD: {}, LEDGER: {}}
    for folder in sorted(by_folder, key=lambda folder: folder.split("/") if folder else []):
        if any(part.startswith(("_", ".")) for part in folder.split("/")):
            continue
        for path in sorted(by_folder[folder]):
            name = path.rpartition("/")[2]
            if folder and name.endswith(".md") and name[0] != ".":  # a README beside pages.csv is no article
                articles[path] = files[path]
            elif name in apart:
                apart[name][path] = files[path]
    return Found(articles, apart[RECORD], apart[LEDGER])


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
