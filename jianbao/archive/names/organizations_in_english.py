"""The bodies that an English text names: rows of capitalised words around a word that bodies are called by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from jianbao.archive.names.organization_names import Named
from jianbao.knowledge.english_bodies import english_bodies

_WORD = r"(?:(?:[A-Z]\.){2,}|[A-Z][A-Za-z’'-]*\.?)"
_LINK = r"(?: (?:of|the|and|&|for|de|in)){1,2}"
_ROW = re.compile(rf"\b{_WORD}(?:(?:{_LINK})? {_WORD})*")
"""A row of capitalised words, with what links them."""
_WORDS = re.compile(rf"{_WORD}|&|[a-z]+")
_STOPPED = re.compile(r"(?<=[a-z]{3})\.(?= )")
_LAST_STOP = re.compile(r"[a-z]{3}\.$")
"""A full stop, not one of an abbreviation: the row ends there."""
_LONGEST = 9
"""Words of a name, at most."""


class Word(NamedTuple):
    """A word at row[start:end]."""

    start: int
    end: int
    text: str

    @property
    def is_capitalised(self) -> bool:
        """Is it no link?"""
        return self.text[0].isupper()

    @property
    def is_weak(self) -> bool:
        """Is it a word, perhaps in capitals, that stands in no name?"""
        return self.text in english_bodies().weak or self.text.capitalize() in english_bodies().weak

    @property
    def is_own(self) -> bool:
        """Does it tell this body from others?"""
        return (
            len(self.text) > 2 and self.is_capitalised and not self.is_weak and self.text not in english_bodies().common
        )


def names_in_english(text: str) -> Iterator[Named]:
    """The names in a text, in its order."""
    for row in _ROW.finditer(text):
        start = row.start()
        for piece in _STOPPED.split(row[0]):
            yield from _names_in_row(piece.removesuffix(".") if _LAST_STOP.search(piece) else piece, start)
            start += len(piece) + 1


def _names_in_row(row: str, offset: int) -> Iterator[Named]:
    words = [Word(match.start(), match.end(), match[0]) for match in _WORDS.finditer(row)]
    first = 0
    while first < len(words):
        found = _longest_name(words[first : first + _LONGEST])
        if found:
            size, kind = found
            yield Named(offset + words[first].start, offset + words[first + size - 1].end, kind)
        first += found[0] if found else 1


def _longest_name(words: list[Word]) -> tuple[int, str] | None:
    """How many of the words, from the first on, are a name, and its kind."""
    if not words[0].is_capitalised:
        return None
    known = english_bodies().known
    for size in range(len(words), 0, -1):
        row = words[:size]
        kind = known.get(" ".join(word.text for word in row)) or _ends_in_a_body(row) or _begins_with_a_body(row)
        if kind:
            return size, kind
    return None


def _ends_in_a_body(words: list[Word]) -> str:
    """The kind where the words end in one for bodies, and say more than that: not the Company, nor the High School."""
    lists = english_bodies()
    *before, last = words
    kind = lists.ends.get(last.text, "")
    if not kind or not before or before[0].is_weak or not before[-1].is_capitalised:
        return ""
    links = {word.text for word in before if not word.is_capitalised}
    own = [word for word in before if word.is_own]
    if any(one.text in lists.ends and other.text == "and" for one, other in pairwise(before)):
        return ""
    if links - {"and", "&"} and not (links <= {"of", "and"} and before[0].text in lists.heads):
        return ""
    return kind if len(own) > (kind == "media") else ""


def _begins_with_a_body(words: list[Word]) -> str:
    """The kind where the words are one for bodies, and of what: Board of Trade."""
    kind = english_bodies().heads.get(words[0].text, "")
    of_something = len(words) > 2 and words[1].text == "of" and words[-1].is_capitalised and not words[-1].is_weak
    return kind if of_something else ""
