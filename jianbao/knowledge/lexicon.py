"""The Chinese lexicon: jieba's words with their frequencies, loaded once a process and only when asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache, partial
from math import inf, log
from pathlib import Path
from typing import Protocol

from jianbao import short_cuts
from jianbao.knowledge.jieba_files import jieba_home
from jianbao.knowledge.tables import table
from jianbao.knowledge.thumb_index import indexed
from jianbao.knowledge.word_model import cut_by_model


class Lexicon(Protocol):
    """What the reading asks of a lexicon."""

    def is_word(self, text: str) -> bool:
        """Whether the text is a word of two characters or more."""

    def spans_seam(self, left: str, right: str) -> bool:
        """Whether the best cut of the two texts read as one puts a word across the place where they meet."""


_ABOUT = 6
"""Characters on each side of a seam that are cut to see whether a word spans it; words are four at most, mostly."""
_CUT_AS_ONE = r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]"
"""The characters between which jieba looks for words; at any other it cuts."""
_BLOCKS = re.compile(f"({_CUT_AS_ONE}+)")
_MARKS = re.compile(r"\r\n|[\s\S]")
_CUTS = re.compile(_CUT_AS_ONE.replace("[", "[^", 1))
_LETTER = re.compile("[a-zA-Z0-9]")
_CUT_OTHERWISE = re.compile("[+#&._-]")
"""Marks between Latin letters at which rjieba cuts otherwise than jieba."""
_DECIMAL = re.compile(r"(?<![a-zA-Z0-9.%])[0-9]+\.[0-9]+(?![a-zA-Z0-9.])")
"""A number with one point in it, which both take for a word."""

SLOWLY_AT_FIRST = 30_000
"""Characters that are cut before rjieba is loaded, which takes as long as to cut as many without it."""


class JiebaLexicon:
    """The lexicon that comes with jieba, read from its dictionary; nothing is written anywhere, not even a cache."""

    def __init__(self, slowly: int = SLOWLY_AT_FIRST) -> None:
        """A lexicon that cuts so many characters before it loads what cuts quicker."""
        read = cache(lambda: read_dictionary(self.dictionary))  # for both, where they are not kept
        self._frequencies = indexed("frequencies", self.dictionary, lambda: read()[0])
        self._total = table("total", self.dictionary, lambda: read()[1])
        self._slowly = slowly
        # The same unknown names stand again and again.
        self._cut_unknown = lru_cache(maxsize=4096)(cut_by_model)
        # Whether columns are mixed and whether a line has strayed is asked one after the other, of the same seams.
        self._puts_word_across = lru_cache(maxsize=256)(self._cut_puts_word_across)

    def cut(self, text: str) -> Iterator[str]:
        """The words of the text, unknown ones by jieba's model of names and compounds: what `jieba.cut` says, in half the time."""
        quick = self._quick_cutter if self._slowly <= 0 else None
        self._slowly -= len(text)
        for number, block in enumerate(_BLOCKS.split(text)):
            if number % 2 == 0:
                yield from _MARKS.findall(block)
            elif quick and not _CUT_OTHERWISE.search(_DECIMAL.sub("", block)):
                yield from quick(block)
            else:
                yield from self._cut_block(block)

    @cached_property
    def _quick_cutter(self) -> Callable[[str], list[str]] | None:
        """The cutter of rjieba (the extra `fast`), where it is installed: the same words, twenty times as fast."""
        if short_cuts.ARE_OFF:
            return None
        try:
            import rjieba
        except ImportError:
            return None
        return partial(rjieba.cut, hmm=True)

    def _cut_block(self, block: str) -> Iterator[str]:
        """The words of a row of characters; single ones side by side go through the model together."""
        _, ends = self._best_cut(block)
        start = unknown = 0
        while start < len(block):
            end = ends[start]
            if end - start > 1:
                yield from self._cut_singles(block[unknown:start])
                yield block[start:end]
                unknown = end
            start = end
        yield from self._cut_singles(block[unknown:])

    def _cut_singles(self, row: str) -> Iterable[str]:
        """A word that the dictionary has and the likeliest cut has not used stays in single characters."""
        return row if len(row) < 2 or self._frequencies.find(row) else self._cut_unknown(row)

    @property
    def dictionary(self) -> Path:
        """Jieba's own words: `word frequency tag` a line; the tag is the part of speech."""
        return jieba_home() / "dict.txt"

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of two characters or more that the dictionary calls a person's name, many ordinary ones among them."""
        return frozenset(self.words_like("names", r"^(\S{2,}) \d+ nr(?:fg)?$"))

    def words_like(self, name: str, line: str) -> tuple[str, ...]:
        """The words of the lines of jieba's dictionary that look like this; `name` is that of the table of them."""

        def find() -> tuple[str, ...]:
            return tuple(re.findall(line, self.dictionary.read_text(encoding="utf-8"), re.MULTILINE))

        return table(name, self.dictionary, find)

    def is_word(self, text: str) -> bool:
        """Whether the text is a word of two characters or more."""
        return len(text) > 1 and bool(self._frequencies.find(text))

    def frequency(self, word: str) -> int:
        """How often jieba's dictionary has seen the word; 0 for what is none."""
        return int(self._frequencies.find(word) or 0)

    def rarity(self, character: str) -> float:
        """How unlikely a character is as a word of its own: the logarithm of its chance, without the minus."""
        return log(self._total) - log(max(1, self.frequency(character)))

    def chances(self, text: str) -> list[float]:
        """For every place of the text, its end included, the logarithm of the chance of the likeliest cut from there on."""
        return self._best_cut(text)[0]

    def spans_seam(self, left: str, right: str) -> bool:
        """Whether the best cut of the characters about the seam puts a word across it."""
        end, beginning = _CUTS.split(left[-_ABOUT:])[-1], _CUTS.split(right[:_ABOUT], maxsplit=1)[0]
        return bool(end and beginning) and self._puts_word_across(end, beginning)

    def _cut_puts_word_across(self, left: str, right: str) -> bool:
        text, seam = left + right, len(left)
        latin = bool(_LETTER.match(text[seam - 1]) and _LETTER.match(text[seam]))
        if not latin and not self._has_word_across(text, seam):
            return False
        _, ends = self._best_cut(text)
        start = end = 0
        while end < seam:
            start, end = end, ends[end]
        # Jieba cuts letters and digits that make no word of its own one by one, and then takes the row for a word.
        return end > seam or (latin and start == seam - 1 and ends[seam] == seam + 1)

    def _best_cut(self, text: str) -> tuple[list[float], list[int]]:
        """For every place the likeliest cut from there on, its chance and the end of its first word.

        It is jieba's own sum, in a third of its time.
        """
        frequencies, whole = self._frequencies, log(self._total)
        likeliest, ends = [0.0] * (len(text) + 1), [0] * len(text)
        for start in range(len(text) - 1, -1, -1):
            best, ends[start] = -inf, start + 1
            beginning_alike = frequencies[text[start]]
            for end in range(start + 1, len(text) + 1):
                frequency = beginning_alike.get(text[start:end])
                if frequency is None:
                    break
                if frequency and (chance := log(frequency) - whole + likeliest[end]) >= best:
                    best, ends[start] = chance, end
            likeliest[start] = best if best > -inf else likeliest[start + 1] - whole
        return likeliest, ends

    def _has_word_across(self, text: str, seam: int) -> bool:
        """Whether any word of the dictionary has a character on both sides; most seams need no cut."""
        for start in range(seam):
            beginning_alike = self._frequencies[text[start]]
            for end in range(seam + 1, len(text) + 1):
                frequency = beginning_alike.get(text[start:end])
                if frequency is None:  # every beginning of a word is listed, with 0 where it is none itself
                    break
                if frequency:
                    return True
        return False


def read_dictionary(file: Path) -> tuple[dict[str, int], int]:
    """How often each word was seen, and all of them together; every beginning of a word is listed, with 0 where it is none."""
    frequencies: dict[str, int] = {}
    total = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        word, frequency, _ = line.split(" ")
        frequencies[word] = int(frequency)
        total += frequencies[word]
    for word in list(frequencies):
        for end in range(len(word) - 1, 0, -1):
            if frequencies.setdefault(word[:end], 0):
                break
    return frequencies, total


@cache
def chinese_lexicon() -> JiebaLexicon:
    """The lexicon of this process: half a second to load, once for the reading and the keywords together."""
    return JiebaLexicon()
