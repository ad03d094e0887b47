"""Makes `jianbao/text/traditional.txt` from OpenCC's table of characters.

It is run by `python -m jianbao.knowledge.sources.traditional PATH/TO/TSCharacters.txt`.

Only characters of the Basic Multilingual Plane that Big5 has, and that became one of GB 2312, are kept: what newspapers
print, small enough to be sent to every browser that searches. Where a character became several, OpenCC's first counts.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

DATA = Path(__file__).parent.parent.parent / "text" / "traditional.txt"
_A_LINE = 25
_REMARK = (
    "# A traditional character and its simplified one, for matching only; made by knowledge/sources/traditional.py."
)


def simplified_of(text: str) -> dict[str, str]:
    """What each traditional character of OpenCC's table became, in the order of the characters."""
    rows = (line.split("\t") for line in text.splitlines() if "\t" in line)
    became = {old: new.split(" ")[0] for old, new in rows}
    told = {old: became.get(new, new) for old, new in sorted(became.items())}
    return {old: new for old, new in told.items() if old != new and is_in(old, "big5") and is_in(new, "gb2312")}


def is_in(character: str, encoding: str) -> bool:
    """Whether an encoding has the character."""
    try:
        return len(character) == 1 and bool(character.encode(encoding))
    except UnicodeEncodeError:
        return False


def text_of(pairs: Mapping[str, str]) -> str:
    """The data file: a remark, then pairs, 25 a line."""
    row = [old + new for old, new in pairs.items()]
    lines = [" ".join(row[at : at + _A_LINE]) for at in range(0, len(row), _A_LINE)]
    return "\n".join([_REMARK, *lines, ""])


def main(path: str) -> None:
    """Write the file."""
    table = Path(path).read_text(encoding="utf-8-sig")
    DATA.write_text(text_of(simplified_of(table)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
