"""Long lists cut into pages of fifty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from jianbao.frozen import frozen

LENGTH = 50

T = TypeVar("T")


@frozen
class Leaf(Generic[T]):
    """One page of a list: its number of `of`, its address, and the addresses of the leaves before and after.

    `near` are (number, address) of the first and the last leaf and of those around this one, itself among them.
    """

    number: int
    of: int
    path: str
    before: str
    after: str
    near: tuple[tuple[int, str], ...]
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
            leaf_path(path, number),
            leaf_path(path, number - 1) if number > 1 else "",
            leaf_path(path, number + 1) if number < of else "",
            tuple((one, leaf_path(path, one)) for one in _near(number, of)),
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


def leaf_path(path: str, number: int) -> str:
    """The address of a leaf of the list at `path`, by its number."""
    return path if number == 1 else f"{path}page/{number}/"


def _near(number: int, of: int) -> list[int]:
    around = range(max(1, number - 2), min(of, number + 2) + 1)
    return sorted({1, *around, of})
