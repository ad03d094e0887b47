"""A strand of raw text under repair: it knows of every character where it stands in the raw file.

A strand is a row of cells, each a raw span and what it reads now. Raw text that nothing has changed is one long cell,
and is cut where a change begins or ends. What is left at the end is the clean text and the list of edits that leads
there. Nothing else in the program may change a character of a page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import NamedTuple

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


@dataclass(frozen=True, slots=True)
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
        cells = [*_cut(self.cells, chain.from_iterable((change.start, change.end) for change in changes))]
        out: list[Cell] = []
        index = offset = 0
        for change in changes:
            while index < len(cells) and offset + len(cells[index].text) <= change.start:
                offset += len(cells[index].text)
                out.append(cells[index])
                index += 1
            first = index
            while index < len(cells) and offset < change.end:
                offset += len(cells[index].text)
                index += 1
            out += _replaced(cells[first:index], change)
        return Strand((*out, *cells[index:]))

    def marked(self, mark: str, *, at_start: bool = False) -> Strand:
        """The strand with a mark of loss after its last character, or before its first."""
        if at_start:
            place = self.cells[0].start
            return Strand((Cell(place, place, mark, "loss"), *self.cells))
        place = self.cells[-1].end
        return Strand((*self.cells, Cell(place, place, mark, "loss")))

    def split(self, offset: int) -> tuple[Strand, Strand]:
        """What stands before and from an offset of the present text on."""
        cells = tuple(_cut(self.cells, (offset,)))
        done = 0
        for index, cell in enumerate(cells):
            if done >= offset:
                return Strand(cells[:index]), Strand(cells[index:])
            done += len(cell.text)
        return self, Strand(())

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
        return tuple(
            Edit(cell.rule, (cell.start, cell.end), raw[cell.start : cell.end], cell.text, _class_of(cell.rule))
            for changed in self.cells
            if changed.text != raw[changed.start : changed.end]
            for cell in _one_by_one(changed)
            if cell.text != raw[cell.start : cell.end]
        )


def _spans_of(cells: Iterable[Cell]) -> list[Span]:
    spans: list[Span] = []
    for start, end, _, _ in cells:
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _cut(cells: Iterable[Cell], offsets: Iterable[int]) -> Iterator[Cell]:
    """The cells, the unchanged ones cut wherever one of the ascending offsets of their whole text falls inside."""
    ahead = iter(offsets)
    offset = next(ahead, None)
    done = 0
    for cell in cells:
        start, length = 0, len(cell.text)
        while offset is not None and offset < done + length:
            if offset > done + start and not cell.rule:
                yield cell.part(start, offset - done)
                start = offset - done
            offset = next(ahead, None)
        yield cell.part(start, length) if start else cell
        done += length


def _one_by_one(cell: Cell) -> Iterator[Cell]:
    """A changed cell as it is, an unchanged one character by character."""
    if cell.rule:
        yield cell
    else:
        yield from (cell.part(at, at + 1) for at in range(len(cell.text)))


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
