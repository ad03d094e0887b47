"""A change that a rule proposes to a string: rules return changes, the caller decides and applies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias


class Change(NamedTuple):
    """Characters `start` to `end` (half-open) of a string are to read `after`; `rule` names why.

    A named tuple, for a page has hundreds of them: made in half the time of a dataclass.
    """

    start: int
    end: int
    after: str
    rule: str


Rule: TypeAlias = Callable[[str], Sequence[Change]]
"""Finds changes in a string, in order, none overlapping another."""
