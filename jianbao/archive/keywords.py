"""Keywords: the words that set an article apart, by how often it says them and how rare they are in the whole archive."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from jianbao.knowledge.rarity import rarity as rarity_in_news

AT_MOST = 8
"""Keywords of an article."""
SETTLED_FROM = 200
"""In an archive of so many articles what it says itself of a word counts as much as what the news at large says."""


def rank_all(counts: Mapping[str, tuple[tuple[str, int], ...]]) -> dict[str, tuple[str, ...]]:
    """The keywords by article id, the weightiest first, at most eight each, from the counted words of every article.

    A word weighs its count times its rarity: in the news at large while the archive is small, more and more in the
    archive itself as it grows. Of a word and a longer one that holds it only the weightier one is kept.
    """
    found_in = Counter(word for words in counts.values() for word, _ in words)
    weights = {word: _weight(word, articles, len(counts)) for word, articles in found_in.items()}
    return {id: _weightiest(words, weights) for id, words in counts.items()}


def _weight(word: str, articles: int, of: int) -> float:
    """The rarity of a word that stands in `articles` of that many."""
    here = math.log((of + 1) / articles)
    return round((of * here + SETTLED_FROM * rarity_in_news(word)) / (of + SETTLED_FROM), 6)


def _weightiest(words: Iterable[tuple[str, int]], weights: Mapping[str, float]) -> tuple[str, ...]:
    """The words of one article that weigh most; of two that weigh the same the first counted, which is the first by the word."""
    chosen: list[str] = []
    for word, _ in sorted(words, key=lambda counted: -counted[1] * weights[counted[0]]):
        if not any(word in other or other in word for other in chosen):
            chosen.append(word)
            if len(chosen) == AT_MOST:
                break
    return tuple(chosen)
