"""ledger.jsonl: the evidence of a page. One line of the raw page, one part, edit or decision a line of the file.

From it alone the raw page can be rebuilt, and the text that the machine last wrote, which is the base of every merge
with a person's edits. Spans are half-open ranges of code points of the raw text.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Protocol, TypeAlias

from jianbao.content.fences import even_out
from jianbao.content.markdown import body_of
from jianbao.frozen import frozen
from jianbao.problems import Problem, Words

NAME = "ledger.jsonl"

Span: TypeAlias = tuple[int, int]

_BODY = ("paragraph", "subhead")
_USUAL = "mechanical"
"""The class of an edit that is not written."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


@frozen
class LedgerEdit:
    """A named change: `before`, the raw text at `span`, reads `after`. `kind` is `mechanical` or `reading`."""

    rule: str
    kind: str
    span: Span
    before: str
    after: str


@frozen
class LedgerPart:
    """A part of an article: its role, the raw spans it is made of, the edits in them, and the text that results."""

    article: str
    role: str
    spans: tuple[Span, ...]
    edits: tuple[LedgerEdit, ...]
    text: str


@frozen
class LedgerFurniture:
    """Raw text that belongs to no article."""

    kind: str
    spans: tuple[Span, ...]


@frozen
class LedgerDecision:
    """What was decided at `span`, the runner-up, the margin between them, and the cues with their weights.

    `instead` are the cues of the runner-up, where it came close. In an older ledger there are none.
    """

    what: str
    span: Span
    chosen: str
    runner_up: str
    margin: float
    reasons: tuple[tuple[str, float], ...]
    instead: tuple[tuple[str, float], ...] = ()


@frozen
class Written:
    """What the machine last wrote as one article: `text` is the whole file, `file` its name in the page's folder."""

    id: str
    file: str
    text: str

    @property
    def sha256(self) -> str:
        """The digest of the text, by which a person's edit is known."""
        return digest_of(self.text)


@frozen
class Ledger:
    """The evidence of one page."""

    raw_text: str
    parts: tuple[LedgerPart, ...] = ()
    furniture: tuple[LedgerFurniture, ...] = ()
    decisions: tuple[LedgerDecision, ...] = ()
    written: tuple[Written, ...] = ()
    taken_back: tuple[Written, ...] = ()
    """Articles that a later reading did not find and nobody had edited: should their text come back, so does the id."""

    @property
    def raw_lines(self) -> tuple[str, ...]:
        """The lines of the raw page with their line ends."""
        return raw_lines(self.raw_text)


def raw_lines(text: str) -> tuple[str, ...]:
    """The lines of a raw text with their line ends; joined they are the text again."""
    return tuple(_LINE.findall(text))


def digest_of(text: str) -> str:
    """SHA-256 of an article's file, BOM and line ends aside."""
    return hashlib.sha256(even_out(text).encode("utf-8", "surrogatepass")).hexdigest()


class Replayable(Protocol):
    """An edit as far as a replay needs it."""

    @property
    def span(self) -> Span:
        """Where in the raw text it stands."""

    @property
    def after(self) -> str:
        """What is to be read there."""


def replay(raw: str, spans: Sequence[Span], edits: Sequence[Replayable]) -> str:
    """The text that the spans give with the edits applied to them, one after the other as they stand."""
    left = list(reversed(edits))
    pieces = []
    for start, end in spans:
        done = start
        while left and done <= left[-1].span[0] and left[-1].span[1] <= end:
            edit = left.pop()
            pieces += [raw[done : edit.span[0]], edit.after]
            done = edit.span[1]
        pieces.append(raw[done:end])
    return "".join(pieces)


