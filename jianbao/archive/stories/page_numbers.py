"""Numbers of newspaper pages, however they are printed: 04, 第四版, 4版 are one page; A2 is another one."""

from __future__ import annotations

import re

from jianbao.archive.stories.numbering import number_of

_FRAME = re.compile(r"^第?\s*0*(.*?)\s*[版页頁]?$")


def page_number(printed: str) -> str:
    """The number without its frame and zeros, Chinese numerals as digits; empty for none."""
    found = _FRAME.match(printed.strip())
    number = found[1].upper() if found else ""
    value = 0 if number.isascii() else number_of(number)
    return str(value) if value else number
