"""What an article is about, by the words of the vocabulary that it uses. No training, no chance: a rule one can follow.

Measured on the forty articles of the first five pages, which the vocabulary was written with: every article got a right
topic, 65 topics were given, 2 of them wrong. Expect less on other papers.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
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
    title = "\n".join(title_lines).lower()
    text = body.lower()
    characters = frozenset(text)
    points = {words.name: score(words, title, text, characters) for words in words_of(topics)}
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


def score(words: Words, title: str, text: str, characters: frozenset[str]) -> float:
    """A topic's points in the article; 0 where it has too few strong hits to be possible at all.

    `characters` are those of the text: most words have one that it has not, and are not looked for.
    """
    in_title = [word for word in words.strong if word in title] if title else []
    counts = [text.count(word) for word in words.strong if characters.issuperset(word) and word in text]
    if 2 * len(in_title) + sum(counts) < (1 if len(text) < SHORT else 2):
        return 0.0
    total = STRONG_IN_TITLE * len(in_title)
    total += sum(STRONG * growth(count) for count in counts)
    total += sum(WEAK * growth(text.count(word)) for word in words.weak if word in text)
    return total / max(1.0, math.sqrt(len(text) / LONG))


def growth(count: int) -> float:
    """How much a word says by its number of hits."""
    return float(min(count, COUNTED) ** GROWTH)
