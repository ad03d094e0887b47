"""ledger.jsonl as the page on the site shows it: the raw text, who has which of its characters, what was changed and why.

`ledger_file.parse_ledger` rebuilds and verifies every text, which a run needs before it writes. A page that is only
shown needs none of that, and is read in a fifth of the time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from jianbao.content.ledger_file import Span

_NOT_SHOWN = ('{"wrote"', '{"taken_back"')


class Change(NamedTuple):
    """An edit: `before`, the raw text from `start` to `end`, reads `after`; `reads`: a word was changed, or a loss marked."""

    start: int
    end: int
    rule: str
    reads: bool
    before: str
    after: str


class Piece(NamedTuple):
    """A part of an article: the raw spans that it is made of in reading order, and the edits in them.

    `first` is the number of its first span among those of all pieces; `text` is empty where spans and edits give it.
    """

    article: str
    role: str
    spans: Sequence[Span]
    edits: list[Change]
    text: str
    first: int

    @property
    def places(self) -> range:
        """The numbers of its spans, in reading order over the page."""
        return range(self.first, self.first + len(self.spans))


class Scrap(NamedTuple):
    """Furniture: raw text that belongs to no article."""

    kind: str
    spans: Sequence[Span]


class Choice(NamedTuple):
    """A decision as `ledger_file.LedgerDecision` has it."""

    what: str
    start: int
    end: int
    chosen: str
    runner_up: str
    margin: float
    reasons: Sequence[tuple[str, float]]
    instead: Sequence[tuple[str, float]]


class Evidence(NamedTuple):
    """What the ledger of a page tells; `lines` are those of the raw text, with their ends."""

    lines: Sequence[str]
    pieces: Sequence[Piece]
    scraps: Sequence[Scrap]
    choices: Sequence[Choice]


NOTHING = Evidence((), (), (), ())


def parse_evidence(text: str) -> Evidence:
    """What a ledger's text tells; nothing where it cannot be read, which is told elsewhere (`ledger_outline`)."""
    records = (line for line in text.split("\n") if line.strip() and not line.startswith(_NOT_SHOWN))
    try:
        return _evidence(json.loads(f"[{','.join(records)}]"))  # one call is several times quicker than one a line
    except (ValueError, KeyError, TypeError, IndexError):
        return NOTHING


def _evidence(records: Iterable[Mapping[str, Any]]) -> Evidence:
    lines: list[str] = []
    pieces: list[Piece] = []
    scraps: list[Scrap] = []
    choices: list[Choice] = []
    place = 0
    for record in records:
        if "edit" in record:
            pieces[-1].edits.append(_change(record))
        elif "raw" in record:
            lines.append(record["raw"])
        elif "part" in record:
            spans = [(start, end) for start, end in record["spans"]]
            pieces.append(Piece(record["article"], record["part"], spans, [], record.get("text", ""), place))
            place += len(spans)
        elif "furniture" in record:
            scraps.append(Scrap(record["furniture"], [(start, end) for start, end in record["spans"]]))
        elif "decision" in record:
            choices.append(_choice(record))
    return Evidence(lines, pieces, scraps, choices)


def _change(record: Mapping[str, Any]) -> Change:
    start, end = record["span"]
    return Change(start, end, record["edit"], "class" in record, record["before"], record.get("after", ""))


def _choice(record: Mapping[str, Any]) -> Choice:
    start, end = record["span"]
    reasons, instead = record.get("reasons", ()), record.get("instead", ())
    return Choice(
        record["decision"], start, end, record["chosen"], record["runner_up"], record["margin"], reasons, instead
    )
