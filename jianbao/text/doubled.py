"""A doubled function character (`不不掉线` for `不掉线`): one too many where neither belongs to a word with its neighbour."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from jianbao.text.change import Change

RULE = "doubled-character"


def drop_doubled(text: str, doubling: Collection[str], is_word: Callable[[str], bool]) -> list[Change]:
    """Deletes the second of two equal characters of `doubling`, unless the pair or a pair with a neighbour is a word."""
    changes = []
    for found in re.finditer(r"(.)\1", text):
        character, at = found[1], found.start()
        before, after = text[max(0, at - 1) : at + 1], text[at + 1 : at + 3]
        around = (found[0], before, after, text[at - 1 : at + 2], text[at : at + 3], text[at + 1 : at + 4])
        is_run = character in (text[at - 1 : at], text[at + 2 : at + 3])
        if character in doubling and not is_run and not any(len(word) > 1 and is_word(word) for word in around):
            changes.append(Change(at + 1, at + 2, "", RULE))
    return changes
