"""Keywords: the words that set an article apart, by how often it says them and how rare they are in the whole archive."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from itertools import chain

from jianbao.knowledge.rarity import rarity as rarity_in_news

AT_MOST = 8
"""Keywords of an article."""
SETTLED_FROM = 200
"""In an archive of so many articles what it says itself of a word counts as much as what the news at large says."""


def rank_all(counts: Mapping[str, Mapping[str, int]]) -> dict[str, tuple[str, ...]]:
    """The keywords by article id, the weightiest first, at most eight each, from the counted words of every article.

    A word weighs its count times its rarity: in the news at large while the archive is small, more and more in the
    archive itself as it grows. Of a word and a longer one that holds it only the weightier one is kept.
    """
    found_in = Counter(chain.from_iterable(counts.values()))
    weights = _weights(found_in, len(counts))
    return {id: _weightiest(words, weights) for id, words in counts.items()}


def _weights(found_in: Mapping[str, int], of: int) -> dict[str, float]:
    """The rarity of every word, by the number of articles that it stands in, `of` that many."""
    here = {number: of * math.log((of + 1) / number) for number in set(found_in.values())}
    whole = of + SETTLED_FROM
    return {
        word: round((here[number] + SETTLED_FROM * rarity_in_news(word)) / whole, 6)
        for word, number in found_in.items()
    }


def _weightiest(words: Mapping[str, int], weights: Mapping[str, float]) -> tuple[str, ...]:
    """The words of one article that weigh most; of two that weigh the same the first counted, which is the first by the word."""
    chosen: list[str] = []
    for word in sorted(words, key=lambda word: -words[word] * weights[word]):
        if not any(word in other or other in word for other in chosen):
            chosen.append(word)
            if len(chosen) == AT_MOST:
                break
    return tuple(chosen)
