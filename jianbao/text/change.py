"""A change that a rule proposes to a string: rules return changes, the caller decides and applies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Change:
    """Characters `start` to `end` (half-open) of a string are to read `after`; `rule` names why."""

    start: int
    end: int
    after: str
    rule: str


Rule: TypeAlias = Callable[[str], Sequence[Change]]
"""Finds changes in a string, in order, none overlapping another."""
