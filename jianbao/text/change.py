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


def apply_changes(text: str, changes: Sequence[Change]) -> str:
    """The text with the changes made; they must be in order and must not overlap."""
    out, done = [], 0
    for change in changes:
        out += [text[done : change.start], change.after]
        done = change.end
    return "".join([*out, text[done:]])
