"""A damage: its name, how likely a page has it, and what it does. The list of all of them, in the order they befall.

A damage gives back the very sheet it got where it finds nothing to damage, and says so by that. It changes the truth
only where the printed page itself would no longer let anyone know better (a loss, a label, a jump line).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from random import Random
from typing import TypeAlias

from tests.robustness.sheet import Sheet


class Stage(IntEnum):
    """When it happens: to the copy, to the strips of the set page, to the text, to the bytes of the file."""

    COPY = 0
    STRIPS = 1
    TEXT = 2
    FILE = 3


Change: TypeAlias = Callable[[Sheet, Random], Sheet]


@dataclass(frozen=True, slots=True)
class Damage:
    """`languages` is the set it can befall, `line_ends` the ways of a file's line ends under which it can be undone."""

    name: str
    stage: Stage
    likelihood: float
    change: Change
    languages: frozenset[str] = frozenset({"zh", "en"})
    line_ends: frozenset[str] = frozenset({"lost", "spaces", "kept"})

    def fits(self, sheet: Sheet) -> bool:
        """Whether it can befall such a page."""
        return sheet.language in self.languages and sheet.setting.line_ends in self.line_ends


def befall(sheet: Sheet, damages: Iterable[Damage], seed: str, always: str = "") -> Sheet:
    """The sheet after the damages that chance chose; each draws from its own numbers, so that a new one moves no other.

    `always` names one that comes to every page it fits.
    """
    for damage in damages:
        rng = Random(f"{seed}/{damage.name}")
        chance = 1.0 if damage.name == always else damage.likelihood
        if rng.random() >= chance or not damage.fits(sheet):
            continue
        damaged = damage.change(sheet, rng)
        if damaged is not sheet:
            sheet = replace(damaged, damages=(*damaged.damages, damage.name))
    return sheet
