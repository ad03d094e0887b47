"""The nought of a year in Chinese numerals, typed as the letter O, a circle or an ASCII 0: `二O二三年` is 二〇二三年.

The shapes on paper are the same; GB/T 15835-2011 calls the sign 〇. Elsewhere a circle or letter stays what it is.
"""

from __future__ import annotations

import re

from jianbao.text.change import Change

RULE = "year-zero"
_NUMERAL = "一二三四五六七八九〇零"
_NOUGHT = "OoＯｏ○◯0０"
_YEAR = re.compile(
    rf"[一二](?<![{_NUMERAL}{_NOUGHT}\d].)[{_NUMERAL}{_NOUGHT}][{_NUMERAL}{_NOUGHT}]{{2}}(?=\s*年)", re.DOTALL
)
"""It looks behind after its first character: a pattern that begins with looking behind is tried at every place."""
_NOUGHTS = re.compile(f"[{_NOUGHT}]")


def write_year_zeros(text: str) -> list[Change]:
    """A change for every nought of a year that is otherwise in Chinese numerals."""
    return [
        Change(year.start() + found.start(), year.start() + found.end(), "〇", RULE)
        for year in _YEAR.finditer(text)
        for found in _NOUGHTS.finditer(year[0])
    ]
