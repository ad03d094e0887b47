"""A large table by word, opened only at the characters that are asked for, as a printed dictionary is at its thumb index.

Of the half million words of a dictionary an article asks for those that begin with a few hundred characters: to read all of
them takes half a second, and nobody who waits for one article has it.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from jianbao.knowledge.tables import keeps_tables, table

_Value = TypeVar("_Value")


class ThumbIndex(dict[str, dict[str, _Value]]):
    """The entries by the first characters of their words. Those under a character are read when it is first asked for."""

    __slots__ = ("_closed",)

    def __init__(self, opened: Mapping[str, dict[str, _Value]], closed: Mapping[str, bytes]) -> None:
        """What is read already, and what is packed, each by first characters."""
        super().__init__(opened)
        self._closed = closed

    def __missing__(self, first: str) -> dict[str, _Value]:
        packed = self._closed.get(first)
        inside: dict[str, _Value] = marshal.loads(packed) if packed else {}  # noqa: S302 - proved when it was read
        return self.setdefault(first, inside)

    def find(self, word: str) -> _Value | None:
        """What the table says of the word; None where it has none, or the word is empty."""
        return self[word[0]].get(word) if word else None


def indexed(name: str, source: Path, make: Callable[[], dict[str, _Value]]) -> ThumbIndex[_Value]:
    """`table` for a dict by words, of texts, numbers and tuples: a kept one is read as it is asked for."""
    if not keeps_tables():
        return ThumbIndex(_by_first(make()), {})

    def pack() -> dict[str, bytes]:
        return {first: marshal.dumps(inside) for first, inside in _by_first(make()).items()}

    return ThumbIndex({}, table(name, source, pack))


def _by_first(entries: Mapping[str, _Value]) -> dict[str, dict[str, _Value]]:
    by_first: dict[str, dict[str, _Value]] = {}
    for word, value in entries.items():
        by_first.setdefault(word[0], {})[word] = value
    return by_first
