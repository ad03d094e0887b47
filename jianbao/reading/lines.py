"""Raw text → lines → blocks: what stands between blank lines, with the geometry that plain text still has.

The printed lines of a block are its physical lines, or, where a text layer has joined them by spaces, the chunks
between the spaces: their widths are those of the column. Nothing is tidied here; every line keeps its raw span.
"""

from __future__ import annotations

import re
from statistics import median

from jianbao.frozen import frozen
from jianbao.reading.page import Span
from jianbao.reading.sentence_ends import ends_sentence
from jianbao.text.characters import ems, has_han, is_full_width

_LINE = re.compile(r"[^\r\n\f\x0b\x1c-\x1e\x85\u2028\u2029]+")
_WIDEST, _PROSE = 50, 25
"""Ems: no column of a newspaper is as wide as the first; no headline as long as the second."""
_INDENT = re.compile(r"[\u3000 \t]*")


@frozen
class Line:
    """A printed line: its text without outer spaces, its raw span, its indent and its width, both in ems."""

    text: str
    span: Span
    indent: float

    @property
    def width(self) -> float:
        """The set width without the indent."""
        return ems(self.text)


@frozen
class Block:
    """The lines between two blank places: `gap` counts the line ends before it (2: one blank line; 0: page head).

    `measure` is the width of the column in ems, 0 where the block does not tell; `spaced` says that spaces stand for
    the printed line ends.
    """

    lines: tuple[Line, ...]
    gap: int
    measure: float
    spaced: bool

    @property
    def text(self) -> str:
        """The lines with single line ends between them."""
        return "\n".join(line.text for line in self.lines)


def cut_into_blocks(raw: str) -> tuple[Block, ...]:
    """The blocks of a raw page, in raw order."""
    blocks: list[Block] = []
    group: list[Line] = []
    apart = _prints_a_paragraph_a_line(raw)
    gap = end = 0
    for found in _LINE.finditer(raw):
        line = _line(raw, found.start(), found.end())
        if line is None:
            continue
        between = raw.count("\n", end, line.span[0]) or raw.count("\r", end, line.span[0])
        if group and (apart or between > 1 or "\f" in raw[end : line.span[0]]):
            blocks.append(_block(group, gap))
            group, gap = [], max(between, 2)
        elif not group:
            gap = between
        group.append(line)
        end = line.span[1]
    if group:
        blocks.append(_block(group, gap))
    return tuple(blocks)


def _prints_a_paragraph_a_line(raw: str) -> bool:
    """Whether every line of the page is a paragraph of its own, with no blank lines between.

    Then most of the text stands in lines that no column is as wide as, or nearly every line that is long enough to be
    one of prose ends a sentence; and hardly any line is blank.
    """
    lines = [line.strip() for line in raw.splitlines()]
    printed = [line for line in lines if line]
    if len(printed) < 2 or len(printed) < 0.8 * len(lines):
        return False
    wide = [line for line in printed if ems(line) > _WIDEST]
    if 2 * sum(map(len, wide)) > sum(map(len, printed)):
        return True
    prose = [line for line in printed if ems(line) > _PROSE]
    return len(prose) > 1 and sum(ends_sentence(line) for line in prose) >= 0.9 * len(prose)


def _line(raw: str, start: int, end: int) -> Line | None:
    text = raw[start:end]
    lead = _INDENT.match(text)
    indent = ems(lead[0]) if lead else 0.0
    body = text.strip()
    if not body:
        return None
    first = start + text.index(body[0])
    return Line(body, (first, first + len(body)), indent)


def _block(lines: list[Line], gap: int) -> Block:
    if len(lines) == 1:
        chunks = _printed_chunks(lines[0])
        if chunks:
            return Block(chunks, gap, measure_of(chunks), spaced=True)
    return Block(tuple(lines), gap, measure_of(tuple(lines)), spaced=False)


def measure_of(lines: tuple[Line, ...]) -> float:
    """The column's width: what the fuller half of the inner lines reaches; 0 from fewer than two lines."""
    if len(lines) < 2:
        return 0.0
    widths = sorted(line.indent + line.width for line in lines[:-1])
    return median(widths[len(widths) // 2 :])


def _printed_chunks(line: Line) -> tuple[Line, ...]:
    """The chunks of a line whose spaces are printed line ends: three or more, all but the last about equally wide."""
    chunks = [
        Line(m[0], (line.span[0] + m.start(), line.span[0] + m.end()), 0.0) for m in re.finditer(r"\S+", line.text)
    ]
    chunks = _mend_inner_spaces(chunks)
    if len(chunks) < 3 or not has_han(line.text):
        return ()
    measure = measure_of(tuple(chunks))
    if measure < 8:
        return ()
    near = sum(measure - 3.1 <= chunk.width <= measure + 1.6 for chunk in chunks[:-1])
    fits = near >= 0.75 * (len(chunks) - 1) and chunks[-1].width <= measure + 1.6
    return tuple(chunks) if fits and line.width > 24 else ()


def _mend_inner_spaces(chunks: list[Line]) -> list[Line]:
    """Chunks that a space inside a printed line has cut (`总投 资 369.7 亿元,`) put together again up to the measure."""
    if len(chunks) < 3:
        return chunks
    full = median(sorted(chunk.width for chunk in chunks)[len(chunks) // 2 :])
    out: list[Line] = []
    for chunk in chunks:
        last = out[-1] if out else None
        if (
            last
            and last.width < full - 2.5
            and last.width + chunk.width + 0.5 <= full + 1.6
            and not _ends_full(last.text)
        ):
            out[-1] = Line(f"{last.text} {chunk.text}", (last.span[0], chunk.span[1]), 0.0)
        else:
            out.append(chunk)
    return out


def _ends_full(text: str) -> bool:
    return bool(text) and is_full_width(text[-1]) and text[-1] in "。！？”"
