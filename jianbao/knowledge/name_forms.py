"""What a Chinese name looks like: surnames, and how likely characters stand in a name."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from math import log

from jianbao.frozen import frozen
from jianbao.knowledge.phrases import double_surnames, phrases, single_surnames

RAREST = -11.5
"""Logarithm of the share of a character that the table leaves out."""
TWO, THREE, DOUBLE = log(0.25), log(0.7), log(0.02)
"""Of a hundred names about twenty-five have two characters, seventy have three, and two have a double surname."""


@frozen
class NameForms:
    """The logarithms of the shares of characters at the first, a middle and the last place of a name.

    `surname` finds a surname, a double one before a single one.
    """

    firsts: dict[str, float]
    middles: dict[str, float]
    lasts: dict[str, float]
    surname: re.Pattern[str]

    @classmethod
    def load(cls) -> NameForms:
        """As shipped."""
        text = files("jianbao.knowledge").joinpath("data", "name_characters.tsv").read_text(encoding="utf-8")
        rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
        first, middle, last = (
            {row[0]: float(row[column]) for row in rows if row[column] != "-"} for column in (1, 2, 3)
        )
        singles = single_surnames().union(*phrases("rarer_surnames"))
        surname = f"{'|'.join(sorted(double_surnames()))}|[{''.join(sorted(singles))}]"
        return cls(first, middle, last, re.compile(surname))

    def chance(self, name: str, surname: int) -> float:
        """The logarithm of the chance that a name is this one; `surname` says how many characters the surname has."""
        length = TWO if len(name) == 2 else THREE
        chance = DOUBLE + 2 * _FIRST_OF_TWO if surname == 2 else length + self.firsts.get(name[0], RAREST)
        for character in name[surname:-1]:
            chance += self.middles.get(character, RAREST)
        return chance + self.lasts.get(name[-1], RAREST)


_FIRST_OF_TWO = -2.0
"""Double surnames are a few dozen: about that much for each of the two characters."""


@cache
def name_forms() -> NameForms:
    """The forms of names, read once a process."""
    return NameForms.load()
