"""A strand of raw text under repair: it knows of every character where it stands in the raw file.

A strand is a row of cells, each a raw span and what it reads now. Rules change cells; what is left at the end is the
clean text and the list of edits that leads there. Nothing else in the program may change a character of a page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from jianbao.reading.page import Edit, EditClass, Part, Role, Span
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
    """Raw characters in reading order, cell by cell."""

    cells: tuple[Cell, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The raw spans the cells cover, in reading order."""
        spans: list[Span] = []
        for cell in self.cells:
            if spans and spans[-1][1] == cell.start:
                spans[-1] = (spans[-1][0], cell.end)
            else:
                spans.append((cell.start, cell.end))
        return tuple(spans)

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
        return Strand((*out, *self.cells[index:]))

    def marked(self, mark: str, *, at_start: bool = False) -> Strand:
        """The strand with a mark of loss after its last character, or before its first."""
        if at_start:
            place = self.cells[0].start
            return Strand((Cell(place, place, mark, "loss"), *self.cells))
        place = self.cells[-1].end
        return Strand((*self.cells, Cell(place, place, mark, "loss")))

    def split(self, offset: int) -> tuple[Strand, Strand]:
        """What stands before and from an offset of the present text on."""
        done = 0
        for index, cell in enumerate(self.cells):
            if done >= offset:
                return Strand(self.cells[:index]), Strand(self.cells[index:])
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


def strand_of(raw: str, spans: Sequence[Span], line_ends: Collection[int] = frozenset()) -> Strand:
    """The raw characters of the spans; white space at `line_ends` (raw offsets) is a printed line end and reads so."""
    return Strand(
        tuple(
            Cell(at, at + 1, "\n" if at in line_ends else raw[at]) for start, end in spans for at in range(start, end)
        )
    )


def part_of(role: Role, strand: Strand, raw: str) -> Part:
    """The strand as a part of an article."""
    return Part(role, strand.text, strand.spans, strand.edits(raw))
