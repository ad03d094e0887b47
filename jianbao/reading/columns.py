"""Stray columns: neighbouring columns that the text layer has mixed are read one after the other again.

Three kinds are known: two columns side by side in every line; two columns line by line in turn; a line that has strayed
into another block. What goes on with what is judged by the seams: a word of the lexicon across it, a number and its
unit. Lines are only put in another order, and only when the evidence is clear; else they stay as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from jianbao.frozen import frozen
from jianbao.knowledge.english import is_word
from jianbao.knowledge.lexicon import Lexicon
from jianbao.knowledge.torn_words import begins_torn, ends_torn
from jianbao.knowledge.weights import weights
from jianbao.reading.kept_lines import stretches_of
from jianbao.reading.lines import Block, Line, measure_of
from jianbao.reading.page import Span
from jianbao.reading.sentence_ends import ends_sentence
from jianbao.text.characters import has_han, is_han

_BESIDE = re.compile(r"(?<=\S)[ \u3000]{2,}(?=\S)")
_BROKEN = re.compile(r"([A-Za-z]{2,})-$")
_UNIT = re.compile(r"[年月日时分个亿万千百元名人家项次%公里米吨亩]")
_SENTENCE_END = "。！？!?…”"
_NARROWEST = 8
"""Ems: what stands side by side and is narrower is a table or a list of names, and no columns of prose."""
_GUTTERS = 0.6
"""The share of the lines of a block that show a gutter, from which on it is two columns side by side."""
_MOST_LINES = 120
"""A block of more lines is no column of a page."""


@frozen
class Mixture:
    """Lines at `span` that seem to be mixed columns, of a `kind`: `beside`, `in turn`, `strayed`.

    Read in the other order they gain so much (in the weights of the table), and so much was needed for doing it.
    """

    kind: str
    span: Span
    gain: float
    needed: float
    repaired: bool


@frozen
class Ordered:
    """Blocks in reading order; `moved` are the numbers of those whose lines the page has elsewhere.

    `mixtures` are those that were put in order, and those that were left alone because the evidence was not clear.
    """

    blocks: tuple[Block, ...]
    moved: frozenset[int]
    mixtures: tuple[Mixture, ...] = ()


@frozen
class _Stray:
    """A line that may have strayed into block number `home`, which stood as `block`."""

    home: int
    block: Block
    line: Line
    gain: float


@frozen
class _Unmixed:
    """The two columns that a block may be, and how clear it is."""

    columns: tuple[Block, Block]
    mixture: Mixture


class _Seams:
    """What it costs to read each line of a block on from the one before it, and from the one before that."""

    def __init__(self, lines: Sequence[Line], lexicon: Lexicon) -> None:
        self._lines = lines
        self._lexicon = lexicon

    @cached_property
    def near(self) -> list[float]:
        """From each line to the next."""
        return [_seam(line, after, self._lexicon) for line, after in pairwise(self._lines)]

    @cached_property
    def far(self) -> list[float]:
        """From each line to the next but one."""
        return [_seam(line, after, self._lexicon) for line, after in zip(self._lines, self._lines[2:], strict=False)]


_UNCLEAR = 0.5
"""A mixture that gains more than this share of what is needed is told as one that was left alone."""


def put_in_order(blocks: tuple[Block, ...], lexicon: Lexicon) -> Ordered:
    """The blocks with mixed columns unmixed and strayed lines put where they belong."""
    out: list[Block] = []
    moved: set[int] = set()
    strayed: list[_Stray] = []
    mixtures: list[Mixture] = []
    for block in blocks:
        if stretches_of(block):
            out.append(block)
            continue
        seams = _Seams(block.lines, lexicon)
        unmixed = _side_by_side(block) or _in_turn(block, seams, lexicon)
        if unmixed:
            mixtures.append(unmixed.mixture)
        if unmixed and unmixed.mixture.repaired:
            moved |= {len(out), len(out) + 1}
            out += unmixed.columns
            continue
        stray = _strayed(block, seams)
        if stray is not None:
            rest, line, gain = stray
            strayed.append(_Stray(len(out), block, line, gain))
            out.append(rest)
            continue
        out.append(block)
    return _returned(Ordered(tuple(out), frozenset(moved), tuple(mixtures)), strayed, lexicon)


def _mixture(kind: str, lines: Sequence[Line], gain: float, needed: float) -> Mixture:
    span = min(line.span[0] for line in lines), max(line.span[1] for line in lines)
    return Mixture(kind, span, gain, needed, repaired=gain >= needed)


def _side_by_side(block: Block) -> _Unmixed | None:
    """The left and the right column, where most lines of a block hold two parts with a gutter between them."""
    lines = [*_joined(block)]
    cuts = [_BESIDE.search(line.text) for line in lines]
    gutters = sum(cut is not None for cut in cuts)
    if len(lines) < 4 or gutters < _GUTTERS * len(lines):
        return None
    left: list[Line] = []
    right: list[Line] = []
    for line, cut in zip(lines, cuts, strict=True):
        if cut is None:
            left.append(line)
            continue
        left.append(_part(line, 0, cut.start()))
        right.append(_part(line, cut.end(), len(line.text)))
    columns = _column(left, block.gap), _column(right, 2)
    if min(column.measure for column in columns) < _NARROWEST:
        return None
    return _Unmixed(columns, _mixture("beside", lines, gutters / len(lines), _GUTTERS))


def _joined(block: Block) -> Iterator[Line]:
    """The physical lines of a block; one whose spaces were taken for line ends is no table of two columns."""
    if not block.spaced:
        yield from block.lines


def _part(line: Line, start: int, end: int) -> Line:
    first = line.span[0] + start
    return Line(line.text[start:end], (first, first + end - start), 0.0)


def _column(lines: Sequence[Line], gap: int) -> Block:
    """A column whose indents show only as lines that fall short, as where spaces stand for line ends."""
    return Block(tuple(lines), gap, measure_of(tuple(lines)), spaced=True)


def _in_turn(block: Block, seams: _Seams, lexicon: Lexicon) -> _Unmixed | None:
    """Two columns line by line in turn, the longer one alone at the end: read so, far more of the lines go on as words do."""
    lines = block.lines
    if len(lines) < 6 or len(lines) > _MOST_LINES or not block.measure:
        return None
    best, paired, to_second = min(_ways_in_turn(lines, seams.near, seams.far, lexicon))
    table = weights()["columns"]
    gain, needed = sum(seams.near) - best, max(table["in_turn"], table["in_turn_a_line"] * paired)
    if gain < _UNCLEAR * needed:
        return None
    first, second, tail = lines[:paired:2], lines[1:paired:2], lines[paired:]
    columns = (first, second + tail) if to_second else (first + tail, second)
    mixture = _mixture("in turn", lines, gain, needed)
    return _Unmixed((_column(columns[0], block.gap), _column(columns[1], 2)), mixture)


def _ways_in_turn(
    lines: Sequence[Line], near: Sequence[float], far: Sequence[float], lexicon: Lexicon
) -> Iterator[tuple[float, int, bool]]:
    """For every number of lines in turn, and the rest to the first column or to the second: what the seams cost.

    Counted are the seams inside both columns and the one from the end of the first to the beginning of the second.
    """
    length = len(lines)
    for paired in range(6, length + 1, 2):
        inside, rest = sum(far[: paired - 2]), sum(near[paired:])
        whole = paired == length
        yield (
            inside + rest + (0.0 if whole else far[paired - 2]) + _seam(lines[-1 - whole], lines[1], lexicon),
            paired,
            False,
        )
        if not whole:
            yield inside + rest + near[paired - 1] + _seam(lines[paired - 2], lines[1], lexicon), paired, True


def _strayed(block: Block, seams: _Seams) -> tuple[Block, Line, float] | None:
    """A line without which its neighbours read on as one: the block without it, the line, and how much is gained."""
    if len(block.lines) < 4 or not block.measure or not has_han(block.text):
        return None
    with_it = (before + after for before, after in pairwise(seams.near))
    gains = [(cost - without, number) for number, (cost, without) in enumerate(zip(with_it, seams.far, strict=True), 1)]
    gain, number = max(gains, key=lambda found: found[0])
    if gain < weights()["columns"]["strayed"]:
        return None
    lines = block.lines[:number] + block.lines[number + 1 :]
    return replace(block, lines=lines), block.lines[number], gain


def _returned(ordered: Ordered, strayed: Sequence[_Stray], lexicon: Lexicon) -> Ordered:
    """Every strayed line between the two blocks that it joins best; nowhere clear: back where it stood."""
    blocks, moved = list(ordered.blocks), set(ordered.moved)
    table = weights()["columns"]
    mixtures = list(ordered.mixtures)
    for stray in reversed(strayed):
        gain, place = max(
            ((_gain(blocks, stray.line, at, lexicon), at) for at in range(1, len(blocks))), default=(0.0, 0)
        )
        clear = gain >= table["returned"]
        needed = table["strayed_and_returned"] if clear else gain + stray.gain + table["returned"]
        mixtures.append(_mixture("strayed", [stray.line], gain + stray.gain, needed))
        if not mixtures[-1].repaired:
            blocks[stray.home] = stray.block
            continue
        blocks.insert(place, Block((stray.line,), 2, 0.0, spaced=False))
        moved = {number + (number >= place) for number in moved} | {place, stray.home + (stray.home >= place)}
    return Ordered(tuple(blocks), frozenset(moved), tuple(mixtures))


def _gain(blocks: Sequence[Block], line: Line, at: int, lexicon: Lexicon) -> float:
    """What the line gains between two blocks, the first of which breaks off."""
    before, after = blocks[at - 1].lines[-1], blocks[at].lines[0]
    if before.text[-1] in _SENTENCE_END:
        return 0.0
    return _seam(before, after, lexicon) - _seam(before, line, lexicon) - _seam(line, after, lexicon)


def _seam(left: Line, right: Line, lexicon: Lexicon) -> float:
    """What it costs to read one printed line on from another; negative where they belong together."""
    table = weights()["columns"]
    end, start = left.text[-1], right.text[0]
    if end.isdigit() and not start.isdigit():
        return table["number"] if _UNIT.match(start) else table["no_number"]
    if not is_han(end) or not is_han(start):
        return 0.0 if has_han(left.text + right.text) else _latin_seam(left.text, right.text)
    if lexicon.spans_seam(left.text, right.text):
        return table["word"]
    return table["torn"] if ends_torn(left.text, lexicon) or begins_torn(right.text, lexicon) else table["no_word"]


def _latin_seam(left: str, right: str) -> float:
    """What it costs to read one line of a Latin script on from another."""
    table = weights()["columns"]
    broken = _BROKEN.search(left)
    if broken is not None:
        word = re.match(r"[a-z]+", right)
        return table["word"] if word and is_word(broken[1] + word[0]) else table["torn"]
    small = right[:1].islower()
    if ends_sentence(left):
        return table["small_after_stop"] if small else table["capital_after_stop"]
    return table["small"] if small else table["capital"]
