"""A large table by word, opened only at the characters that are asked for, as a printed dictionary is at its thumb index.

Of the half million words of a dictionary an article asks for those that begin with a few hundred characters: to read all of
them takes half a second, and nobody who waits for one article has it.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Generic, TypeVar

from jianbao.knowledge.tables import keeps_tables, table

_Value = TypeVar("_Value")


class ThumbIndex(Generic[_Value]):
    """A table that never changes. It reads its entries as they are asked for."""

    __slots__ = ("_closed", "_entries")

    def __init__(self, entries: dict[str, _Value], closed: dict[str, bytes]) -> None:
        """The entries that are read, and the others by their first characters as `closed` gives them; both are used up."""
        self._entries, self._closed = entries, closed

    def opened_at(self, text: str) -> Mapping[str, _Value]:
        """The entries, with all those that begin with any character of the text."""
        if not self._closed.keys().isdisjoint(text):
            for first in self._closed.keys() & set(text):
                self._entries.update(marshal.loads(self._closed.pop(first)))  # noqa: S302 - proved when it was read
        return self._entries

    def get(self, word: str) -> _Value | None:
        """What the table says of the word; None where it has none, or the word is empty."""
        return (self.opened_at(word[0]) if word[:1] in self._closed else self._entries).get(word)


def indexed(name: str, source: Path, make: Callable[[], dict[str, _Value]]) -> ThumbIndex[_Value]:
    """`table` for a dict by words, of texts, numbers and tuples: a kept one is read as it is asked for."""
    return ThumbIndex({}, table(name, source, lambda: _close(make()))) if keeps_tables() else ThumbIndex(make(), {})


def _close(entries: Mapping[str, object]) -> dict[str, bytes]:
    """The entries by the first characters of their words, packed."""
    by_first: dict[str, dict[str, object]] = {}
    for word, value in entries.items():
        by_first.setdefault(word[0], {})[word] = value
    return {first: marshal.dumps(inside) for first, inside in by_first.items()}
