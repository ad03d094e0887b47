"""The Chinese lexicon: jieba's words with their frequencies, loaded once a process and only when asked."""

from __future__ import annotations

import logging
from functools import cache
from typing import Protocol


class Lexicon(Protocol):
    """What the reading asks of a lexicon."""

    def is_word(self, text: str) -> bool:
        """Whether the text is a word of two characters or more."""

    def spans_seam(self, left: str, right: str) -> bool:
        """Whether the best cut of the two texts read as one puts a word across the place where they meet."""


_ABOUT = 6
"""Characters on each side of a seam that are cut to see whether a word spans it; words are four at most, mostly."""


class JiebaLexicon:
    """The lexicon that comes with jieba; no cache file is left anywhere but in jieba's own place."""

    def __init__(self) -> None:
        import jieba

        jieba.setLogLevel(logging.ERROR)
        self._tokenizer = jieba.Tokenizer()
        self._tokenizer.initialize()

    def is_word(self, text: str) -> bool:
        """Whether the text is a word of two characters or more."""
        return len(text) > 1 and bool(self._tokenizer.FREQ.get(text))

    def spans_seam(self, left: str, right: str) -> bool:
        """Whether the best cut of the characters about the seam puts a word across it."""
        seam, at = min(_ABOUT, len(left)), 0
        for word in self._tokenizer.cut(left[-_ABOUT:] + right[:_ABOUT], HMM=False):
            if at < seam < at + len(word):
                return True
            at += len(word)
        return False


@cache
def chinese_lexicon() -> Lexicon:
    """The lexicon of this process."""
    return JiebaLexicon()
