"""Where the stem of a settlement's name begins: 柳湾 in 先后到柳湾社区, 锦绣 in 下辖锦绣花园."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, takewhile

from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.locality_names import word_lists
from jianbao.knowledge.place_names import is_han
from jianbao.knowledge.word_classes import WordClass, class_of

NAMES = frozenset(
    {WordClass.PLACE, WordClass.STEM, WordClass.NOUN, WordClass.PROPER, WordClass.SUBJECT, WordClass.DESCRIBING}
)
"""Words of these classes may give a settlement its name."""
_ROADS = "路街巷"
_MAY_BEGIN = NAMES | {WordClass.VERB}
SHORTEST = 2


def stem_begins(text: str, stem_end: int, end: int, earliest: int, *, trusting: bool) -> int:
    """Where the stem that ends at stem_end begins, at `earliest` or later; -1 if what stands there is no name.

    The text up to `end` is cut into words. A stem is one word, with those before it
    that no dictionary knows, or two or three characters that make none. A word of the
    dictionary is one only where we are `trusting`: 红旗社区 is a name, 贫困村 is none.
    """
    run = stem_end
    while run > earliest and (is_han(text[run - 1]) or text[run - 1] == "·"):
        run -= 1
    words = [word for word in _cut(text[run:end], stem_end - run) if word]
    if not words:
        return -1
    last = words[-1]
    if last in word_lists()["estate_brands"] and len(words) > 1 and len(words[-2]) >= SHORTEST:
        brand = words[-2]
        return stem_end - len(brand) - len(last) if may_be_stem(brand, trusting=True) else -1  # 天元国际-小区
    if len(words) > 1 and stem_end - run <= SHORTEST + 1 and _is_whole(text, run, words):
        return run  # 金-水湾 between marks
    if len(last) >= SHORTEST:
        known = chinese_lexicon().is_word
        strange = takewhile(lambda word: len(word) > 1 and not known(word), reversed(words[:-1]))
        length = len(last) + sum(map(len, strange))
        return stem_end - length if may_be_stem(last, trusting=trusting) else -1
    if last in word_lists()["bare_endings"] and len(words) > 1 and len(words[-2]) == SHORTEST:
        return stem_end - SHORTEST - 1 if may_be_stem(words[-2], trusting=True) else -1  # 月牙-湾
    if last in _ROADS and len(words) > 1 and len(words[-2]) == SHORTEST and class_of(words[-2]) in _MAY_BEGIN:
        return stem_end - SHORTEST - 1  # 文明路-社区
    length = 0
    for word in reversed(words):
        if len(word) > 1 or word in _never() or length == SHORTEST + 1:
            break
        length += 1
    return stem_end - length if length >= SHORTEST else -1


def _is_whole(text: str, run: int, words: Sequence[str]) -> bool:
    """Whether the words stand between marks, and the first is one character that may begin a name."""
    begins = run == 0 or not is_han(text[run - 1])
    return begins and len(words[0]) == 1 and words[0] not in _never() and class_of(words[0]) in _MAY_BEGIN


def _cut(text: str, stem: int) -> list[str]:
    """The words of the text as far as they belong to its first `stem` characters."""
    words = list(chinese_lexicon().cut(text))
    ends = accumulate(len(word) for word in words)
    return [word[: len(word) - max(end - stem, 0)] for word, end in zip(words, ends, strict=True)]


def may_be_stem(word: str, *, trusting: bool) -> bool:
    """Whether a settlement may be called so."""
    lists = word_lists()
    if word in lists["no_names"] or word.endswith(lists["no_names"]) or word[-1] in _never():
        return False
    known = chinese_lexicon().is_word(word)
    return not known or (trusting and class_of(word) in NAMES)


@cache
def _never() -> frozenset[str]:
    return frozenset((*word_lists()["never_in_stem"], *word_lists()["boundary_before"]))
