"""Where names of bodies may end: at the last words that bodies have, and at well-known names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jianbao.knowledge.bodies import End, bodies
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.word_classes import WordClass, class_of

KNOWN = "known"
"""The freedom of a well-known name: nothing need stand before it."""


class LastWord(NamedTuple):
    """The last word of a name at text[start:end], and what it is."""

    start: int
    end: int
    is_end: End


def find_ends(text: str, ends: Sequence[int]) -> Iterator[LastWord]:
    """The last words in their order; of two that end together the longer one. `ends` are where the words of the text end."""
    lists = bodies()
    reached = 0
    for match in lists.last_words.finditer(text):
        start, end = match.span(1)
        if end <= reached:
            continue
        is_end = end_of(match[1])
        number = bisect_left(ends, end)
        word_start = ends[number - 1] if number else 0
        if is_end is None:
            reached = end
        elif (
            _stands_alone(text, start, end, word_start, ends[number])
            and not _is_other_word(text, word_start, start, end)
            and not (is_end.freedom == KNOWN and end - start < 3 and ends[bisect_right(ends, start) - 1] != start > 0)
        ):
            reached = end
            yield LastWord(start, end, is_end)


def end_of(word: str) -> End | None:
    """What the word is; None for one that only looks like the last word of a name."""
    lists = bodies()
    kind = lists.known.get(word)
    return End(kind, KNOWN) if kind else lists.ends.get(word)


def _is_other_word(text: str, word_start: int, start: int, end: int) -> bool:
    """Is it the last character of a word that is no body? 格局 is no 局."""
    word = text[word_start:end]
    if end - start > 1 or len(word) < 2:
        return False
    is_word = chinese_lexicon().is_word
    if class_of(word) in (WordClass.PLACE, WordClass.STEM, WordClass.PROPER) and is_word(word):
        return True
    return word in bodies().not_ends or (is_word(word[-2:]) and (len(word) == 2 or is_word(word[:-2])))


_GLUED = frozenset("等和与及的将在把向对由为")
"""What the cut glues to the end of a word that it does not know: 旅游 + 报等."""


def _stands_alone(text: str, start: int, end: int, word_start: int, word_end: int) -> bool:
    """Does a word end here? What the cut has joined to it may be a word of its own: 区委 + 书记, or no word at all."""
    if word_end == end:
        return True
    is_word = chinese_lexicon().is_word
    if not is_word(text[word_start:word_end]):
        return end - start > 2 or text[end] in _GLUED or is_word(text[end:word_end])
    return is_word(text[end:word_end]) and is_word(text[word_start:end])
