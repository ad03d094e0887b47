"""Keywords: the words that set an article apart. A text is cut once in its life; what came out is kept by its digest."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from jianbao.archive.load import Report
from jianbao.archive.texts import Text
from jianbao.content.article import FrontMatter
from jianbao.kept import keep, read_kept
from jianbao.knowledge.keyword_stops import keyword_stops
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.rarity import rarity as rarity_in_news

AT_MOST, KEPT_AT_MOST = 8, 16
"""Keywords that are shown, and that are kept: names that the article has links of its own for fall out in between."""
KEPT = "keywords.json"
RULE = "1"
"""With a changed rule of cutting goes another number: everything is cut again."""
LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{3,}")
HAN = re.compile(r"[\u3400-\u9fff]")

Rank = Callable[[str], tuple[str, ...]]


def keywords_of(texts: Mapping[str, Text], cache: Path | None, report: Report) -> dict[str, tuple[str, ...]]:
    """Keywords by article id, the weightiest first; `cache` keeps what was cut."""
    kept = read_cut(cache)
    marks = {id: mark_of(text.telling) for id, text in texts.items()}
    new = {mark: texts[id].telling for id, mark in marks.items() if mark not in kept}
    if new:
        kept |= cut_all(new, report)
    if cache and (new or len(kept) > len(set(marks.values()))):
        keep(cache / KEPT, form(), {mark: kept[mark] for mark in sorted(set(marks.values()))})
    return {id: without_names(kept[mark], texts[id].front) for id, mark in marks.items()}


def without_names(words: Iterable[str], front: FrontMatter) -> tuple[str, ...]:
    """The keywords to show: districts and authors of the article have links of their own."""
    names = [*front.districts, *(author.name for author in front.authors)]
    return tuple(word for word in words if not any(word in name for name in names))[:AT_MOST]


def mark_of(text: str) -> str:
    """The digest under which a text's keywords are kept."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def read_cut(cache: Path | None) -> dict[str, tuple[str, ...]]:
    """What was cut before; empty where the cache is missing, damaged or of another rule."""
    kept = read_kept(cache / KEPT, form()) if cache else None
    return {mark: tuple(words) for mark, words in (kept or {}).items()}


def form() -> str:
    """What kept keywords depend on besides their texts: the rule, and the words that never count."""
    return f"keywords {RULE} {mark_of(' '.join(sorted(keyword_stops())))}"


def cut_all(texts: Mapping[str, str], report: Report) -> dict[str, tuple[str, ...]]:
    """Keywords by digest of the texts that were never cut before."""
    rank_chinese: Rank | None = None
    result = {}
    for number, (mark, text) in enumerate(texts.items(), start=1):
        report("keywords", number, len(texts))
        if HAN.search(text):
            rank_chinese = rank_chinese or ranking()
            result[mark] = rank_chinese(text)
        else:
            result[mark] = rank_latin(text)
    return result


def ranking() -> Rank:
    """The function that ranks the words of a Chinese text by TF-IDF; loads the lexicon where nothing has yet."""
    lexicon = chinese_lexicon()
    weights = rarity(lexicon.rarities)
    usual = sorted(weights.values())[len(weights) // 2]
    return lambda text: rank_chinese_words(lexicon.cut(text), weights, usual)


def rarity(file: Path) -> dict[str, float]:
    """How rare a word is in Chinese news, from jieba's own table; `jieba.analyse` would also load what tags the words."""
    with file.open(encoding="utf-8") as lines:
        return {word: float(weight) for word, _, weight in (line.partition(" ") for line in lines)}


def rank_chinese_words(words: Iterable[str], weights: Mapping[str, float], usual: float) -> tuple[str, ...]:
    """The words with the highest share times rarity. Ties fall by the word, so that runs agree."""
    counts = Counter(word for word in words if len(word) > 1 and HAN.search(word) and word not in keyword_stops())
    scores = {word: count * weights.get(word, usual) for word, count in counts.items()}
    return tuple(sorted(scores, key=lambda word: (-round(scores[word], 6), word))[:KEPT_AT_MOST])


def rank_latin(text: str) -> tuple[str, ...]:
    """The long, repeated words of a text that parts its words by spaces, in lower case."""
    counts = Counter(word.lower() for word in LATIN_WORD.findall(text))
    scores = {word: count * math.log(len(word)) for word, count in counts.items() if word not in keyword_stops()}
    return tuple(sorted(scores, key=lambda word: (-round(scores[word], 6), word))[:KEPT_AT_MOST])


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
