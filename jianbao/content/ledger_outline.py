"""The part of ledger.jsonl that a view of the raw page needs: its lines, who took what, and how much was changed.

`ledger_file.parse_ledger` rebuilds and verifies every text. Linking an archive needs none of that, for thousands of
pages at a time; most lines of a ledger are edits, and these are only counted here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jianbao.content.ledger_file import Span
from jianbao.problems import Problem, Weight, Words

_EDIT = re.compile(r'^\{"edit":"((?:[^"\\]|\\.)*)"', re.MULTILINE)
_ONLY_COUNTED = ('{"edit"', '{"decision"')


@dataclass(frozen=True, slots=True)
class LedgerOutline:
    """The raw lines with their line ends; (span, article id or kind of furniture) in raw order; edits counted by rule.

    `written` holds, by article id, the digest of the file that the machine last wrote.
    """

    raw_lines: tuple[str, ...] = ()
    runs: tuple[tuple[Span, str], ...] = ()
    edits: Mapping[str, int] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)


def outline(path: str, text: str) -> LedgerOutline | Problem:
    """The outline of a ledger's text; `path` is the file's path below content/."""
    lines: list[str] = []
    runs: list[tuple[Span, str]] = []
    written: dict[str, str] = {}
    records = [line for line in text.split("\n") if line and not line.startswith(_ONLY_COUNTED)]
    try:
        for record in json.loads(f"[{','.join(records)}]"):  # one call is several times quicker than one a line
            _take(record, lines, runs, written)
    except (ValueError, KeyError, TypeError) as error:
        return _unreadable(path, error)
    return LedgerOutline(tuple(lines), tuple(sorted(runs)), dict(sorted(Counter(_EDIT.findall(text)).items())), written)


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
