"""A strand of raw text under repair: it knows of every character where it stands in the raw file.

A strand is a row of cells, each a raw span and what it reads now. Raw text that nothing has changed is one long cell,
and is cut where a change begins or ends. What is left at the end is the clean text and the list of edits that leads
there. Nothing else in the program may change a character of a page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from jianbao.frozen import frozen
from jianbao.reading.page import Edit, EditClass, Part, Role, Span
from jianbao.text.change import Change, Rule

READING_RULES = frozenset({"clock-time", "foreign-word", "doubled-character", "loss"})
"""The rules that change a word or mark a loss; all others are mechanical."""


class Cell(NamedTuple):
    """A raw span and what it reads now; while nothing has changed it, `rule` is empty and it reads one for one.

    A named tuple, like the changes that it comes from.
    """

    start: int
    end: int
    text: str
    rule: str = ""

    def part(self, start: int, end: int) -> Cell:
        """Some of the characters of an unchanged cell."""
        return Cell(self.start + start, self.start + end, self.text[start:end])


@frozen
class Strand:
    """Raw characters in reading order, cell by cell."""

    cells: tuple[Cell, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The raw spans the cells cover, in reading order."""
        return tuple(_spans_of(self.cells))

    @property
    def text(self) -> str:
        """What the strand reads now."""
        return "".join([cell.text for cell in self.cells])

    def repaired(self, rules: Iterable[Rule]) -> Strand:
        """The strand after the rules, each applied to what the ones before it left."""
        strand, text = self, self.text
        for rule in rules:
            changes = rule(text)
            if changes:
                strand = strand.changed(changes)
                text = strand.text
        return strand

    def changed(self, changes: Sequence[Change]) -> Strand:
        """The strand with changes at offsets of its present text."""
        out: list[Cell] = []
        ahead = list(reversed(self.cells))
        offset = 0
        for change in changes:
            offset = _pass_over(ahead, out, offset, change.start)
            if ahead and not ahead[-1].rule and change.start < change.end <= offset + len(ahead[-1].text):
                out.append(_changed_within(ahead, change))  # as nearly all are
                offset = change.end
                continue
            replaced, offset = _taken(ahead, offset, change.end)
            out += _replaced(replaced, change)
        return Strand((*out, *reversed(ahead)))

    def marked(self, mark: str, *, at_start: bool = False) -> Strand:
        """The strand with a mark of loss after its last character, or before its first."""
        if at_start:
            place = self.cells[0].start
            return Strand((Cell(place, place, mark, "loss"), *self.cells))
        place = self.cells[-1].end
        return Strand((*self.cells, Cell(place, place, mark, "loss")))

    def split(self, offset: int) -> tuple[Strand, Strand]:
        """What stands before and from an offset of the present text on."""
        ahead = list(reversed(self.cells))
        before, _ = _taken(ahead, 0, offset)
        return Strand(tuple(before)), Strand(tuple(reversed(ahead)))

    def split_visibly(self, offset: int) -> tuple[Strand, Strand]:
        """The same, but a side that reads nothing gives its raw characters to the other and is left empty."""
        before, after = self.split(offset)
        if not after.text.strip():
            return Strand(before.cells + after.cells), Strand(())
        if not before.text.strip():
            return Strand(()), Strand(before.cells + after.cells)
        return before, after

    def edits(self, raw: str) -> tuple[Edit, ...]:
        """What has been changed, in reading order: cells that read otherwise than the raw file does."""
        edits: list[Edit] = []
        for start, end, text, rule in self.cells:
            before = raw[start:end]
            if text == before:
                continue
            if rule:
                edits.append(Edit(rule, (start, end), before, text, _class_of(rule)))
            else:
                edits += _one_by_one(start, before, text)
        return tuple(edits)


def _spans_of(cells: Iterable[Cell]) -> list[Span]:
    spans: list[Span] = []
    for start, end, _, _ in cells:
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _pass_over(ahead: list[Cell], out: list[Cell], offset: int, until: int) -> int:
    """Puts the cells up to a change from the end of `ahead`, where the next one stands last, to that of `out`.

    `offset` is where they begin, and given back is where they end. A changed cell that the change begins inside stays.
    """
    while ahead and (end := offset + len(ahead[-1].text)) <= until:
        out.append(ahead.pop())
        offset = end
    if ahead and offset < until and not ahead[-1].rule:
        start, end, text, _ = ahead.pop()
        before = until - offset
        out.append(Cell(start, start + before, text[:before]))
        ahead.append(Cell(start + before, end, text[before:]))
        offset = until
    return offset


def _taken(ahead: list[Cell], offset: int, until: int) -> tuple[list[Cell], int]:
    """The cells from one offset to another, taken off the end of `ahead`, and where they end.

    Where the second falls inside an unchanged cell, it is cut; a changed one is taken whole.
    """
    out: list[Cell] = []
    while ahead and offset < until:
        cell = ahead.pop()
        end = offset + len(cell.text)
        if end > until and not cell.rule:
            ahead.append(cell.part(until - offset, len(cell.text)))
            cell, end = cell.part(0, until - offset), until
        out.append(cell)
        offset = end
    return out, offset


def _one_by_one(start: int, before: str, text: str) -> Iterator[Edit]:
    """The edits of raw text that no rule has changed and that reads otherwise: character by character."""
    for at, (old, new) in enumerate(zip(before, text, strict=True), start):
        if old != new:
            yield Edit("", (at, at + 1), old, new, _class_of(""))


def _changed_within(ahead: list[Cell], change: Change) -> Cell:
    """The beginning of the next cell, which nothing has changed before, as the change reads it; the rest is left."""
    start, end, text, _ = ahead.pop()
    length = change.end - change.start
    if length < len(text):
        ahead.append(Cell(start + length, end, text[length:]))
    return Cell(start, start + length, change.after, change.rule)


def _replaced(cells: Sequence[Cell], change: Change) -> Iterator[Cell]:
    """One cell a contiguous run of raw text: the first reads what the change says, the others nothing."""
    after = change.after
    for start, end in _spans_of(cells):
        yield Cell(start, end, after, change.rule)
        after = ""


def _class_of(rule: str) -> EditClass:
    return EditClass.READING if rule in READING_RULES else EditClass.MECHANICAL


def strand_of(raw: str, spans: Sequence[Span], line_ends: Collection[int] = frozenset()) -> Strand:
    """The raw characters of the spans; white space at `line_ends` (raw offsets) is a printed line end and reads so."""
    return Strand(tuple(Cell(start, end, _in_lines(raw, start, end, line_ends)) for start, end in spans))


def _in_lines(raw: str, start: int, end: int, line_ends: Collection[int]) -> str:
    ends = sorted(at for at in line_ends if start <= at < end)
    return "\n".join(raw[before + 1 : at] for before, at in pairwise((start - 1, *ends, end)))


def part_of(role: Role, strand: Strand, raw: str) -> Part:
    """The strand as a part of an article."""
    return Part(role, strand.text, strand.spans, strand.edits(raw))
