"""The fences of an article's file, two lines of `---`: what stands between them, and what stands after."""

from __future__ import annotations

import re
from typing import NamedTuple

from jianbao.content.article import KEYS
from jianbao.problems import Problem

FENCE = "---"


class Cut(NamedTuple):
    """A file cut at its fences: the YAML between them, the body after them without the blank lines around it."""

    front: str
    body: str


def even_out(text: str) -> str:
    """`text` without BOM and with the line ends of this archive, so that an editor's habits are no changes."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def cut_fences(file: str, text: str) -> Cut | Problem:
    """The file cut at its fences; a Problem where one of them is missing. Without front matter all of it is body."""
    text = even_out(text)
    first, _, rest = text.lstrip("\n").partition("\n")
    if first.rstrip() != FENCE:
        from jianbao.content.front_repair import missing_open  # nearly every file has its fences

        return missing_open(file, text, KEYS) or Cut("", text.strip("\n"))
    close = re.search(r"^---[ \t]*(?:\n|\Z)", rest, re.MULTILINE)
    if close is None:
        from jianbao.content.front_repair import missing_close

        return missing_close(file, text)
    return Cut(rest[: close.start()], rest[close.end() :].strip("\n"))
