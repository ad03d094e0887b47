"""Characters that no eye sees: control codes, zero-width marks, a stray BOM. They go; typographic ligatures open.

A soft hyphen goes too, but at a line's end, where it says that the word goes on.
"""

from __future__ import annotations

import re

from jianbao.text.change import Change

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]+"
    "|\u00ad(?![ \t\r]*\n)"
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ſ": "s"}
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")


def visible(text: str) -> str:
    """The text without them, for those who only look at it."""
    return _INVISIBLE.sub("", text)


def drop_invisible(text: str) -> list[Change]:
    """Deletes control and zero-width characters."""
    return [Change(found.start(), found.end(), "", "invisible") for found in _INVISIBLE.finditer(text)]


def open_ligatures(text: str) -> list[Change]:
    """Ligatures and the long s as the letters they stand for."""
    return [Change(found.start(), found.end(), _LIGATURES[found[0]], "ligature") for found in _LIGATURE.finditer(text)]
