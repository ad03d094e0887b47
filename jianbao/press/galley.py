"""Galleys (长条校样): an edition cut into parts that are printed apart, by several hands at once.

A family is made of jobs, and of sheets that belong to no job. It is cut where its members can be told apart beforehand;
else every hand goes through all of it, and looks at every so-manieth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

from jianbao.frozen import frozen
from jianbao.press.docket import Job
from jianbao.press.sheet import Sheet

T = TypeVar("T")
Work = Sheet | Job
Make = Callable[[], Iterable[Work]]

Place = tuple[int, int, int]
"""Where a sheet or a job stands in the edition: its family, the piece of the family, its number in the piece."""


@frozen
class Galley:
    """Some work of a family: what `make` gives, of which the one numbered `first` counts and every `step`-th after it."""

    family: int
    piece: int
    make: Make
    first: int = 0
    step: int = 1

    def sheets(self) -> Iterator[tuple[Place, Work]]:
        """The sheets and jobs with their places."""
        for number, one in enumerate(islice(self.make(), self.first, None, self.step)):
            yield (self.family, self.piece, self.first + number * self.step), one


@frozen
class Family:
    """Sheets that stand together, in pieces; with `in_turn` the hands take the work of every piece by turns."""

    pieces: tuple[Make, ...]
    in_turn: bool = False


def family(make: Callable[..., Iterable[Work]], *of: object) -> Family:
    """A family that cannot be cut beforehand."""
    return Family((partial(make, *of),), in_turn=True)


def whole(make: Callable[..., Iterable[Work]], *of: object) -> Family:
    """A family that one hand makes: it is small, or its sheets share what is costly to make."""
    return Family((partial(make, *of),))


def cut(make: Callable[[Sequence[T]], Iterable[Work]], members: Sequence[T], length: int) -> Family:
    """A family cut into pieces of `length` members."""
    starts = range(0, len(members), length)
    return Family(tuple(partial(make, members[start : start + length]) for start in starts))


def galleys(families: Iterable[Family], hands: int) -> list[Galley]:
    """The families as galleys for so many hands: what cannot be cut goes first, so that no hand is left with it in the end."""
    numbered = list(enumerate(families))
    return [
        Galley(number, piece, make, first, step)
        for is_cut in (False, True)
        for number, one in numbered
        if (len(one.pieces) > 1) is is_cut
        for step in (hands if one.in_turn else 1,)
        for piece, make in enumerate(one.pieces)
        for first in range(step)
    ]
