"""Which names of a list differ in one character only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

TELLING = frozenset("一二三四五六七八九十百零〇0123456789东西南北中上下左右前后内外大小新老甲乙丙丁")
"""Characters that tell two things of one name apart: 第一中学, 第二中学."""
LEAST, TRADE = 6, 3
"""The shortest name of a body that is compared, and the last characters, which say its trade and must be the same."""


def alike_pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names of which one becomes the other when a character is replaced, put in or left out; each pair sorted."""
    reduced: dict[str, set[str]] = {}
    for name in names:
        for form in {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}:
            reduced.setdefault(form, set()).add(name)
    pairs = {pair for group in reduced.values() if len(group) > 1 for pair in combinations(sorted(group), 2)}
    yield from sorted(pair for pair in pairs if is_one_apart(*pair))


def is_one_apart(one: str, other: str) -> bool:
    """Does one character make the difference? Two that change places do not."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return abs(len(one) - len(other)) == 1


def one_stroke_apart(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Such pairs among the names of bodies, unless the character is one that tells two bodies apart."""
    for one, other in alike_pairs(name for name in names if len(name) >= LEAST):
        if one[-TRADE:] == other[-TRADE:] and not TELLING & different(one, other):
            yield one, other


def different(one: str, other: str) -> frozenset[str]:
    """The characters in which two such names differ."""
    shortest = min(len(one), len(other))
    at = next((at for at in range(shortest) if one[at] != other[at]), shortest)
    if len(one) == len(other):
        return frozenset((one[at], other[at]))
    return frozenset(max(one, other, key=len)[at])
