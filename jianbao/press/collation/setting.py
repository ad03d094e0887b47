"""Raw text and what was read of it set as HTML, with every change a run: `<del>` on the raw side, `<ins>` on the read one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from jianbao.content.ledger_evidence import Change, Piece
from jianbao.press.plain_blocks import LOSS
from jianbao.press.typeset import set_line

Changes = Mapping[int, Sequence[Change]]
"""The changes in every span, by its place in reading order over the page."""

GAP = '<ins class="gap"></ins>'
"""Where the raw text breaks off: nothing of it, so nothing that would be copied with it."""


def as_text(text: str) -> str:
    """The text as HTML; nearly all pieces hold nothing to escape, and are quicker looked through than replaced in."""
    return escape(text, quote=False) if "&" in text or "<" in text or ">" in text else text


def changes_by_span(pieces: Sequence[Piece]) -> Changes:
    """Every change with the span that it is made in, as a replay makes it there."""
    found: dict[int, list[Change]] = {}
    for piece in pieces:
        number, edits = 0, piece.edits
        for place, (start, end) in zip(piece.places, piece.spans, strict=True):
            done = start
            while number < len(edits) and done <= edits[number].start and edits[number].end <= end:
                found.setdefault(place, []).append(edits[number])
                done = edits[number].end
                number += 1
    return found


def set_raw(raw: str, start: int, end: int, changes: Sequence[Change]) -> str:
    """The raw text from `start` to `end`, all of it: changed characters in `<del>`, and where it breaks off a gap."""
    pieces, done = [], start
    for change in changes:
        if change.end < start or change.start > end:
            continue
        first, last = max(change.start, done), min(change.end, end)
        if change.start == change.end:
            pieces += [as_text(raw[done:first]), GAP]
            done = first
        elif first < last:
            mark = '<del class="word">' if change.reads else "<del>"
            pieces += [as_text(raw[done:first]), mark, as_text(raw[first:last]), "</del>"]
            done = last
    pieces.append(as_text(raw[done:end]))
    return "".join(pieces)


def set_read(raw: str, piece: Piece, changes: Iterable[Sequence[Change]], loss: str) -> str:
    """The text of a part as it was read: what stands for other characters in `<ins>`, losses marked with the word for it.

    `changes` are those of each of its spans.
    """
    lost = str(set_line(LOSS, loss))
    if piece.text:
        return as_text(piece.text).replace(LOSS, lost)
    pieces: list[str] = []
    for (start, end), own in zip(piece.spans, changes, strict=True):
        done = start
        for change in own:
            pieces += [as_text(raw[done : change.start]), _set_after(change, lost)]
            done = change.end
        pieces.append(as_text(raw[done:end]))
    return "".join(pieces)


def _set_after(change: Change, lost: str) -> str:
    if LOSS in change.after:
        return as_text(change.after).replace(LOSS, lost)
    if change.reads:
        return f'<ins class="word">{as_text(change.after)}</ins>'
    return f"<ins>{as_text(change.after)}</ins>" if change.after.strip() else change.after
