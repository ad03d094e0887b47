"""The part of ledger.jsonl that a view of the raw page needs: its lines, who took what, and how much was changed.

`ledger_file.parse_ledger` rebuilds and verifies every text. Linking an archive needs none of that, for thousands of
pages at a time; most lines of a ledger are edits, and these are only counted here.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field
from itertools import accumulate
from typing import Any, NamedTuple

from jianbao.content.ledger_file import Span
from jianbao.frozen import frozen
from jianbao.problems import Problem, Weight, Words

_HEAD = re.compile(r'^\{"(?:edit":"(?P<rule>(?:[^"\\]|\\.)*)"|article":"(?P<article>[^"]*)","part")', re.MULTILINE)
_READING = ',"class":"reading"'
_BESIDE = re.compile(r"[A-Za-z0-9'’-]+|[^\W_]")
_AROUND = 2
"""So many characters, or the end of a Latin word, stand on both sides of a correction that is shown."""
_ONLY_COUNTED = ('{"edit"', '{"decision"')


class RawLine(NamedTuple):
    """A line of the raw page and its fate: `fates` are article ids or kinds of furniture, in the order of the line."""

    number: int
    text: str
    fates: tuple[str, ...]


@frozen
class LedgerOutline:
    """The raw lines, numbered as in the raw file, with their fates: who took characters of the line.

    `edits` counts by article id, then by rule. `corrections` are, by article id, the words that were read otherwise than
    they are printed: the raw text and what it reads now, both with a little of what stands around. `written` holds, by
    article id, the digest of the file that the machine last wrote.
    """

    lines: tuple[RawLine, ...] = ()
    edits: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    corrections: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)


def outline(path: str, text: str, before: int = 0) -> LedgerOutline | Problem:
    """The outline of a ledger's text; `path` is the file's path below content/, the raw file has so many lines `before`."""
    lines: list[str] = []
    runs: list[tuple[Span, str]] = []
    written: dict[str, str] = {}
    records = [line for line in text.split("\n") if line and not line.startswith(_ONLY_COUNTED)]
    try:
        for record in json.loads(f"[{','.join(records)}]"):  # one call is several times quicker than one a line
            _take(record, lines, runs, written)
        edits, corrections = _changes(text, "".join(lines))
    except (ValueError, KeyError, TypeError) as error:
        return _unreadable(path, error)
    return LedgerOutline(_with_fates(lines, sorted(runs), before), edits, corrections, written)


def _with_fates(lines: Sequence[str], runs: Sequence[tuple[Span, str]], before: int) -> tuple[RawLine, ...]:
    starts = [0, *accumulate(map(len, lines))]
    fates: list[dict[str, None]] = [{} for _ in lines]
    for (start, end), fate in runs:
        for number in range(bisect_right(starts, start) - 1, min(bisect_right(starts, end - 1), len(fates))):
            fates[number][fate] = None
    return tuple(
        RawLine(number, line.rstrip("\r\n"), tuple(took))
        for number, (line, took) in enumerate(zip(lines, fates, strict=True), start=before + 1)
    )


def _changes(text: str, raw: str) -> tuple[dict[str, Counter[str]], dict[str, tuple[tuple[str, str], ...]]]:
    """The edits of every article by rule, and its corrections. An edit stands behind the part that it was made in."""
    edits: dict[str, Counter[str]] = {}
    corrections: dict[str, tuple[tuple[str, str], ...]] = {}
    article = ""
    for head in _HEAD.finditer(text):
        if head["rule"] is None:
            article = head["article"]
            continue
        edits.setdefault(article, Counter())[head["rule"]] += 1
        if text.startswith(_READING, head.end()):
            edit = json.loads(text[head.start() : text.index("}\n", head.end()) + 1])
            if edit["before"]:  # a loss marks what is not there: it is no correction
                corrections[article] = (*corrections.get(article, ()), _correction(raw, edit))
    return edits, corrections


def _correction(raw: str, edit: Mapping[str, Any]) -> tuple[str, str]:
    start, end = edit["span"]
    before, after = edit["before"], edit.get("after", "")
    line, behind = raw[:start].rpartition("\n")[2], raw[end:].partition("\n")[0]
    left, right = _beside(line, -1), _beside(behind, 1)
    return left + before + right, left + after + right


def _beside(text: str, side: int) -> str:
    """The nearest two characters, or the one Latin word, at the end of a text (side -1) or at its beginning (1)."""
    near = text[-40:] if side < 0 else text[:40]
    taken = ""
    while near and len(taken) < _AROUND:
        found = [
            match for match in _BESIDE.finditer(near) if (match.end() == len(near) if side < 0 else not match.start())
        ]
        if not found:
            break
        piece = found[-1][0]
        taken, near = (piece + taken, near[: -len(piece)]) if side < 0 else (taken + piece, near[len(piece) :])
    return taken


def _take(record: Mapping[str, Any], lines: list[str], runs: list[tuple[Span, str]], written: dict[str, str]) -> None:
    if "raw" in record:
        lines.append(record["raw"])
    elif "spans" in record:
        fate = record["article"] if "part" in record else record["furniture"]
        runs += [((int(start), int(end)), str(fate)) for start, end in record["spans"]]
    elif "wrote" in record:
        written[record["wrote"]] = record["sha256"]


def _unreadable(path: str, error: Exception) -> Problem:
    return Problem(
        f"content/{path}",
        Words(
            f"台账读不懂（{error}），这一页看不到原文各行的去向",
            f"the ledger cannot be read ({error}); no raw lines are shown",
        ),
        Words("用 git 恢复这个文件", "restore the file from git"),
        weight=Weight.WARNING,
    )
