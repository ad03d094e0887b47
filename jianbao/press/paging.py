"""Long lists cut into pages of fifty, and the years that head their parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Generic, TypeVar

from jianbao.press.edition import Entry

LENGTH = 50

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One page of a list: its number of `of`, its address, and the addresses of the leaves before and after."""

    number: int
    of: int
    path: str
    before: str
    after: str
    lines: tuple[T, ...]

    def bare(self) -> Leaf[T]:
        """The leaf without its lines: its place among the others."""
        return replace(self, lines=())


def leaves(path: str, lines: Sequence[T], length: int = LENGTH) -> Iterator[Leaf[T]]:
    """The pages of a list: the first at `path`, the others at `path` + `page/2/` …; an empty list has one page."""
    of = max(1, -(-len(lines) // length))
    for number in range(1, of + 1):
        yield Leaf(
            number,
            of,
            _address(path, number),
            _address(path, number - 1) if number > 1 else "",
            _address(path, number + 1) if number < of else "",
            tuple(lines[(number - 1) * length : number * length]),
        )


def packed(lines: Iterable[T], weigh: Callable[[T], int], most: int) -> list[tuple[T, ...]]:
    """The lines in packs of a weight of `most` at most; a heavier line is a pack by itself. Without lines an empty pack."""
    packs: list[list[T]] = [[]]
    weight = 0
    for line in lines:
        weight += weigh(line)
        if packs[-1] and weight > most:
            packs.append([])
            weight = weigh(line)
        packs[-1].append(line)
    return [tuple(pack) for pack in packs]


def by_year(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """The entries under their years; those without a known day under an empty year."""
    return [(year, list(run)) for year, run in groupby(entries, key=lambda entry: entry.year)]


def _address(path: str, number: int) -> str:
    return path if number == 1 else f"{path}page/{number}/"
