"""Blocks → fragments: the paragraphs, headlines and pieces of them that no later stage cuts again.

A block of prose may hold several paragraphs. A new one begins at an indented line, after a sentence that ends in a
short line, and at a line that is short by an indent. Whether a fragment goes on with another is decided later
(`joins`), over the page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from jianbao.frozen import frozen
from jianbao.knowledge.phrases import sure_openers
from jianbao.reading.kept_lines import Kept, Stretch, kept_as, kept_stretches
from jianbao.reading.lines import Block, Line
from jianbao.reading.page import Span
from jianbao.reading.sentence_ends import ends_clause, ends_sentence
from jianbao.text.characters import ems, has_han, is_full_width

_INDENT = (1.4, 2.7)
"""By how many ems a line that begins a paragraph falls short of the measure (two ems; quotes are squeezed)."""
_SHORT = 1.6
"""A line that falls short of the measure by as much ended there on purpose."""
_SENTENCE_INSIDE = re.compile(r"[a-z]{3}[.!?][\"')]* [A-Z]")
_OPENS_SPEECH = re.compile(r"[\"“][^\"”]+[,，。！？]")


_DAY = re.compile(r"\d{1,2}月\d{1,2}日")
_OPENS_ANEW = re.compile(
    r"[□■●◎◆]|本[报報][^，,。]{0,6}[讯訊]|【本[报報]|——[^，。]{4,30}$|[（(][^（()）]{2,24}[摄攝][)）]$"
)
"""Lines that begin something new wherever they stand."""
_STANDS_ALONE = re.compile(r"[□■][^。]{2,36}$|——[^，。]{4,30}$|[（(][^（()）]{2,24}[摄攝][)）]$")
"""Lines after which something new begins."""


class Edge(StrEnum):
    """How a fragment begins or ends against the measure: with an indent or short, flush or full, or nobody knows."""

    SHORT = "short"
    FULL = "full"
    UNKNOWN = "unknown"


@frozen
class Fragment:
    """Lines that belong together for certain.

    `text` is the lines, joined as they read: Chinese bare, Latin by a space. `gap` counts the line ends before it (1: it
    follows within its block). `head` says whether its first line is
    indented (SHORT) or flush (FULL), `tail` whether its last line is short or full. `kept` says whether its spaces or
    line ends are text.
    """

    lines: tuple[Line, ...]
    text: str
    gap: int
    head: Edge
    tail: Edge
    spaced: bool
    moved: bool = False
    kept: Kept = Kept.NO

    @property
    def span(self) -> Span:
        """From its first to its last raw character."""
        return self.lines[0].span[0], self.lines[-1].span[1]


def rearranged(fragments: tuple[Fragment, ...], order: Iterable[int], moved: Collection[int]) -> tuple[Fragment, ...]:
    """The fragments in another order of their numbers, those of `moved` marked; the same tuple if none has moved."""
    if not moved:
        return fragments
    return tuple(replace(fragments[n], moved=True) if n in moved else fragments[n] for n in order)


def cut_into_fragments(blocks: tuple[Block, ...], moved: Collection[int] = ()) -> tuple[Fragment, ...]:
    """The fragments of a page in reading order; `moved` are the numbers of blocks that the page has elsewhere."""
    out: list[Fragment] = []
    kept = kept_stretches(blocks)
    for number, block in enumerate(blocks):
        for first, end in pairwise(_starts(block, kept[number])):
            out.append(_fragment(block, first, end, number in moved, kept[number]))
    return tuple(out)


def _starts(block: Block, kept: Sequence[Stretch]) -> list[int]:
    """The numbers of the lines that begin a fragment, and the end; verse and tables are never cut inside."""
    starts = {0, *(n for n in range(1, len(block.lines)) if _begins_paragraph(block, n)), len(block.lines)}
    for first, end, _ in kept:
        starts = {start for start in starts if not first < start < end} | {first, end}
    return sorted(starts)


def _fragment(block: Block, first: int, end: int, moved: bool, kept: Sequence[Stretch]) -> Fragment:
    lines = block.lines[first:end]
    gap = block.gap if first == 0 else 1
    as_what = kept_as(lines, kept, first)
    return Fragment(lines, _joined(lines), gap, _head(block, lines), _tail(block, lines), block.spaced, moved, as_what)


def _joined(lines: tuple[Line, ...]) -> str:
    out = lines[0].text
    for line in lines[1:]:
        bare = is_full_width(out[-1]) or is_full_width(line.text[0]) or (out[-1].isdigit() and has_han(out))
        out += line.text if bare else " " + line.text
    return out


def _head(block: Block, lines: tuple[Line, ...]) -> Edge:
    if lines[0].indent >= 1.0:
        return Edge.SHORT
    if any(line.indent >= 1.0 for line in block.lines):
        return Edge.FULL
    if not block.measure or len(lines) < 2 or not block.spaced:
        return Edge.UNKNOWN
    falls_short = block.measure - lines[0].width
    if not _INDENT[0] <= falls_short <= _INDENT[1]:
        return Edge.FULL
    return Edge.SHORT if falls_short - _squeezed(lines[0].text) >= _INDENT[0] - 0.8 else Edge.UNKNOWN


def _squeezed(text: str) -> float:
    """By how many ems the line would be wider with its quotation marks at full width: nobody knows how they were set."""
    return 0.5 * sum(character in "\"'" for character in text)


def _tail(block: Block, lines: tuple[Line, ...]) -> Edge:
    if not block.measure:
        return Edge.UNKNOWN
    return Edge.SHORT if block.measure - lines[-1].indent - lines[-1].width >= _SHORT else Edge.FULL


def _begins_paragraph(block: Block, number: int) -> bool:
    line, before = block.lines[number], block.lines[number - 1]
    if not block.spaced and (_OPENS_ANEW.match(line.text) or _STANDS_ALONE.match(before.text)):
        return True
    if not block.spaced and _is_headline(block, number):
        return True
    if line.indent >= 1.0:
        return before.indent < line.indent or _is_short(block, before, line)
    if not block.measure:
        return False
    if _is_flush_head(block, number):
        return True
    ended = ends_clause(before.text)
    if ended and _is_short(block, before, line, indent=2.0 if block.spaced and number == 1 else 0.0):
        return True
    if ends_sentence(before.text) and (_sets_sentences_apart(block) or _surely_opens(block, line)):
        return True
    if block.spaced and number + 1 < len(block.lines):
        falls_short = block.measure - line.width
        if ended and not ends_clause(line.text):
            return _INDENT[0] <= falls_short <= _INDENT[1] + 0.5
        speaks = bool(_OPENS_SPEECH.match(line.text)) and before.text[-1] not in ",，:：、"
        return speaks and _INDENT[0] <= falls_short <= _INDENT[1]
    return _is_head_line(block, before) != _is_head_line(block, line)


def _surely_opens(block: Block, line: Line) -> bool:
    """Whether a line opens as paragraphs do, where the column shows no indents that would tell."""
    told = block.spaced or any(other.indent >= 1.0 for other in block.lines)
    return not told and (line.text.startswith(sure_openers()) or bool(_DAY.match(line.text)))


@lru_cache(maxsize=8)
def _sets_sentences_apart(block: Block) -> bool:
    """Whether an English block begins a new line with every sentence: hardly one ends in mid-line."""
    if has_han(block.text):
        return False
    inside = sum(len(_SENTENCE_INSIDE.findall(line.text)) for line in block.lines)
    at_ends = sum(ends_clause(line.text) for line in block.lines[:-1])
    return at_ends > 3 and inside <= 0.15 * at_ends


def _is_headline(block: Block, number: int) -> bool:
    """A line before a by-line or 本报讯 is a headline and no part of the text above it, and so is one more before that."""
    after = block.lines[number + 1 : number + 3]
    ahead = next((at for at, line in enumerate(after) if _OPENS_ANEW.match(line.text)), None)
    if ahead is None:
        return False
    heads = [block.lines[number + at] for at in range(ahead + 1)]
    short = all(has_han(line.text) and not re.search(r"[，,。；;、：]", line.text) for line in heads)
    ended = ends_clause(block.lines[number - 1].text) or ahead == 0
    return short and ended


def _is_flush_head(block: Block, number: int) -> bool:
    """A short line without a stop, flush where the block indents, between two paragraphs: a sub-head."""
    if block.spaced or number + 1 >= len(block.lines):
        return False
    before, line, after = block.lines[number - 1 : number + 2]
    apart = ends_clause(before.text) and not ends_clause(line.text) and after.indent >= 1.0
    return apart and has_han(line.text) and block.measure - line.width >= 2 * _SHORT and line.text[-1] not in ",，、"


def _is_short(block: Block, before: Line, line: Line, indent: float = 0.0) -> bool:
    """Whether the line's first word would have fitted on the line before."""
    word = ems(line.text.split(" ", 1)[0]) + 0.5 if not has_han(line.text) else _SHORT
    return block.measure - max(before.indent, indent) - before.width >= min(word, block.measure / 2)


def _is_head_line(block: Block, line: Line) -> bool:
    """A line in capitals inside a block of ordinary English lines."""
    if has_han(line.text) or line.text.upper() != line.text:
        return False
    return sum(map(str.isalpha, line.text)) > 5 and line.text[0] != "-"
