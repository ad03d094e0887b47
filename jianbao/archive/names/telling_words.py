"""The words of a text that may tell what it is about, names left out: plain words, quoted ones, and fixed pairs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from jianbao.knowledge.english import zipf
from jianbao.knowledge.keyword_stops import keyword_stops
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.word_classes import is_function_word, is_place_name

_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
_QUOTED = re.compile(r"“([\u3400-\u9fff]{2,6})”")
_NUMBER = re.compile(r"[第一二三四五六七八九十百千万亿两零〇几多余]+[个项名次年月日号级届条件家人元]?")
_LATIN = re.compile(r"[A-Za-z][A-Za-z’'-]{2,}")
_SAID_OF_ALL = 6.0
"""The zipf from which an English word tells nothing."""
_POINTING = frozenset("各该本此全每某")
"""The cut takes 各街道 for one word."""
WORDS_KEPT = 1 << 16
"""Words of which is remembered whether they tell."""
PAIR_AT_MOST = 6
"""Characters of a pair of words that is taken for one: 复工 + 复产."""


def telling_words(text: str, ends: Sequence[int]) -> Counter[str]:
    """The words of a Chinese text with their counts; `text` has blanks for names, its words end at `ends`."""
    counts: Counter[str] = Counter()
    quoted = {match.start(1): match.end(1) for match in _QUOTED.finditer(text)}
    in_quotes = Counter(text[start:end] for start, end in quoted.items())
    plain = list(_plain_words(text, ends, quoted))
    counts.update(word for word in plain if word)
    for (left, right), count in fixed_pairs(plain).items():
        counts[left] -= count
        counts[right] -= count
        counts[left + right] += count
    telling = Counter({word: count for word, count in counts.items() if _tells(word)})
    telling.update(word for word in in_quotes.elements() if word not in keyword_stops())
    return +telling


def _plain_words(text: str, ends: Sequence[int], quoted: dict[int, int]) -> Iterator[str]:
    """The words outside names and quoted words, empty where two that follow do not stand side by side."""
    start = free_from = 0
    for end in ends:
        if start in quoted:
            free_from = quoted[start]
        word = text[start:end]
        yield word if end - start > 1 and start >= free_from and _HAN.fullmatch(word) else ""
        start = end


def fixed_pairs(words: Sequence[str]) -> dict[tuple[str, str], int]:
    """Words side by side of which one never stands without the other, twice at least: 营商 + 环境. None shares a word."""
    counts = Counter(words)
    pairs = Counter((left, right) for left, right in pairwise(words) if left and right)
    fixed: dict[tuple[str, str], int] = {}
    taken: set[str] = set()
    for (left, right), count in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0])):
        bound = count > 1 and count in (counts[left], counts[right]) and left != right
        if bound and len(left + right) <= PAIR_AT_MOST and not taken & {left, right} and _tells(left) and _tells(right):
            fixed[left, right] = count
            taken |= {left, right}
    return fixed


@lru_cache(maxsize=WORDS_KEPT)
def _tells(word: str) -> bool:
    """May the word be a keyword? Papers use the same words over and over."""
    if word in keyword_stops() or is_function_word(word) or is_place_name(word) or _NUMBER.fullmatch(word):
        return False
    return word[0] not in _POINTING or chinese_lexicon().is_word(word)


def telling_words_in_english(text: str) -> Counter[str]:
    """The words of an English text with their counts, in small letters where the text prints them so anywhere."""
    forms: dict[str, Counter[str]] = {}
    for match in _LATIN.finditer(text):
        word = match[0].strip("'’-")
        word = word[:-2] if word.endswith(("'s", "’s")) else word
        if len(word) > 3 and word.lower() not in keyword_stops() and zipf(word) < _SAID_OF_ALL:
            forms.setdefault(word.lower(), Counter())[word] += 1
    return Counter({_usual(low, counts): counts.total() for low, counts in forms.items()})


def _usual(low: str, forms: Counter[str]) -> str:
    """How the word is to be written: small if it is ever small or all capitals, or stands but once."""
    always_capitalised = len(forms) == 1 and forms.total() > 1 and next(iter(forms)).istitle()
    return low.capitalize() if always_capitalised else low
