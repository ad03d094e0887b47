"""Looking for all the words of the vocabulary in a text at once.

A word with a Chinese character, two characters at least, is found wherever it stands: by the first two of them, so that a
text is asked only for words that it may hold. Any other word or phrase is found as whole words, with or without the s of
the plural and in letters of either size: `court` in Courts, not in courtesy.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from jianbao.frozen import frozen
from jianbao.knowledge.topics import Topic
from jianbao.text.characters import has_han

K = TypeVar("K")
T = TypeVar("T")

_WORD = re.compile(r"[0-9]*[a-z\u00df-\u00f6\u00f8-\u017f][0-9a-z\u00df-\u00f6\u00f8-\u017f]*(?:['’][a-z]+)?")
_WORD_AS_CHARACTERS = 1.7
"""How many Chinese characters say as much as a word of another language."""
_SHORTEST_PLURAL = 4


@frozen
class Looked:
    """What a text says of the vocabulary: words with their counts, and its size in Chinese characters."""

    counts: Mapping[str, int]
    size: float


@frozen
class TopicWords:
    """The topics for which each word speaks, and all words by the way they are looked for. `names` are all topics, in order."""

    names: tuple[str, ...]
    speaks_for: Mapping[str, tuple[tuple[str, bool], ...]]
    by_pair: Mapping[int, tuple[str, ...]]
    pairs: frozenset[int]
    whole: frozenset[str]
    phrases: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, topics: Iterable[Topic]) -> TopicWords:
        """The words of these topics, each in the form in which it is looked for."""
        topics = tuple(topics)
        told = [(topic.name, True, heard_once(topic.strong)) for topic in topics]
        told += [(topic.name, False, heard_once(topic.weak)) for topic in topics]
        speaks_for = grouped((word, (name, strong)) for name, strong, words in told for word in sorted(words))
        chinese, others = [w for w in speaks_for if has_han(w)], [w for w in speaks_for if not has_han(w)]
        by_pair = grouped((pair, word) for word in chinese for pair in pairs_of(word[:2]))
        return cls(
            tuple(topic.name for topic in topics),
            speaks_for,
            by_pair,
            frozenset(by_pair),
            frozenset(word for word in others if " " not in word),
            grouped((word.partition(" ")[0], word) for word in others if " " in word),
        )


def look_for(words: TopicWords, text: str) -> Looked:
    """The words of the vocabulary that the text has."""
    text = text.lower()
    counts: dict[str, int] = {}
    for pair in words.pairs.intersection(pairs_of(text)):
        for word in words.by_pair[pair]:
            if count := text.count(word):
                counts[word] = count
    printed = _WORD.findall(text)
    if printed:
        counts |= count_whole(words, [singular(word) for word in printed])
    latin = sum(map(len, printed))
    return Looked(counts, max(0, len(text) - latin - len(printed)) + _WORD_AS_CHARACTERS * len(printed))


def pairs_of(text: str) -> Iterator[int]:
    """All pairs of neighbouring characters, as numbers: many times quicker than to cut the text into strings of two."""
    data = text.encode("utf-16-le", "surrogatepass")
    even, odd = data[: len(data) & ~3], data[2 : (len(data) - 2 & ~3) + 2]
    return chain(memoryview(even).cast("I"), memoryview(odd).cast("I"))


def count_whole(words: TopicWords, printed: list[str]) -> Iterator[tuple[str, int]]:
    """The words and phrases that stand among the printed words."""
    seen = Counter(printed)
    yield from ((word, seen[word]) for word in words.whole & seen.keys())
    line = f" {' '.join(printed)} "
    for first in words.phrases.keys() & seen.keys():
        for phrase in words.phrases[first]:
            count = line.count(f" {phrase} ")
            if count:
                yield phrase, count


def heard_once(words: Iterable[str]) -> frozenset[str]:
    """The words in the form in which they are looked for, without those that hold another: 党支部 is heard in 支部."""
    forms = {f for f in map(form, words) if f}
    known = {f if has_han(f) else f" {f} " for f in forms}
    return frozenset(k.strip() for k in known if not any(other in k for other in known - {k}))


def form(word: str) -> str:
    """A word of the vocabulary as it is looked for: small, and of other languages than Chinese its words in the singular."""
    word = word.strip().lower()
    return word if has_han(word) else " ".join(map(singular, _WORD.findall(word)))


def singular(word: str) -> str:
    """The word without the s of the plural or of the owner: miners, miner's → miner; press and gas stay."""
    word = word.removesuffix("'s").removesuffix("’s")
    return word[:-1] if len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss") else word


def grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    """The second ones by the first ones."""
    found: dict[K, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(group) for key, group in found.items()}
