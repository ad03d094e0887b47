"""What a page is called that is one of several in a raw file: 2022-09.txt#2. A page that is alone has its file's name."""

from __future__ import annotations

import re

_NUMBERED = re.compile(r"(?P<file>.+)#(?P<number>[1-9]\d{0,5})", re.DOTALL)


def page_name(raw_file: str, number: int) -> str:
    """The name of a page by its number in the raw file."""
    return f"{raw_file}#{number}"


def cut_name(name: str) -> tuple[str, int]:
    """The raw file and the number of the page in it, 0 where the name has none."""
    found = _NUMBERED.fullmatch(name)
    return (found["file"], int(found["number"])) if found else (name, 0)
