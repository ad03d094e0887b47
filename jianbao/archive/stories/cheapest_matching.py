"""The best matching of two sides: nobody twice, the sum of what speaks for the pairs greatest (Kuhn and Munkres)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

Pair = tuple[str, str]


def best_matching(scores: Mapping[Pair, int]) -> dict[str, str]:
    """From the one side to the other, over the pairs that have a score above 0. Equal sums fall by the names."""
    rows, columns = sorted({one for one, _ in scores}), sorted({other for _, other in scores})
    width = max(len(rows), len(columns))
    costs = [
        [-max(0, scores.get((row, column), 0)) for column in columns] + [0] * (width - len(columns)) for row in rows
    ]
    row_of = _assign(costs, width)
    pairs = {
        rows[row - 1]: columns[column - 1] for column, row in enumerate(row_of) if row and 0 < column <= len(columns)
    }
    return {one: other for one, other in pairs.items() if scores.get((one, other), 0) > 0}


def groups(scores: Mapping[Pair, int]) -> Iterator[dict[Pair, int]]:
    """The scores in groups that have nobody in common: each can be matched alone, and most are of one pair."""
    by_end: dict[tuple[int, str], list[Pair]] = {}
    for pair in scores:
        for end in enumerate(pair):
            by_end.setdefault(end, []).append(pair)
    seen: set[Pair] = set()
    for start in scores:
        group, left = {}, [start]
        while left:
            pair = left.pop()
            if pair not in seen:
                seen.add(pair)
                group[pair] = scores[pair]
                left += [other for end in enumerate(pair) for other in by_end[end]]
        if group:
            yield group


def total(scores: Mapping[Pair, int], matching: Mapping[str, str]) -> int:
    """The sum of the scores of a matching."""
    return sum(scores[pair] for pair in matching.items())


def _assign(costs: list[list[int]], width: int) -> list[int]:
    """The row of every column, both counted from 1; column 0 is that of the row under way."""
    row_of, row_price, column_price = [0] * (width + 1), [0] * (len(costs) + 1), [0] * (width + 1)
    for row in range(1, len(costs) + 1):
        row_of[0] = row
        _augment(costs, row_of, row_price, column_price)
    return row_of


def _augment(costs: list[list[int]], row_of: list[int], row_price: list[int], column_price: list[int]) -> None:
    """Find a column for the row under way along the cheapest alternating path, and hand the columns on along it."""
    far = 1 + sum(-min(row, default=0) for row in costs) + sum(map(abs, row_price)) + sum(map(abs, column_price))
    columns = range(1, len(row_of))
    least, before, seen, at = [far] * len(row_of), [0] * len(row_of), {0}, 0
    while row_of[at]:
        row = row_of[at]
        for column in columns:
            slack = costs[row - 1][column - 1] - row_price[row] - column_price[column]
            if column not in seen and slack < least[column]:
                least[column], before[column] = slack, at
        nearest = min((column for column in columns if column not in seen), key=lambda column: (least[column], column))
        step = least[nearest]
        for column in range(len(row_of)):
            if column in seen:
                row_price[row_of[column]] += step
                column_price[column] -= step
            else:
                least[column] -= step
        at = nearest
        seen.add(at)
    while at:
        row_of[at] = row_of[before[at]]
        at = before[at]
