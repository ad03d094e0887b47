"""Tables: rows of cells, told by gaps, leader dots or figures that stand one below the other. Their spaces are text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from jianbao.reading.lines import Line
from jianbao.text.characters import ems, fold_width

_GAP = re.compile(r"[ \u3000]{2,}|\u3000|\t[ \t]*")
_LEADERS = re.compile(r"\S.*?(?:\.[ .]{2,}\.|…{2,}|·{3,}|_{3,})\s*\S")
_FIGURE = re.compile(r"[-+]?[£$¥￥]?\d[\d.,:：/%％～~-]*[^\W\d]{0,4}\.?(?: \d[\d.]*[a-z]\.)*|(?:\d{1,2}月)?\d{1,2}日")
_ROWS = 3
_PAIRS = 4
_WIDEST_CELL = 8.0
"""Ems, of the median cell: what is wider is a column of prose beside another."""
_NUMBER_OF_CELLS = 3


def table_runs(lines: Sequence[Line]) -> tuple[tuple[int, int], ...]:
    """Where lines of a block are rows of a table: half-open ranges of their numbers, three rows at least."""
    if len(lines) < _ROWS:
        return ()
    texts = [line.text for line in lines]
    for rows in (_by_leaders(texts), _by_gaps(texts), _by_figures(texts)):
        runs = _stretches(rows, _ROWS)
        if runs:
            return runs
    return _stretches([_is_pair(text) for text in texts], _PAIRS)


def _stretches(rows: Sequence[bool], least: int) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    first = 0
    for at in range(len(rows) + 1):
        if at < len(rows) and rows[at]:
            continue
        if at - first >= least:
            runs.append((first, at))
        first = at + 1
    return tuple(runs)


def _by_leaders(texts: Sequence[str]) -> list[bool]:
    return [bool(_LEADERS.match(text)) for text in texts]


def _by_gaps(texts: Sequence[str]) -> list[bool]:
    """Lines with two gaps or more, or with one before a figure; only where the cells are narrow."""
    rows = [_GAP.split(text) for text in texts]
    cells = [ems(cell) for row in rows if len(row) > 1 for cell in row]
    if not cells or median(cells) > _WIDEST_CELL:
        return [False] * len(texts)
    return [len(row) >= _NUMBER_OF_CELLS or (len(row) == 2 and _is_figure(row[-1])) for row in rows]


def _by_figures(texts: Sequence[str]) -> list[bool]:
    """Lines of as many cells as the next, single spaces between them, with figures in the same places."""
    shapes = [_shape(text) for text in texts]
    return [bool(shape) and any(shape == other for other in _beside(shapes, at)) for at, shape in enumerate(shapes)]


def _shape(text: str) -> tuple[bool, ...]:
    """Which of the cells are figures; nothing for a line without, or with a sentence in it."""
    cells = text.split()
    shape = tuple(map(_is_figure, cells))
    fits = len(cells) >= _NUMBER_OF_CELLS and any(shape[1:]) and not shape[0] and max(map(ems, cells)) <= _WIDEST_CELL
    return shape if fits and not re.search(r"[，。；,;]", fold_width(text)) else ()


def _is_pair(text: str) -> bool:
    """A line of two narrow cells: 猪肉 每斤13.5元, 高玉梅 石桥镇居民. Only many of them in a row make a table."""
    cells = text.split()
    return (
        len(cells) == 2 and max(map(ems, cells)) <= _WIDEST_CELL and not re.search(r"[，。；：,;:]", fold_width(text))
    )


def _beside(shapes: Sequence[tuple[bool, ...]], at: int) -> Sequence[tuple[bool, ...]]:
    return [*shapes[max(0, at - 1) : at], *shapes[at + 1 : at + 2]]


def _is_figure(cell: str) -> bool:
    return bool(_FIGURE.fullmatch(cell))
