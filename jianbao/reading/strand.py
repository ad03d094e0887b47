"""A strand of raw text under repair: it knows of every character where it stands in the raw file.

A strand is a row of cells, each a raw span and what it reads now. Rules change cells; what is left at the end is the
clean text and the list of edits that leads there. Nothing else in the program may change a character of a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jianbao.reading.page import Edit, EditClass, Span
from jianbao.text.change import Change, Rule

READING_RULES = frozenset({"foreign-word", "doubled-character", "loss"})
"""The rules that change a word or mark a loss; all others are mechanical."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A raw span and what it reads now; `rule` is empty while nothing has changed it."""

    start: int
    end: int
    text: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Strand:
    """Raw spans in reading order, cell by cell."""

    spans: tuple[Span, ...]
    cells: tuple[Cell, ...]

    @property
    def text(self) -> str:
        """What the strand reads now."""
        return "".join(cell.text for cell in self.cells)

    def repaired(self, rules: Iterable[Rule]) -> Strand:
        """The strand after the rules, each applied to what the ones before it left."""
        strand = self
        for rule in rules:
            strand = strand.changed(rule(strand.text))
        return strand

    def changed(self, changes: Sequence[Change]) -> Strand:
        """The strand with changes at offsets of its present text."""
        if not changes:
            return self
        out: list[Cell] = []
        index = offset = 0
        for change in changes:
            while index < len(self.cells) and offset + len(self.cells[index].text) <= change.start:
                offset += len(self.cells[index].text)
                out.append(self.cells[index])
                index += 1
            first = index
            while index < len(self.cells) and offset < change.end:
                offset += len(self.cells[index].text)
                index += 1
            out += _replaced(self.cells[first:index], change)
        return Strand(self.spans, (*out, *self.cells[index:]))

    def marked(self, at_start: bool, mark: str) -> Strand:
        """The strand with a mark of loss before its first or after its last character."""
        if at_start:
            place = self.spans[0][0]
            return Strand(self.spans, (Cell(place, place, mark, "loss"), *self.cells))
        place = self.spans[-1][1]
        return Strand(self.spans, (*self.cells, Cell(place, place, mark, "loss")))

    def edits(self, raw: str) -> tuple[Edit, ...]:
        """What has been changed, in reading order: cells that read otherwise than the raw file does."""
        return tuple(
            Edit(cell.rule, (cell.start, cell.end), raw[cell.start : cell.end], cell.text, _class_of(cell.rule))
            for cell in self.cells
            if cell.text != raw[cell.start : cell.end]
        )


def _replaced(cells: Sequence[Cell], change: Change) -> Iterator[Cell]:
    """One cell a contiguous run of raw text: the first reads what the change says, the others nothing."""
    runs: list[list[int]] = []
    for cell in cells:
        if runs and runs[-1][1] == cell.start:
            runs[-1][1] = cell.end
        else:
            runs.append([cell.start, cell.end])
    for number, (start, end) in enumerate(runs):
        yield Cell(start, end, "" if number else change.after, change.rule)


def _class_of(rule: str) -> EditClass:
    return EditClass.READING if rule in READING_RULES else EditClass.MECHANICAL


def strand_of(raw: str, spans: Sequence[Span], line_ends: frozenset[int] = frozenset()) -> Strand:
    """The raw characters of the spans; spaces at `line_ends` (raw offsets) are printed line ends and read so."""
    cells = [
        Cell(at, at + 1, "\n" if at in line_ends else raw[at]) for start, end in spans for at in range(start, end)
    ]
    return Strand(tuple(spans), tuple(cells))


def between(first: Strand, second: Strand) -> Strand:
    """Two strands read one after the other."""
    return Strand(first.spans + second.spans, first.cells + second.cells)
