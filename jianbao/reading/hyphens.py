"""English words at a line's end: is the hyphen printed (`well-/known`), does it break a word, or was it swallowed?

The page's own spelling is asked first, then what `survey` learned over the archive, then the frequencies of English
words, with short lists of words that usually keep their hyphen. A word broken over two lines is far more often solid
than not, so silence means that it joins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from jianbao.knowledge.english import zipf
from jianbao.knowledge.phrases import phrases

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*(?![A-Za-z-])")

# All in zipf, the logarithm of a word's frequency: 1 is ten times as frequent.
_RARER = 2.5
"""Two common words that are joined by so much more seldom than the rarer of them keep their hyphen."""
_COMMON = 3.8
_RARER_AFTER_FIRST, _RARER_BEFORE_SECOND = 1.7, 1.5
"""The same where one of the words is known to keep it: noncompliance is joined, new-born rather not."""
_WORD_AT_ALL = 3.3
"""Rarer entries of the word list are names, fragments and misspellings too."""
_FRAGMENT, _MENDED = 3.0, 1.5
"""A piece at most so frequent, that makes a word so much more frequent with its neighbour, is no word here."""
_GRAMMATICAL = 6.0
"""Words so frequent open a clause after a dash more often than they end a compound."""


def spellings_of(text: str) -> Counter[str]:
    """How often each English word stands inside the lines of a text, hyphenated ones as such, in lower case."""
    return Counter(found[0].lower() for found in _WORD.finditer(text))


class HyphenSense:
    """What a page, its archive and the English language know of two halves of a word."""

    def __init__(self, text: str, learned: Collection[str] = ()) -> None:
        self._counts = spellings_of(text)
        self._learned = frozenset(learned)
        self._firsts = frozenset(word for line in phrases("hyphen_firsts") for word in line.split())
        self._seconds = frozenset(word for line in phrases("hyphen_seconds") for word in line.split())
        self._prefixes = frozenset(phrases("name_prefixes"))

    def is_printed(self, first: str, second: str) -> bool:
        """Whether `first-second` is written with its hyphen."""
        hyphenated, solid = f"{first}-{second}".lower(), f"{first}{second}".lower()
        if self._counts[hyphenated] != self._counts[solid]:
            return self._counts[hyphenated] > self._counts[solid]
        if hyphenated in self._learned:
            return True
        if second[0].isupper() and not first.isupper():
            return first not in self._prefixes
        if "-" in hyphenated.replace("-", "", 1):
            return _are_two_words(first.rsplit("-", 1)[-1], second.split("-", 1)[0])
        return self._keeps(first, second)

    def is_broken(self, first: str, second: str) -> bool:
        """Whether two pieces with a space or line end between them are one word whose hyphen was swallowed.

        Certain only where one piece is no word by itself, neither of the language nor of the page.
        """
        rarer = min(first, second, key=zipf)
        least = zipf(rarer)
        return least <= _FRAGMENT and self._counts[rarer.lower()] < 2 and _solid(first, second) - least >= _MENDED

    def goes_on(self, first: str, second: str) -> bool:
        """Whether `first- second` is one word cut by a line's end that has become a space, and no dash."""
        return (
            "-" in second
            or zipf(second) < _GRAMMATICAL
            or bool(zipf(first + second))
            or bool(self._counts[f"{first}-{second}".lower()])
        )

    def _keeps(self, first: str, second: str) -> bool:
        """What the language says: lists first, then how rare the solid form is beside its halves."""
        rarer = round(min(zipf(first), zipf(second)) - _solid(first, second), 1)
        if second.lower() in self._seconds and len(first) > 2 and rarer > _RARER_BEFORE_SECOND:
            return True
        if first.lower() in self._firsts and len(second) > 2 and zipf(second) >= _WORD_AT_ALL:
            return rarer > _RARER_AFTER_FIRST and not (first[0].isupper() and zipf(first + second))
        if first[0].isupper() and not first.isupper():
            return False  # a name: Broadfoot, Whatmore
        if min(len(first), len(second)) < 3:
            return False
        common = _COMMON if _solid(first, second) else _WORD_AT_ALL
        return min(zipf(first), zipf(second)) >= common and rarer > _RARER


def _solid(first: str, second: str) -> float:
    """How frequent the joined form is, in the plural also its singular."""
    joined = first + second
    return max(zipf(joined), zipf(joined[:-1]) if joined[-1] in "sS" else 0.0)


def _are_two_words(first: str, second: str) -> bool:
    """Whether the middle of a longer compound falls between two words: `mother-/in-law`, not `Massa-/chusetts-born`."""
    least = min(zipf(first), zipf(second))
    return least >= _WORD_AT_ALL and least - zipf(first + second) > _RARER
