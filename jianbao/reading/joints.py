"""From places to articles: fragments that the path took together become rows of strands, in reading order.

Nothing is cleaned here. A lost opening that the page prints after the body is moved to the front (`order: repaired`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from jianbao.frozen import frozen
from jianbao.knowledge.torn_words import begins_inside
from jianbao.knowledge.weights import weights
from jianbao.reading.cues import Cues
from jianbao.reading.fragments import Edge, Fragment
from jianbao.reading.page import Span
from jianbao.reading.path import Choice
from jianbao.reading.places import Place
from jianbao.reading.seams import SeamSense, is_open, read_on_or_lose, starts_inside


@frozen
class Run:
    """Fragments that read as one: a headline of two lines, a paragraph cut by a column's end.

    `lost_after`: the last one breaks off and nothing goes on with it; `lost_before`: the first one begins in mid-sentence.
    """

    place: Place
    numbers: tuple[int, ...]
    lost_after: bool = False
    lost_before: bool = False


@frozen
class Draft:
    """An article as runs in reading order, with the margin of its borders."""

    runs: tuple[Run, ...]
    margin: float
    repaired: bool
    first: int
    end: int
    """The choices that settled its borders: from `first` to `end`, half-open."""
    inset: bool = False
    """It stands in the midst of another article."""

    @property
    def numbers(self) -> Iterator[int]:
        """The fragments of the article, in reading order."""
        return (number for run in self.runs for number in run.numbers)


def draft_articles(choices: Sequence[Choice], cues: tuple[Cues, ...], sense: SeamSense) -> tuple[Draft, ...]:
    """The articles of the page, in raw order."""
    borders = [number for number, choice in enumerate(choices) if choice.move.starts]
    drafts = []
    for first, end in pairwise([*borders, len(choices)]):
        runs = list(_runs(choices, range(first, end)))
        runs, repaired = _opening_first(runs, cues, sense)
        margins = [choices[number].start_margin for number in (first, end) if number < len(choices)]
        drafts.append(Draft(tuple(_with_losses(runs, cues)), min(margins), repaired, first, end))
        drafts += (_inset(number, choices) for number in range(first, end) if choices[number].move.place is Place.INSET)
    return tuple(drafts)


def _inset(number: int, choices: Sequence[Choice]) -> Draft:
    """The photo story that a fragment in the midst of another article is."""
    runs = (Run(Place.PHOTO, (number,)),)
    return Draft(runs, choices[number].margin, repaired=False, first=number, end=number + 1, inset=True)


def _runs(choices: Sequence[Choice], numbers: Iterable[int]) -> Iterator[Run]:
    """The runs of an article in raw order; furniture that stands inside is left out."""
    runs: list[Run] = []
    body = -1
    for number in numbers:
        place = choices[number].move.place
        if place in (Place.FURNITURE, Place.LABEL, Place.BANNER, Place.INSET):
            continue
        if place is Place.CONTINUATION and body >= 0:
            runs[body] = replace(runs[body], numbers=(*runs[body].numbers, number))
        elif place is Place.TITLE and runs and runs[-1].place is Place.TITLE:
            runs[-1] = replace(runs[-1], numbers=(*runs[-1].numbers, number))
        else:
            runs.append(Run(Place.PARAGRAPH if place is Place.CONTINUATION else place, (number,)))
            if place in (Place.PARAGRAPH, Place.PHOTO):
                body = len(runs) - 1
    yield from runs


def _opening_first(runs: list[Run], cues: tuple[Cues, ...], sense: SeamSense) -> tuple[list[Run], bool]:
    """The opening (本报讯) of a body that begins without one and without a headline, moved to its front."""
    first = next((at for at, run in enumerate(runs) if run.place is Place.PARAGRAPH), len(runs))
    late = next((at for at, run in enumerate(runs) if at > first and _opens(run, cues)), None)
    if late is None or _opens(runs[first], cues) or any(run.place is Place.TITLE for run in runs):
        return runs, False
    opening, rest = runs[late], runs[:late] + runs[late + 1 :]
    left, right = cues[opening.numbers[-1]], cues[rest[first].numbers[0]]
    if is_open(left) and read_on_or_lose(left, right, sense) < weights()["seam"]["loss"]:
        opening = replace(opening, numbers=opening.numbers + rest[first].numbers)
        rest = rest[:first] + rest[first + 1 :]
    return [*rest[:first], opening, *rest[first:]], True


def _opens(run: Run, cues: tuple[Cues, ...]) -> bool:
    opening = cues[run.numbers[0]].opening
    return run.place is Place.PARAGRAPH and opening is not None and opening.drops


def _with_losses(runs: list[Run], cues: tuple[Cues, ...]) -> Iterator[Run]:
    for at, run in enumerate(runs):
        if run.place not in (Place.PARAGRAPH, Place.PHOTO):
            yield run
            continue
        last, first = cues[run.numbers[-1]], cues[run.numbers[0]]
        signed = at + 1 < len(runs) and runs[at + 1].place in (Place.CREDIT, Place.JUMP)
        begins = first.opening is None and _begins_inside(runs, at, first)
        read = [cues[number] for number in run.numbers]
        lost = is_open(last) and not signed and _is_text(read) and not _ends_on_purpose(read, cues)
        yield replace(run, lost_after=lost, lost_before=begins)


def _begins_inside(runs: Sequence[Run], at: int, first: Cues) -> bool:
    """Whether the first text of an article begins in mid-sentence: flush, without a headline, or as no sentence does."""
    before = {run.place for run in runs[:at]}
    if before & {Place.PARAGRAPH, Place.PHOTO, Place.JUMP}:
        return False
    return starts_inside(first) if at == 0 else begins_inside(first.text)


def _ends_on_purpose(read: Sequence[Cues], cues: tuple[Cues, ...]) -> bool:
    """Whether the last line falls short of its column, or the page has the same text again: a heading, a pull quote."""
    text = "".join(cue.text for cue in read)
    return read[-1].tail is Edge.SHORT or any(text in cue.text for cue in cues if cue not in read)


def _is_text(read: Sequence[Cues]) -> bool:
    """A second sign of a loss: it is no list, verse or line of its own that ends without a stop."""
    size = sum(cue.size for cue in read)
    if not read[-1].chinese:
        return size > 40 and (read[-1].pauses or read[-1].text[-1:].islower())
    return any(cue.pauses or cue.commas for cue in read) or size > 24


def raw_span(run: Run, fragments: Sequence[Fragment], raw: str) -> tuple[tuple[Span, ...], frozenset[int]]:
    """The raw spans of a run, and the raw offsets at which a printed line ends.

    A run reaches over the white space between its lines, and over one character of it where it jumps to another place
    of the page, so that the line end has a character of the raw file to stand for.
    """
    spans: list[Span] = []
    ends: set[int] = set()
    lines = [line for number in run.numbers for line in fragments[number].lines]
    for line in lines:
        start, end = line.span
        if spans and start >= spans[-1][1] and not raw[spans[-1][1] : start].strip():
            ends.add(spans[-1][1])
            spans[-1] = (spans[-1][0], end)
            continue
        if spans and spans[-1][1] < len(raw):
            ends.add(spans[-1][1])
            spans[-1] = (spans[-1][0], spans[-1][1] + 1)
        spans.append((start, end))
    return tuple(spans), frozenset(ends)
