"""Which new article is which old one: the best matching of all by the likeness of their texts, so that ids stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

LIKE_ENOUGH = 0.3
"""Two texts that share less of their pairs of characters than this are two articles."""


def match(new: Sequence[str], old: Sequence[str]) -> dict[int, int]:
    """For each new text the number of the old one that it continues: no old one twice, the sum of likenesses greatest."""
    ours, theirs = [_pairs(text) for text in new], [_pairs(text) for text in old]
    likeness = [[_likeness(one, other) for other in theirs] for one in ours]
    weights = [[value if value >= LIKE_ENOUGH else 0.0 for value in row] for row in likeness]
    return {one: other for one, other in _assign(weights).items() if weights[one][other] > 0}


def alike(one: str, other: str) -> bool:
    """Whether two texts may be one, read twice. Pages of one paper share an eighth of their pairs by chance."""
    return _likeness(_pairs(one), _pairs(other)) >= LIKE_ENOUGH


def _pairs(text: str) -> Counter[str]:
    bare = "".join(text.split())
    return Counter(bare[at : at + 2] for at in range(max(1, len(bare) - 1)))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of common pairs: of both together or, for a part split off or a text that grew, of the smaller one."""
    common = (one & other).total()
    both = 2 * common / max(1, one.total() + other.total())
    smaller = common / max(1, min(one.total(), other.total()))
    return max(both, 0.6 * smaller)


def _assign(weights: list[list[float]]) -> dict[int, int]:
    """The assignment of rows to columns with the greatest sum (Kuhn and Munkres, in the form with potentials)."""
    if not weights or not weights[0]:
        return {}
    rows, columns = len(weights), max(len(weights), len(weights[0]))
    cost = [[-weight for weight in row] + [0.0] * (columns - len(row)) for row in weights]
    row_of = [0] * (columns + 1)  # 1-based; 0 is nobody
    row_potential, column_potential = [0.0] * (rows + 1), [0.0] * (columns + 1)
    for row in range(1, rows + 1):
        way = _cheapest_way(row, cost, row_of, row_potential, column_potential)
        column = way.pop()
        while way:
            before = way.pop()
            row_of[column] = row_of[before]
            column = before
        row_of[column] = row
    return {row_of[c] - 1: c - 1 for c in range(1, len(weights[0]) + 1) if row_of[c]}


def _cheapest_way(
    row: int, cost: list[list[float]], row_of: list[int], row_potential: list[float], column_potential: list[float]
) -> list[int]:
    """The columns of the cheapest alternating way from `row` to a free column, the first of them first."""
    columns = len(column_potential) - 1
    row_of[0] = row
    column = 0
    least, came_from, seen = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
    while row_of[column]:
        seen[column] = True
        here = row_of[column]
        for other in range(1, columns + 1):
            if not seen[other]:
                slack = cost[here - 1][other - 1] - row_potential[here] - column_potential[other]
                if slack < least[other]:
                    least[other], came_from[other] = slack, column
        nearest = min((other for other in range(1, columns + 1) if not seen[other]), key=lambda other: least[other])
        step = least[nearest]
        for other in range(columns + 1):
            if seen[other]:
                row_potential[row_of[other]] += step
                column_potential[other] -= step
            else:
                least[other] -= step
        column = nearest
    way = [column]
    while came_from[column]:
        column = came_from[column]
        way.append(column)
    return way[::-1]
