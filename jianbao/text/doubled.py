"""A doubled function character (`不不掉线` for `不掉线`): one too many where neither belongs to a word with its neighbour."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache

from jianbao.text.change import Change

RULE = "doubled-character"


def drop_doubled(
    text: str, doubling: frozenset[str], negations: Collection[str], is_word: Callable[[str], bool]
) -> list[Change]:
    """Makes one of two equal characters of `doubling`, unless it makes a word with what stands beside it.

    `在在建项目` is 在 and 在建 and stays. A negation stays only where the pair belongs to the word before it: nobody
    negates a negated word (`不不掉线`), though `不掉` may be one.
    """
    changes = []
    for found in _pair_of(doubling).finditer(text):
        character, at = found[1], found.start()
        is_run = character in (text[at - 1 : at], text[at + 2 : at + 3])
        if is_run:
            continue
        with_before = (found[0], text[max(0, at - 1) : at + 1], text[at - 1 : at + 2])
        with_after = () if character in negations else (text[at : at + 3], text[at + 1 : at + 3], text[at + 1 : at + 4])
        if not any(len(word) > 1 and is_word(word) for word in with_before + with_after):
            changes.append(Change(at, at + 2, character, RULE))
    return changes


@lru_cache(maxsize=2)
def _pair_of(characters: frozenset[str]) -> re.Pattern[str]:
    """One of the characters twice; found several times as fast as any character twice."""
    return re.compile(rf"([{re.escape(''.join(sorted(characters)))}])\1" if characters else "(?!)")
