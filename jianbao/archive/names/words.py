"""The words of a passage: it is cut once, for organizations and for keywords; and what may set it apart is counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Protocol

from jianbao.archive.names.found import Span
from jianbao.archive.names.passage import TITLE, Passage
from jianbao.archive.names.telling_words import telling_words, telling_words_in_english
from jianbao.frozen import frozen
from jianbao.knowledge.rarity import rarity

AT_MOST = 24
"""Words that are counted in a passage: those with the highest count times rarity in the news at large."""
IN_TITLE = 2
"""How often a word of the title lines counts."""


class Cutter(Protocol):
    """What cutting asks of a lexicon."""

    def cut(self, text: str) -> Iterator[str]:
        """The words of the text one after the other; put together again they are the text."""


@frozen
class Words:
    """For each part of a passage the offsets at which its words end, in their order; marks and spaces are words too."""

    ends: Mapping[str, tuple[int, ...]]


UNCUT = Words({})
"""Of a passage that parts its words by spaces: they are seen as it is read."""


def cut_words(passage: Passage, lexicon: Cutter) -> Words:
    """The words of every part of a Chinese passage."""
    return Words({part: tuple(accumulate(map(len, lexicon.cut(text)))) for part, text in passage.parts()})


def count_words(passage: Passage, words: Words, names: Iterable[Span]) -> dict[str, int]:
    """The words that may set the passage apart and how often each stands in it, by the word; see `AT_MOST`, `IN_TITLE`.

    `names` are the places of the found names: nothing of the names is a word, nor are the districts and the authors of the
    passage, numbers, single characters, and words that say nothing.
    """
    texts = dict(passage.parts())
    named = _any_of({texts[span.part][span.start : span.end] for span in names})
    counts: Counter[str] = Counter()
    for part, text in texts.items():
        free = named.sub(lambda name: " " * len(name[0]), text)
        told = telling_words(free, words.ends[part]) if passage.is_chinese else telling_words_in_english(free)
        counts.update({word: count * (IN_TITLE if part == TITLE else 1) for word, count in told.items()})
    linked = "\n".join((passage.city, *passage.districts, *(name for name, _ in passage.authors)))
    for word in [word for word in counts if word in linked]:
        del counts[word]
    weightiest = sorted(counts, key=lambda word: (-round(counts[word] * rarity(word), 6), word))[:AT_MOST]
    return {word: counts[word] for word in sorted(weightiest)}


def _any_of(names: set[str]) -> re.Pattern[str]:
    """Finds the names wherever they stand, where they were not found too; the longest at any place."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, longest_first)) or "(?!)")