def ledger_text(ledger: Ledger) -> str:
    """The text of ledger.jsonl. A part's text is written only where its spans and edits do not give it."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    return "".join(encode(record) + "\n" for record in _records(ledger))


def _records(ledger: Ledger) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(ledger.raw_lines, start=1):
        yield {"line": number, "raw": line}
    for part in ledger.parts:
        given = replay(ledger.raw_text, part.spans, part.edits)
        text = {} if given == part.text else {"text": part.text}
        yield {"article": part.article, "part": part.role, **text, "spans": part.spans}
        for edit in part.edits:
            kind = {} if edit.kind == _USUAL else {"class": edit.kind}
            after = {"after": edit.after} if edit.after else {}
            yield {"edit": edit.rule, **kind, "span": edit.span, "before": edit.before, **after}
    for run in ledger.furniture:
        yield {"furniture": run.kind, "spans": run.spans}
    for decision in ledger.decisions:
        instead = {"instead": decision.instead} if decision.instead else {}
        yield {
            "decision": decision.what, "span": decision.span, "chosen": decision.chosen,
            "runner_up": decision.runner_up, "margin": decision.margin, "reasons": decision.reasons, **instead,
        }  # fmt: skip
    for written in ledger.written:
        front, body = _cut(written.text)
        body_record = {} if body == _body_of_parts(ledger.parts, written.id) else {"body": body}
        yield {"wrote": written.id, "file": written.file, "sha256": written.sha256, "front": front, **body_record}
    for gone in ledger.taken_back:
        front, body = _cut(gone.text)
        yield {"taken_back": gone.id, "file": gone.file, "sha256": gone.sha256, "front": front, "body": body}


def parse_ledger(path: str, text: str) -> Ledger | Problem:
    """The ledger in `text`; `path` is the file's path below content/."""
    number = 1
    lines: list[str] = []
    found = _Found([], [], [], [], [])
    try:
        for line in even_out(text).split("\n"):
            if line:
                _take(json.loads(line), lines, found)
            number += 1
        return _ledger("".join(lines), found)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        return Problem(
            f"content/{path}",
            Words(
                f"台账读不懂（{error}），这一页的文章没有动", f"the ledger cannot be read ({error}); the articles stay"
            ),
            Words(
                "用 git 恢复这个文件；没有备份就删掉它，现有文字都当作人写的",
                "restore the file from git; without a copy delete it, and all text counts as a person's",
            ),
            number,
        )


@frozen
class _Found:
    """The records of a file by their kind, as they are met."""

    parts: list[tuple[dict[str, Any], list[LedgerEdit]]]
    furniture: list[LedgerFurniture]
    decisions: list[LedgerDecision]
    written: list[dict[str, Any]]
    taken_back: list[dict[str, Any]]


def _take(record: dict[str, Any], lines: list[str], found: _Found) -> None:
    if "raw" in record:
        lines.append(record["raw"])
    elif "part" in record:
        found.parts.append((record, []))
    elif "edit" in record:
        found.parts[-1][1].append(_edit(record))
    elif "furniture" in record:
        found.furniture.append(LedgerFurniture(record["furniture"], _spans(record["spans"])))
    elif "decision" in record:
        found.decisions.append(_decision(record))
    elif "wrote" in record:
        found.written.append(record)
    elif "taken_back" in record:
        found.taken_back.append({"wrote": record["taken_back"], **record})


def _ledger(raw: str, found: _Found) -> Ledger:
    parts = tuple(_part(raw, record, tuple(edits)) for record, edits in found.parts)
    written = tuple(_written(record, parts) for record in found.written)
    taken_back = tuple(_written(record, parts) for record in found.taken_back)
    return Ledger(raw, parts, tuple(found.furniture), tuple(found.decisions), written, taken_back)


def _part(raw: str, record: dict[str, Any], edits: tuple[LedgerEdit, ...]) -> LedgerPart:
    spans = _spans(record["spans"])
    text = record["text"] if "text" in record else replay(raw, spans, edits)
    return LedgerPart(record["article"], record["part"], spans, edits, text)


def _written(record: dict[str, Any], parts: tuple[LedgerPart, ...]) -> Written:
    body = record["body"] if "body" in record else _body_of_parts(parts, record["wrote"])
    written = Written(record["wrote"], record["file"], record["front"] + body)
    if written.sha256 != record["sha256"]:
        raise ValueError(f"the text of {written.id} does not come out as it was written")
    return written


def _edit(record: dict[str, Any]) -> LedgerEdit:
    kind, after = record.get("class", _USUAL), record.get("after", "")
    return LedgerEdit(record["edit"], kind, _span(record["span"]), record["before"], after)


def _decision(record: dict[str, Any]) -> LedgerDecision:
    reasons, instead = (
        tuple((str(cue), float(weight)) for cue, weight in record.get(key, ())) for key in ("reasons", "instead")
    )
    return LedgerDecision(
        record["decision"], _span(record["span"]), record["chosen"], record["runner_up"], record["margin"],
        reasons, instead,
    )  # fmt: skip


def _body_of_parts(parts: tuple[LedgerPart, ...], article: str) -> str:
    """The body as it stands in the file, blank line before it and line end after it."""
    blocks = [(part.role == "subhead", part.text) for part in parts if part.article == article and part.role in _BODY]
    return f"\n{body_of(blocks)}\n" if blocks else ""


def _cut(text: str) -> tuple[str, str]:
    """The file cut after the closing fence."""
    end = text.find("\n---\n", 3) + len("\n---\n")
    return text[:end], text[end:]


def _span(pair: list[int]) -> Span:
    return int(pair[0]), int(pair[1])


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(_span(pair) for pair in pairs)
