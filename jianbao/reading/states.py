"""Where the reading of a page stands, and a step of the way through it."""

from __future__ import annotations

from typing import NamedTuple

from jianbao.reading.page import Reason
from jianbao.reading.places import Place
from jianbao.reading.reasons import NOTHING, Weighed


class State(NamedTuple):
    """Where the reading stands after a fragment: its place and what the article so far has shown.

    It is a named tuple because every step of every way looks it up. `body` is the number of the last body fragment (-1:
    none yet), `titled` counts the lines of the headline, as long as there is no body, and `subheads` the sub-heads, both
    to two. After a continuation the reading stands where it does after a paragraph. Ways that stand in the same state are
    one from there on, so a state tells no more than some later step asks for.
    """

    place: Place = Place.OUT
    body: int = -1
    titled: int = 0
    opened: bool = False
    """The body has a headline or has opened with 本报讯, so that another opening were a second one; or none comes."""
    subheads: int = 0
    large: bool = False
    special: bool = False
    """A photo story or an advertisement: no ordinary paragraph follows."""

    def at(self, place: Place) -> State:
        """The same article at another place: as `_replace`, which is slow, for what is done most."""
        return State(place, self.body, self.titled, self.opened, self.subheads, self.large, self.special)


class Move(NamedTuple):
    """A step of the way: a fragment takes `place` and leads to `state`; `starts` says that it begins an article.

    Its reasons stand as they are shared with other steps; few steps are taken and ever asked for them.
    """

    place: Place
    state: State
    starts: bool
    weighed: tuple[Weighed, ...]
    cost: float

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it costs what it costs."""
        return tuple(reason for reasons, _ in self.weighed for reason in reasons)


def move(
    place: Place,
    state: State,
    first: Weighed,
    second: Weighed = NOTHING,
    third: Weighed = NOTHING,
    *,
    starts: bool = False,
) -> Move:
    """The step for up to three lots of reasons."""
    return Move(place, state, starts, (first, second, third), first.cost + second.cost + third.cost)
