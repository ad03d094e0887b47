"""The reasons for which a page is read as it is: the rows of the table of weights, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

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
