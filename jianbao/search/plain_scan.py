"""A plain scan: which texts have a phrase, found by looking through all of them. What the index finds is held against it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from jianbao.search.document import Document
from jianbao.search.tokens import WORD_CHARACTER

_WORD = re.compile(WORD_CHARACTER)


def scan(phrases: Sequence[str], documents: Iterable[Document]) -> list[list[int]]:
    """For each folded phrase the numbers of the folded documents that have it, whole words only."""
    found: list[list[int]] = [[] for _ in phrases]
    looks = [(phrase, found[place].append, _look(phrase)) for place, phrase in enumerate(phrases)]
    for document in documents:
        text, number = document.scanned, document.number
        for phrase, note, look in looks:
            if phrase in text and (look is None or look(text)):
                note(number)
    return found


def _look(phrase: str) -> Callable[[str], object] | None:
    """A closer look at a phrase that begins or ends with a letter or digit: it must not be a piece of a word."""
    begins, ends = _WORD.match(phrase), _WORD.match(phrase[-1:])
    if not begins and not ends:
        return None
    before, behind = f"(?<!{WORD_CHARACTER})" if begins else "", f"(?!{WORD_CHARACTER})" if ends else ""
    return re.compile(before + re.escape(phrase) + behind).search
