"""A drop capital that stands apart from its word (`T HE mayor`): the first word of an English paragraph is set in capitals."""

from __future__ import annotations

import re
from collections.abc import Callable

from jianbao.text.change import Change

RULE = "drop-cap"
_APART = re.compile(r"""\s*["“'‘]?(?P<initial>[A-Z])(?P<space> +)(?P<rest>[A-Z]+)(?=[ ,][^A-Z]|[ ,][A-Z][a-z])""")
_WORDS = frozenset("AIO")
"""Letters that are words by themselves: `A NEW bridge` stays."""


def join_drop_cap(text: str, is_word: Callable[[str], bool]) -> list[Change]:
    """The space after the first letter, where it cuts a word in capitals; `is_word` is asked of the whole and the rest."""
    found = _APART.match(text)
    if not found or not is_word(found["initial"] + found["rest"]):
        return []
    if found["initial"] in _WORDS and len(found["rest"]) > 1 and is_word(found["rest"]):
        return []
    return [Change(found.start("space"), found.end("space"), "", RULE)]
