"""What an article is about, by the words of the vocabulary that it uses. No training, no chance: a rule one can follow.

Measured on the forty articles of the first five pages, which the vocabulary was written with: every article got a right
topic, 65 topics were given, 2 of them wrong. Expect less on other papers.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from jianbao.knowledge.topics import Topics

STRONG_IN_TITLE, STRONG, WEAK = 4.0, 2.0, 0.5
"""Points of a word: once for the title lines; in the text for one hit, growing with the count to the power of GROWTH."""
GROWTH, COUNTED = 0.75, 4
LONG = 500
"""Characters from which on an article's points are divided by the root of its length: a long text says everything once."""
SHORT = 260
"""Characters up to which a single strong hit is enough; longer texts need two, a hit in the title counting as two."""
ENOUGH, BESIDE_THE_BEST, AT_MOST = 3.0, 0.34, 3


def topics_of(title_lines: Sequence[str], body: str, topics: Topics) -> tuple[str, ...]:
    """The names of the article's topics, the best first, at most three. `title_lines`: kicker, headline, subtitle, section."""
    in_title = words_in("\n".join(title_lines).lower(), topics)
    in_body = words_in(body.lower(), topics)
    points = {words.name: score(words, in_title, in_body, len(body)) for words in words_of(topics)}
    least = max(ENOUGH, BESIDE_THE_BEST * max(points.values(), default=0.0))
    kept = [name for name, value in points.items() if value >= least]
    return tuple(sorted(kept, key=lambda name: -points[name])[:AT_MOST])


class Words(NamedTuple):
    """The words of one topic in small letters."""

    name: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]


@lru_cache(maxsize=2)
def words_of(topics: Topics) -> tuple[Words, ...]:
    """The words of every topic, made small once and not for every article."""
    return tuple(
        Words(topic.name, tuple(map(str.lower, topic.strong)), tuple(map(str.lower, topic.weak)))
        for topic in topics.topics
    )


@lru_cache(maxsize=2)
def all_words(topics: Topics) -> tuple[str, ...]:
    """The words of all topics, each once."""
    return tuple(dict.fromkeys(word for words in words_of(topics) for word in words.strong + words.weak))


def words_in(text: str, topics: Topics) -> dict[str, int]:
    """How often the text has each word of the vocabulary that it has at all."""
    return {word: text.count(word) for word in all_words(topics) if word in text}


def score(words: Words, in_title: Mapping[str, int], in_body: Mapping[str, int], length: int) -> float:
    """A topic's points in the article; 0 where it has too few strong hits to be possible at all."""
    headed = sum(word in in_title for word in words.strong)
    counts = [in_body[word] for word in words.strong if word in in_body]
    if 2 * headed + sum(counts) < (1 if length < SHORT else 2):
        return 0.0
    total = STRONG_IN_TITLE * headed
    total += sum(STRONG * growth(count) for count in counts)
    total += sum(WEAK * growth(in_body[word]) for word in words.weak if word in in_body)
    return total / max(1.0, math.sqrt(length / LONG))


def growth(count: int) -> float:
    """How much a word says by its number of hits."""
    return float(min(count, COUNTED) ** GROWTH)
