"""`explain PAGE`: how a page, or one article of it, was read, as its ledger has it."""

from __future__ import annotations

from pathlib import Path

from jianbao.cli.arguments import Call
from jianbao.cli.console import Console
from jianbao.cli.explanation import explanation
from jianbao.cli.settings_of import settings_of
from jianbao.content import ledger_file, page_record
from jianbao.content.article_file import read_article
from jianbao.content.ids import ID
from jianbao.content.ledger_file import Ledger, parse_ledger
from jianbao.content.page_record import PageRecord, parse_record
from jianbao.frozen import frozen
from jianbao.problems import CallError, ExitCode, Problem


@frozen
class _Kept:
    """A page as it is kept in content/: its folder and its record; `article` is the id of the one that was asked for."""

    folder: Path
    record: PageRecord
    article: str = ""


def run(call: Call, console: Console) -> int:
    """Print what the ledger of the page says."""
    content = settings_of(call).settings.folders.content
    kept = _find(content, call.pages[0])
    ledger = _ledger(content, kept)
    if isinstance(ledger, Problem):
        console.tell([ledger])
        return ExitCode.SOME_INPUT_LEFT
    for line in explanation(kept.record, ledger, kept.article, verbose=console.verbose):
        console.answer(line)
    return ExitCode.DONE


def _find(content: Path, named: str) -> _Kept:
    """The page of that id or raw file, or that of an article's id or file. Raises CallError when there is none."""
    wanted = named.replace("\\", "/").removeprefix("./").removeprefix("seeds/")
    article = _article_of_file(content, wanted) or (wanted if ID.fullmatch(wanted) else "")
    near = []
    of_file = []
    for file in sorted(content.rglob(page_record.NAME)):
        record = parse_record(file.relative_to(content).as_posix(), file.read_text(encoding="utf-8"))
        if isinstance(record, Problem):
            continue
        if wanted in {record.id, record.file}:
            return _Kept(file.parent, record)
        if wanted in {record.raw_file, record.raw_file.rpartition(".")[0]}:
            of_file.append(_Kept(file.parent, record))
        if article and article in record.articles:
            return _Kept(file.parent, record, article)
        near.append(record.file)
    if len(of_file) == 1:
        return of_file[0]
    if of_file:
        raise _several(named, [kept.record for kept in of_file])
    raise CallError(
        f"没有这个版面：{named}。请写 seeds/ 下的路径或版面号，例如 {'、'.join(near[:3]) or '（content/ 里还没有版面）'}\n"
        f"there is no such page: {named}. Name a path below seeds/ or a page id; "
        f"there are: {', '.join(near[:3]) or '(no pages in content/ yet)'}"
    )


def _several(named: str, records: list[PageRecord]) -> CallError:
    """What to type for one page of a raw file that holds several."""
    in_order = sorted(records, key=lambda record: record.lines)
    pages = "\n".join(f"  {one.file}  {one.id}  {'–'.join(map(str, one.lines))}" for one in in_order)
    return CallError(
        f"{named} 里有 {len(records)} 个版面，请写其中一个（右边是行号）：\n"
        f"there are {len(records)} pages in {named}: name one of them (on the right the lines)\n{pages}"
    )


def _article_of_file(content: Path, named: str) -> str:
    """The id of the article whose file was named, below content/ or from here; empty where it is none."""
    for file in (content / named.removeprefix("content/"), Path(named)):
        if file.suffix == ".md" and file.is_file():
            seen = read_article(file.name, file.read_bytes())
            return seen.article.front.id if seen.article else ""
    return ""


def _ledger(content: Path, kept: _Kept) -> Ledger | Problem:
    file = kept.folder / ledger_file.NAME
    if not file.is_file():
        raise CallError(
            f"{file.relative_to(content).as_posix()} 不在了，没有读版面的记录；clean --again {kept.record.file} 会重读\n"
            f"{file.relative_to(content).as_posix()} is missing, so nothing is known of the reading; "
            f"clean --again {kept.record.file} reads the page again"
        )
    return parse_ledger(file.relative_to(content).as_posix(), file.read_text(encoding="utf-8"))
