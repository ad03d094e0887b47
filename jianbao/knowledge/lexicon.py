"""The Chinese lexicon: jieba's words with their frequencies, loaded once a process and only when asked."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
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
    """The lexicon that comes with jieba, read from its dictionary; nothing is written anywhere, not even a cache."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # jieba's old import of pkg_resources and its escapes warn on newer Pythons
            import jieba
        self._home = Path(jieba.__file__).parent
        self._tokenizer = jieba.Tokenizer()
        # What `initialize` does, but for the file it would leave in the system's temporary folder.
        with self._tokenizer.get_dict_file() as dictionary:
            self._tokenizer.FREQ, self._tokenizer.total = self._tokenizer.gen_pfdict(dictionary)
        self._tokenizer.initialized = True

    def cut(self, text: str) -> Iterator[str]:
        """The words of the text, unknown ones by jieba's model of names and compounds."""
        words: Iterator[str] = self._tokenizer.cut(text)
        return words

    @property
    def rarities(self) -> Path:
        """Jieba's own table of how rare a word is in Chinese news: `word weight` a line."""
        return self._home / "analyse" / "idf.txt"

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
def chinese_lexicon() -> JiebaLexicon:
    """The lexicon of this process: half a second to load, once for the reading and the keywords together."""
    return JiebaLexicon()
