"""Whether a hyphen at the end of an English line is printed or only breaks a word: `well-/known`, `news-/paper`.

The page's own spelling is asked first, then what `survey` learned over the archive, then the short lists of words that
usually keep it. A word broken over two lines is far more often solid than not, so silence means that it joins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from jianbao.knowledge.phrases import phrases

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*(?![A-Za-z-])")


def spellings_of(text: str) -> Counter[str]:
    """How often each English word stands inside the lines of a text, hyphenated ones as such, in lower case."""
    return Counter(found[0].lower() for found in _WORD.finditer(text))


class HyphenSense:
    """What a page and its archive know of hyphenated words."""

    def __init__(self, text: str, learned: Collection[str] = ()) -> None:
        self._counts = spellings_of(text)
        self._learned = frozenset(learned)
        self._firsts = frozenset(word for line in phrases("hyphen_firsts") for word in line.split())
        self._seconds = frozenset(word for line in phrases("hyphen_seconds") for word in line.split())

    def is_printed(self, first: str, second: str) -> bool:
        """Whether `first-second` is written with its hyphen."""
        first, second = first.lower(), second.lower()
        hyphenated, solid = self._counts[f"{first}-{second}"], self._counts[first + second]
        if hyphenated != solid:
            return hyphenated > solid
        if f"{first}-{second}" in self._learned:
            return True
        return (first in self._firsts and len(second) > 2) or second in self._seconds
