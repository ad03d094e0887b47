"""The reasons for which a page is read as it is: the rows of the table of weights, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from jianbao.knowledge.weights import weights
from jianbao.reading.page import Reason


@cache
def reasons_of(section: str) -> Mapping[str, Reason]:
    """The rows of one section of the table by their cues, each as a reason named `section.cue`."""
    return {cue: Reason(f"{section}.{cue}", weight) for cue, weight in weights()[section].items()}


def total(reasons: Iterable[Reason]) -> float:
    """The cost that the reasons add up to."""
    cost = 0.0
    for reason in reasons:
        cost += reason.weight
    return cost


class Weighed(NamedTuple):
    """Reasons and the cost that they add up to, added up once for all the ways through a page that share them."""

    reasons: tuple[Reason, ...]
    cost: float


def weigh(reasons: Iterable[Reason]) -> Weighed:
    """The reasons with their cost."""
    weighed = tuple(reasons)
    return Weighed(weighed, total(weighed))


def both(first: Weighed, second: Weighed) -> Weighed:
    """The reasons of the first and then those of the second."""
    return Weighed(first.reasons + second.reasons, first.cost + second.cost)


NOTHING = weigh(())
"""What has no reason and no cost."""


@cache
def rows_of(section: str) -> Mapping[str, Weighed]:
    """The rows of one section of the table by their cues, each weighed by itself."""
    return {cue: weigh((reason,)) for cue, reason in reasons_of(section).items()}
