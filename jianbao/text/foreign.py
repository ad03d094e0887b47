"""An English function word alone between two Chinese characters: a text layer's translation of one (`and` for `和`)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jianbao.text.change import Change
from jianbao.text.characters import HAN

RULE = "foreign-word"
_EDGE = f"[{HAN}”）》%]"
_NEXT = f"[{HAN}“（《]"


def translate_back(text: str, words: Mapping[str, str]) -> list[Change]:
    """A change for each of the words that stands in spaces between two Chinese characters."""
    lowered = text.lower()
    if not any(word in lowered for word in words):
        return []
    pattern = re.compile(rf"(?<={_EDGE})(\s*)({'|'.join(map(re.escape, words))})(\s*)(?={_NEXT})", re.IGNORECASE)
    return [
        Change(found.start(), found.end(), words[found[2].lower()], RULE)
        for found in pattern.finditer(text)
        if found[1] or found[3]
    ]
