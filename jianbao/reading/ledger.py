"""The ledger: every non-space character of the raw page is in exactly one place, and every change has a name."""

from __future__ import annotations

from collections.abc import Iterator

from jianbao.content import ledger_file
from jianbao.reading.page import Part, ReadPage, Span

LOSS = "[…]"
"""The only text that is ever inserted."""


def replay(raw: str, part: Part) -> str:
    """What the part's spans give when its edits are applied to them, in order."""
    return ledger_file.replay(raw, part.spans, part.edits)


def imbalances(page: ReadPage) -> tuple[str, ...]:
    """What does not balance, in words; empty when the page is whole.

    Checked: the partition of the non-space characters, that every edit quotes the raw text, that nothing but a mark of
    loss is inserted, and that the replay of every part gives its text.
    """
    return (*_partition_faults(page), *_edit_faults(page))


def _spans(page: ReadPage) -> Iterator[Span]:
    for article in page.articles:
        for part in article.parts:
            yield from part.spans
    for piece in page.furniture:
        yield from piece.spans


def _partition_faults(page: ReadPage) -> Iterator[str]:
    raw = page.raw.text
    taken = bytearray(len(raw))
    for start, end in _spans(page):
        for at in range(start, end):
            if not raw[at].isspace():
                taken[at] += taken[at] < 2
    for at, character in enumerate(raw):
        if not character.isspace() and taken[at] != 1:
            fault = "in no article and no furniture" if not taken[at] else "taken twice"
            yield f"character {at} ({character!r}) is {fault}"
            return


def _edit_faults(page: ReadPage) -> Iterator[str]:
    raw = page.raw.text
    for article in page.articles:
        for part in article.parts:
            for edit in part.edits:
                if raw[slice(*edit.span)] != edit.before:
                    yield f"edit {edit.rule} at {edit.span[0]} does not quote the page"
                if not edit.before and edit.after != LOSS:
                    yield f"edit {edit.rule} at {edit.span[0]} inserts {edit.after!r}"
            if replay(raw, part) != part.text:
                yield f"replay of the {part.role} at {part.spans[0][0]} does not give its text"
