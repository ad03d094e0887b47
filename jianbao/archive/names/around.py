"""What stands around a name and lets it be one, or shows that it is part of something longer."""

from __future__ import annotations

from functools import cache

from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.locality_names import word_lists
from jianbao.knowledge.phrases import single_surnames
from jianbao.knowledge.place_names import is_han


def begins_here(text: str, start: int) -> bool:
    """Whether a name may begin at the place: at a boundary, behind a word, or behind what belongs to no name."""
    before = text[start - 1 : start]
    if not before or not is_han(before) or before in _boundaries():
        return True
    return chinese_lexicon().is_word(text[max(start - 2, 0) : start]) and text[start - 2] not in "、，"


def is_torn_off(text: str, start: int) -> bool:
    """Whether the character before a name of two characters belongs to it: 任 of 任小营村, 大 of 大王庄村."""
    before = text[start - 1 : start]
    return before in _belongs() and not begins_here(text, start)


def ends_here(text: str, end: int) -> bool:
    """Whether a name without its tail may end at the place: at a boundary or before a word, and nobody speaks there."""
    lists = word_lists()
    if text.startswith((*lists["speaks"], *lists["not_after"], *lists["estates"]), end):
        return False
    after = text[end : end + 1]
    if not after or not is_han(after) or after in _boundaries():
        return True
    return any(chinese_lexicon().is_word(text[end : end + length]) for length in (2, 3))


def names_something_else(text: str, end: int) -> bool:
    """Whether the name goes on to name a school, a road, a shop."""
    return text.startswith(word_lists()["not_after"], end)


@cache
def _boundaries() -> frozenset[str]:
    return frozenset(word_lists()["boundary_before"])


@cache
def _belongs() -> frozenset[str]:
    return frozenset("".join(word_lists()["belongs_to_name"])) | frozenset(single_surnames())
