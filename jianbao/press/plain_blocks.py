"""Blocks of a body in which CommonMark has next to nothing to read, set without the library at a tenth of its price.

They are paragraphs and `##` sub-heads without marks, paragraphs that begin in bold, quotations of one such line, and
lists of such lines. A property test holds them to what the library gives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

LOSS = "[…]"
"""What stands in a text where the page lost some; the only text that reading ever inserts."""

_LOST = r"\\\[…\\\]|\[…\](?![(\[:])"
_FIRST = rf"(?:[0-9A-Za-z]|[^\x00-\x7f\s]|{_LOST})"
_UNMARKED = r"[^\x00-\x1f\x7f-\x9f\\`*_\[\]<>&]*"
_REST = rf"{_UNMARKED}(?:(?:{_LOST}){_UNMARKED})*"
_PLAIN = re.compile(_FIRST + _REST)
"""A line in which CommonMark can find nothing to read: it begins with no mark and holds none."""
_PARAGRAPH = re.compile(rf"(?:[A-Za-z]|[^\x00-\x7f\s]){_UNMARKED}(?<!\s)")
"""The same, of the kind that nearly every paragraph is: without a loss, and with no number that may open a list."""
_LISTED = re.compile(r"\d{1,9}[.)](?:\s|$)")
_HEADING = re.compile(r"## ([^#\s].*)")


def set_blocks(blocks: Sequence[str]) -> list[str | None]:
    """The HTML of every block; None where the library must read it.

    A list goes on behind what is no plain block, and what is none may belong to it: a list stands plainly between plain
    blocks only.
    """
    found = [
        f"<p>{block}</p>\n" if '"' not in block and _PARAGRAPH.fullmatch(block) else _set_block(block)
        for block in blocks
    ]
    if None not in found:
        return found
    return [
        _set_list(block) if html is None and block.startswith("- ") and _apart(found, place) else html
        for place, (block, html) in enumerate(zip(blocks, found, strict=True))
    ]


def _apart(found: Sequence[str | None], place: int) -> bool:
    return (place == 0 or found[place - 1] is not None) and (place + 1 == len(found) or found[place + 1] is not None)


def _set_block(block: str) -> str | None:
    heading = _HEADING.fullmatch(block) if block.startswith("## ") else None
    if heading:
        text = _set_text(heading[1])
        return f"<h2>{text}</h2>\n" if text is not None and "#" not in text else None
    if block.startswith("> "):
        text = _set_text(block[2:])
        return f"<blockquote>\n<p>{text}</p>\n</blockquote>\n" if text is not None else None
    text = _set_text(block)
    return f"<p>{text}</p>\n" if text is not None else None


def _set_list(block: str) -> str | None:
    """A list whose lines all are members, without room between them."""
    lines = block.split("\n")
    texts = [_set_text(line[2:]) if line.startswith("- ") else None for line in lines]
    members = [f"<li>{text}</li>\n" for text in texts if text is not None]
    return f"<ul>\n{''.join(members)}</ul>\n" if len(members) == len(lines) else None


def _set_text(text: str) -> str | None:
    """The HTML of a line of text without a mark but bold at its beginning; None for any other."""
    begins_bold = _bold().fullmatch(text) if text.startswith("**") else None
    if text != text.strip() or _LISTED.match(text) or not (begins_bold or _PLAIN.fullmatch(text)):
        return None
    quoted = text.replace("\\[…\\]", LOSS).replace('"', "&quot;")
    if begins_bold:
        bold, rest = quoted[2:].split("**")
        return f"<strong>{bold}</strong>{rest}"
    return quoted


@cache
def _bold() -> re.Pattern[str]:
    """A line that begins in bold. Compiled when there is one: a class as large as this takes milliseconds."""
    return re.compile(rf"\*\*(?P<bold>[\u4e00-\u9fff]+)\*\*(?P<rest>[\u4e00-\u9fff]{_REST})")
