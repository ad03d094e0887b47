"""Keywords: the words that set an article apart, by how often it says them and how rare they are in the whole archive."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from jianbao.kept import keep, read_kept
from jianbao.knowledge.rarity import rarity as rarity_in_news

KEPT = "keywords.kept"
AT_MOST = 8
"""Keywords of an article."""
SETTLED_FROM = 200
"""In an archive of so many articles what it says itself of a word counts as much as what the news at large says."""
AllWords = Mapping[str, Mapping[str, int]]
"""The counted words of articles, by id."""


class Ranked(NamedTuple):
    """What was ranked: in how many articles every word stands, and by article id the mark of its words and its keywords."""

    found_in: Mapping[str, int]
    articles: Mapping[str, tuple[str, tuple[str, ...]]]


NOTHING_RANKED = Ranked({}, {})


def rank_all(
    counts: Mapping[str, Mapping[str, int]], marks: Mapping[str, str], cache: Path | None, form: str
) -> dict[str, tuple[str, ...]]:
    """The keywords by article id, the weightiest first, at most eight each, from the counted words of every article.

    A word weighs its count times its rarity: in the news at large while the archive is small, more and more in the
    archive itself as it grows. Of a word and a longer one that holds it only the weightier one is kept. `cache` keeps
    what was ranked for the next time, by the mark of every article's words and by their `form`.
    """
    kept = read_kept(cache / KEPT, form) if cache else None
    before = Ranked(*kept) if kept else NOTHING_RANKED
    ranked = rank_again(counts, marks, before)
    if cache and ranked != before:
        keep(cache / KEPT, form, tuple(ranked))
    return {id: keywords for id, (_, keywords) in ranked.articles.items()}


def rank_again(counts: Mapping[str, Mapping[str, int]], marks: Mapping[str, str], before: Ranked) -> Ranked:
    """The same as if all were ranked: an article keeps its keywords while its words and their rarity are what they were."""
    found_in = dict(Counter(chain.from_iterable(counts.values())))
    old = before.articles if len(before.articles) == len(counts) else {}
    was_in = before.found_in.get
    moved = {word for word, number in found_in.items() if step(was_in(word, 0)) != step(number)}
    stays = {id for id, mark in marks.items() if id in old and old[id][0] == mark and moved.isdisjoint(counts[id])}
    again = [words for id, words in counts.items() if id not in stays]
    weights = _weights({word: found_in[word] for words in again for word in words}, len(counts))
    articles = {
        id: old[id] if id in stays else (marks[id], _weightiest(words, weights)) for id, words in counts.items()
    }
    return Ranked(found_in, articles)


def amend(
    before: Ranked,
    id: str,
    old: Mapping[str, int],
    new: Mapping[str, int],
    mark: str,
    all_words: Callable[[], AllWords],
) -> tuple[Ranked, frozenset[str]]:
    """What is ranked where one article has the words `new` in place of `old`, and the articles that have other keywords now.

    `all_words` gives the words of every article, by id; it is asked only where somebody else has a word whose rarity moved.
    """
    found_in = dict(before.found_in)
    for word in old.keys() - new.keys():
        found_in[word] -= 1
    for word in new.keys() - old.keys():
        found_in[word] = found_in.get(word, 0) + 1
    moved = {word for word in old.keys() ^ new.keys() if step(before.found_in.get(word, 0)) != step(found_in[word])}
    shared = {word for word in moved if found_in[word] > (word in new)}
    others = {other: words for other, words in all_words().items() if not shared.isdisjoint(words)} if shared else {}
    again = {**others, id: new}
    weights = _weights({word: found_in[word] for words in again.values() for word in words}, len(before.articles))
    ranked = {other: (before.articles[other][0], _weightiest(words, weights)) for other, words in again.items()}
    ranked[id] = mark, ranked[id][1]
    kept = {word: number for word, number in found_in.items() if number}
    differing = frozenset(other for other, (_, keywords) in ranked.items() if keywords != before.articles[other][1])
    return Ranked(kept, {**before.articles, **ranked}), differing


def step(number: int) -> int:
    """How many articles, as far as it counts: to a power of two, so that one article more changes little."""
    return 1 << number.bit_length() >> 1


def _weights(found_in: Mapping[str, int], of: int) -> dict[str, float]:
    """The rarity of every word, by the number of articles that it stands in, `of` that many."""
    here = {number: of * math.log((of + 1) / step(number)) for number in set(found_in.values())}
    whole = of + SETTLED_FROM
    return {
        word: round((here[number] + SETTLED_FROM * rarity_in_news(word)) / whole, 6)
        for word, number in found_in.items()
    }


def _weightiest(words: Mapping[str, int], weights: Mapping[str, float]) -> tuple[str, ...]:
    """The words of one article that weigh most; of two that weigh the same the first counted, which is the first by the word."""
    lightness = {word: -count * weights[word] for word, count in words.items()}
    chosen: list[str] = []
    for word in sorted(lightness, key=lightness.__getitem__):
        for other in chosen:
            if word in other or other in word:
                break
        else:
            chosen.append(word)
            if len(chosen) == AT_MOST:
                break
    return tuple(chosen)
