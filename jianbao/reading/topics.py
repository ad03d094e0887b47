"""What an article is about, by the words of the vocabulary that it uses. No training, no chance: a rule one can follow."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from jianbao.knowledge.topics import Topics
from jianbao.reading.topic_words import Looked, TopicWords, look_for

STRONG_IN_TITLE, STRONG, WEAK = 4.0, 2.0, 0.5
"""Points of a word: once for the title lines; in the text for one hit, growing with the count to the power of GROWTH."""
GROWTH, COUNTED = 0.75, 4
_GROWN = [float(count**GROWTH) for count in range(COUNTED + 1)]
LONG = 500
"""Characters from which on an article's points are divided by the root of its length: a long text says everything once."""
SHORT = 260
"""Characters up to which a single strong hit is enough; longer texts need one in the title, or two and two different words."""
ENOUGH, BESIDE_THE_BEST, AT_MOST = 3.0, 0.5, 3
FOR_WANT_OF_A_BETTER = 2.0
"""Points with which the best topic that has a strong hit is given alone, where none is given otherwise."""


def topics_of(title_lines: Sequence[str], body: str, topics: Topics) -> tuple[str, ...]:
    """The names of the article's topics, the best first, at most three. `title_lines`: kicker, headline, subtitle, section."""
    words = words_of(topics)
    title, text = look_for(words, "\n".join(title_lines)), look_for(words, body)
    scores = {name: score(hits, text.size) for name, hits in hits_of(words, title, text).items()}
    best = max((points for points, possible in scores.values() if possible), default=0.0)
    least = max(ENOUGH, BESIDE_THE_BEST * best)
    kept = [name for name, (points, possible) in scores.items() if possible and points >= least]
    return tuple(sorted(kept, key=lambda name: -scores[name].points)[:AT_MOST]) or for_want_of_a_better(scores)


def for_want_of_a_better(scores: Mapping[str, Score]) -> tuple[str, ...]:
    """The topic with most points, alone; none where all have too few. Of equals the first in the vocabulary."""
    name = max(scores, key=lambda name: scores[name].points, default="")
    return (name,) if name and scores[name].points >= FOR_WANT_OF_A_BETTER else ()


@lru_cache(maxsize=2)
def words_of(topics: Topics) -> TopicWords:
    """The words of every topic, made ready once and not for every article."""
    return TopicWords.of(topics.topics)


class Hits(NamedTuple):
    """How often each word of a topic stands in an article: strong ones of the title lines, strong and weak ones of the text."""

    in_title: list[int]
    strong: list[int]
    weak: list[int]


def hits_of(words: TopicWords, title: Looked, text: Looked) -> dict[str, Hits]:
    """The hits of every topic that has any, in the order of the vocabulary."""
    found: dict[str, Hits] = {}
    for place, looked in enumerate((title, text)):
        for word, count in looked.counts.items():
            for name, strong in words.speaks_for[word]:
                if strong or place:
                    hits = found.get(name) or found.setdefault(name, Hits([], [], []))
                    hits[place if strong else 2].append(count)
    return {name: found[name] for name in words.names if name in found}


class Score(NamedTuple):
    """A topic's points in an article (0 without a strong hit), and whether its hits are enough to give it beside others."""

    points: float
    possible: bool


def score(hits: Hits, size: float) -> Score:
    """What the words of a topic say in an article of so many characters.

    A hit in the title lines counts where the text has a word of the topic too, or is short: an office set over a piece
    as its issuer, or a figure of speech, is no topic.
    """
    in_title = len(hits.in_title) if hits.strong or hits.weak or size < SHORT else 0
    if not hits.strong and not in_title:
        return Score(0.0, False)
    total = STRONG_IN_TITLE * in_title
    total += STRONG * sum(map(growth, sorted(hits.strong)))
    total += WEAK * sum(map(growth, sorted(hits.weak)))
    enough = in_title > 0 or size < SHORT or (sum(hits.strong) > 1 and len(hits.strong) + len(hits.weak) > 1)
    return Score(total / max(1.0, math.sqrt(size / LONG)), enough)


def growth(count: int) -> float:
    """How much a word says by its number of hits."""
    return _GROWN[min(count, COUNTED)]
