"""The cheapest way to read a page: what every fragment is, where articles begin, what goes on with what.

A page is a row of fragments; a way through it gives each a place. All costs that the grammar (`grammar`) puts on the
steps are added over the page and the cheapest way is taken (Viterbi); the costs forward and backward give the margin of
every decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from jianbao.frozen import frozen
from jianbao.reading.cues import Cues
from jianbao.reading.grammar import Grammar
from jianbao.reading.places import Place
from jianbao.reading.seams import SeamSense
from jianbao.reading.states import Move, State


@frozen
class Choice:
    """What was decided for a fragment, the best way to decide otherwise, and how much dearer the page is then."""

    move: Move
    rival: Move | None
    margin: float
    start_margin: float
    """How much dearer the page is when the fragment begins an article after all, or does not."""

    @property
    def runner_up(self) -> str:
        """The place that the fragment nearly took."""
        return (Place.OUT if self.rival is None else self.rival.place).value


def cheapest_path(cues: tuple[Cues, ...], sense: SeamSense) -> tuple[Choice, ...]:
    """The choice for every fragment on the cheapest way through the page."""
    if not cues:
        return ()
    grid = _Grid(cues, sense)
    return tuple(grid.choices())


_CLEAR = 99.0
"""The margin of a choice that had no rival within reach."""
_BEAM = 12.0
"""A state that costs by so much more than the best one at its place is not followed further: odds of e to the twelfth."""


class _Step(NamedTuple):
    """A move from a state, and what the page costs up to and with it."""

    cost: float
    before: State
    move: Move


class _Grid:
    """All ways through a page that are worth a look, with the costs of coming and of going on.

    Before every fragment each way may end its article: the cheapest of those ends is the one place from which the next
    article, label or banner begins.
    """

    def __init__(self, cues: tuple[Cues, ...], sense: SeamSense) -> None:
        self._grammar = Grammar(cues, sense)
        self._length = len(cues)
        self._inner: list[list[_Step]] = []
        self._outer: list[list[_Step]] = []
        self._ways: list[dict[State, _Step]] = []
        self._coming: list[dict[State, float]] = [{State(): 0.0}]
        self._closing: list[dict[State, float]] = []
        for number in range(self._length):
            self._advance(number)
        self._cost, self._last = self._end()

    def _end(self) -> tuple[float, State]:
        """The cheapest way to have ended by now, and the state it ended from."""
        states = self._coming[-1]
        closing = {state: self._grammar.closing(state) for state in states}
        self._closing.append(closing)
        return min([(states[state] + cost, state) for state, cost in closing.items()], key=itemgetter(0))

    def _advance(self, number: int) -> None:
        here = self._coming[number]
        ended, last = self._end()
        inner = [
            _Step(cost + move.cost, state, move)
            for state, cost in here.items()
            for move in self._grammar.goes_on(state, number)
        ]
        outer = [_Step(ended + move.cost, last, move) for move in self._grammar.begins(number)]
        reached: dict[State, _Step] = {}
        for step in chain(inner, outer):
            state = step.move.state
            known = reached.get(state)
            if known is None or step.cost < known.cost - 1e-9:
                reached[state] = step
        worth = min([step.cost for step in reached.values()]) + _BEAM
        kept = {state: step.cost for state, step in reached.items() if step.cost <= worth}
        self._inner.append([step for step in inner if step.move.state in kept])
        self._outer.append([step for step in outer if step.move.state in kept])
        self._ways.append(reached)
        self._coming.append(kept)

    @cached_property
    def _going(self) -> list[dict[State, float]]:
        """The cheapest cost from a state after fragment n to the page's end."""
        going: list[dict[State, float]] = [{} for _ in range(self._length + 1)]
        going[-1] = self._closing[-1]
        for number in range(self._length - 1, -1, -1):
            after = going[number + 1]
            begin = min([move.cost + after[move.state] for _, _, move in self._outer[number]], default=1e18)
            here = {state: begin + cost for state, cost in self._closing[number].items()}
            for _, state, move in self._inner[number]:
                cost = move.cost + after[move.state]
                if cost < here[state]:
                    here[state] = cost
            going[number] = here
        return going

    def choices(self) -> Iterator[Choice]:
        """The choice for every fragment, in order."""
        best = self._cost
        for number, move in enumerate(self._best_way()):
            after = self._going[number + 1]
            cost, rival, otherwise = best + _CLEAR, None, best + _CLEAR
            for before, _, other in chain(self._inner[number], self._outer[number]):
                whole = before + after[other.state]
                if other.place is not move.place and (rival is None or (whole, other.place) < (cost, rival.place)):
                    cost, rival = whole, other
                if whole < otherwise and other.starts is not move.starts:
                    otherwise = whole
            yield Choice(move, rival, min(cost - best, _CLEAR), otherwise - best)

    def _best_way(self) -> list[Move]:
        state = self._last
        way: list[Move] = []
        for ways in reversed(self._ways):
            _, state, move = ways[state]
            way.append(move)
        return way[::-1]
