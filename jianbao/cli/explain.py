"""`explain PAGE`: how a page, or one article of it, was read: decisions, losses, edits and the balance, as the ledger has them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from jianbao.cli.arguments import Call
from jianbao.cli.console import Console
from jianbao.cli.settings_of import settings_of
from jianbao.content import ledger_file, page_record
from jianbao.content.article_file import read_article
from jianbao.content.front_fields import ID
from jianbao.content.ledger_file import Ledger, LedgerDecision, parse_ledger
from jianbao.content.page_record import PageRecord, parse_record
from jianbao.problems import CallError, ExitCode, Problem

LOSS = "[…]"
EXCERPT = 12
"""Characters of the raw text that are shown, so that the place is found in the page."""


@dataclass(frozen=True, slots=True)
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
    for line in explanation(kept.record, only(ledger, kept.article) if kept.article else ledger, kept.article):
        console.answer(line)
    return ExitCode.DONE


def only(ledger: Ledger, article: str) -> Ledger:
    """What the ledger has of one article: its parts, and the decisions at places that became a part of it."""
    parts = tuple(part for part in ledger.parts if part.article == article)
    spans = [span for part in parts for span in part.spans]
    return replace(
        ledger,
        parts=parts,
        decisions=tuple(one for one in ledger.decisions if any(_meet(one.span, span) for span in spans)),
    )


def _meet(one: ledger_file.Span, other: ledger_file.Span) -> bool:
    return max(one[0], other[0]) < min(max(one[1], one[0] + 1), other[1])


def explanation(record: PageRecord, ledger: Ledger, article: str = "") -> Iterator[str]:
    """The lines of the answer: the page, its decisions in raw order, its losses, its doubts, its edits, its balance.

    Of one `article` its own alone; a balance is the page's.
    """
    place = _places(ledger)
    lost = [(part, edit) for part in ledger.parts for edit in part.edits if LOSS in edit.after]
    lines = {place.line(at) for part in ledger.parts for span in part.spans for at in range(*span)}
    doubts = [doubt for doubt in record.doubts if not article or doubt.line in lines]
    named = article or f"{record.id} · {record.encoding} · {len(record.articles)} 篇 articles"
    yield f"{record.file} · {named}"
    yield ""
    yield "判断 decisions（理由的数字：正不利，负有利 / reasons: positive counts against, negative for）"
    for decision in sorted(ledger.decisions, key=lambda one: one.span):
        begins = " ".join(ledger.raw_text[slice(*decision.span)].split())[:EXCERPT]
        yield from _decision(decision, f"第 {place.line(decision.span[0])} 行 line “{begins}”")
    yield ""
    yield f"缺失 losses: {len(lost)}"
    for part, edit in lost:
        yield f"  第 {place.line(edit.span[0])} 行 line · {part.article} · {edit.rule}"
    yield f"疑点 doubts: {len(doubts)}"
    for doubt in doubts:
        yield f"  第 {doubt.line} 行 line · {doubt.zh} / {doubt.en}"
    yield "改动 edits"
    for (kind, rule), count in sorted(Counter((e.kind, e.rule) for part in ledger.parts for e in part.edits).items()):
        yield f"  {_KINDS.get(kind, kind)} · {rule}: {count}"
    if not article:
        yield _balance(ledger)


_KINDS = {"mechanical": "排印 mechanical", "reading": "改字 reading"}


def _decision(decision: LedgerDecision, where: str) -> Iterator[str]:
    rival = f"，次选 runner-up {decision.runner_up}" if decision.runner_up else ""
    yield f"  {where} · {decision.what}: {decision.chosen}{rival}，差距 margin {decision.margin:g}"
    for cue, weight in decision.reasons:
        yield f"      {weight:+g}  {cue}"


def _balance(ledger: Ledger) -> str:
    """The non-space characters of the raw page, and where each of them went."""
    raw = ledger.raw_text
    articles = _characters(raw, [span for part in ledger.parts for span in part.spans])
    furniture = _characters(raw, [span for run in ledger.furniture for span in run.spans])
    every = len("".join(raw.split()))
    left = every - articles - furniture
    return f"平衡 balance: {every} 字 characters = 文章 articles {articles} + 其余 furniture {furniture} + 未归 left {left}"


def _characters(raw: str, spans: list[ledger_file.Span]) -> int:
    return sum(len("".join(raw[start:end].split())) for start, end in spans)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where each line of the raw page ends, in code points."""

    ends: tuple[int, ...]

    def line(self, at: int) -> int:
        """The number of the line, from 1, in which the code point stands."""
        return bisect_right(self.ends, at) + 1


def _places(ledger: Ledger) -> _Places:
    return _Places(tuple(accumulate(len(line) for line in ledger.raw_lines)))


def _find(content: Path, named: str) -> _Kept:
    """The page of that id or raw file, or that of an article's id or file. Raises CallError when there is none."""
    wanted = named.replace("\\", "/").removeprefix("./").removeprefix("seeds/")
    article = _article_of_file(content, wanted) or (wanted if ID.fullmatch(wanted) else "")
    near = []
    for file in sorted(content.rglob(page_record.NAME)):
        record = parse_record(file.relative_to(content).as_posix(), file.read_text(encoding="utf-8"))
        if isinstance(record, Problem):
            continue
        if wanted in {record.id, record.file, record.file.rpartition(".")[0]}:
            return _Kept(file.parent, record)
        if article and article in record.articles:
            return _Kept(file.parent, record, article)
        near.append(record.file)
    raise CallError(
        f"没有这个版面：{named}。请写 seeds/ 下的路径或版面号，例如 {'、'.join(near[:3]) or '（content/ 里还没有版面）'}\n"
        f"there is no such page: {named}. Name a path below seeds/ or a page id; "
        f"there are: {', '.join(near[:3]) or '(no pages in content/ yet)'}"
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
