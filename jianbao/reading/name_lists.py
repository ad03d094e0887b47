"""Lists of names: their spaces and line ends separate the names and are text (`张三 李四` is never glued together)."""

from __future__ import annotations

import re

from jianbao.reading.byline import is_personal_name
from jianbao.text.characters import fold_width

_HEADING = re.compile(r"^[^:\s]{2,20}:")
_LEAST, _LONGEST = 4, 4
"""Entries of a list, and characters of an entry."""
_SHARE = 0.7
"""Of the entries so many must have the form of a name."""


def is_name_list(text: str) -> bool:
    """Whether the text is names with white space between them, a heading before them or not."""
    words = text.split()
    if len(words) < _LEAST or len(words[-1]) > _LONGEST:
        return False  # as nearly all texts are told at once
    entries = _HEADING.sub("", fold_width(text).strip()).split()
    if len(entries) < _LEAST or any(len(entry) > _LONGEST for entry in entries):
        return False
    return sum(map(is_personal_name, entries)) >= _SHARE * len(entries)
