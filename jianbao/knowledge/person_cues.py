"""What stands around a person's name, and how much it tells (data/person_cues.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jianbao.frozen import frozen
from jianbao.knowledge.authority import read_yaml
from jianbao.knowledge.phrases import phrases

_SHIPPED = Path(__file__).parent / "data" / "person_cues.yaml"


@frozen
class Cues:
    """Words with their points, and the lengths that they have, longest first."""

    points: Mapping[str, float]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str]]) -> Cues:
        """From rows of points and words."""
        points = {word: float(value) for value, words in rows for word in words.split()}
        return cls(points, tuple(sorted({len(word) for word in points}, reverse=True)))

    def before(self, text: str, end: int) -> float:
        """The points of the longest word that ends at text[end], 0.0 where there is none."""
        for length in self.lengths:
            if length <= end and (points := self.points.get(text[end - length : end])) is not None:
                return points
        return 0.0

    def after(self, text: str, start: int) -> float:
        """The points of the longest word that begins at text[start], 0.0 where there is none."""
        for length in self.lengths:
            if (points := self.points.get(text[start : start + length])) is not None:
                return points
        return 0.0


@frozen
class PersonCues:
    """All cues.

    `weights` are the `points` of the file by name. `titles` finds a form of address after a surname; those of
    `addresses`, after a surname, name nobody further. `regions` are the last characters of names of places,
    `function_words` surnames that are words of grammar as well, `never_last` characters with which no name ends,
    `adverbs` what may stand between a name and what is done.
    """

    left: Cues
    right: Cues
    weights: Mapping[str, float]
    titles: re.Pattern[str]
    regions: frozenset[str]
    function_words: frozenset[str]
    never_last: frozenset[str]
    adverbs: frozenset[str]
    addresses: frozenset[str]

    @classmethod
    def load(cls) -> PersonCues:
        """As shipped."""
        fields: dict[str, Any] = read_yaml(_SHIPPED)[0]
        return cls(
            left=Cues.of(fields["left"]),
            right=Cues.of(fields["right"]),
            weights={name: float(value) for name, value in fields["points"].items()},
            titles=_longest_first(fields["titles"].split()),
            addresses=frozenset(fields["addresses"].split()),
            regions=frozenset(fields["regions"]),
            function_words=frozenset(fields["function_words"]),
            never_last=frozenset(fields["never_last"]),
            adverbs=frozenset(fields["adverbs"]),
        )

    def has_title(self, text: str, given: int, end: int) -> bool:
        """Whether what follows the surname, from text[given], is a form of address; one of a character only up to `end`."""
        found = self.titles.match(text, given)
        return found is not None and (len(found[0]) > 1 or given + 1 == end or found[0] == "某")


def _longest_first(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))


@cache
def famous_people() -> frozenset[str]:
    """The names that every paper prints without a post."""
    return frozenset(" ".join(phrases("famous_people")).split())


@cache
def person_cues() -> PersonCues:
    """The cues, read once a process."""
    return PersonCues.load()
