"""A–Z: the names of one kind by the first letter of their pinyin, on one page or, when there are many, on a page a letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from jianbao.archive.model import Entity, Group
from jianbao.frozen import frozen
from jianbao.press.edition import Edition
from jianbao.press.entities import letters_of
from jianbao.press.paging import leaves
from jianbao.press.sheet import Sheet

LENGTH = 400
"""So many names stand on one page at most: with their markup they stay below 60 KB."""
PEOPLE = frozenset({"person", "reporter"})
MOST_NAMED = 60
"""So many of the most named stand on the page before the letters."""


class Line(NamedTuple):
    """A name in the alphabet: in full where another has the same."""

    letter: str
    path: str
    text: str
    size: int


class Letter(NamedTuple):
    """A letter with the address of its names (a page, or a place on one) and their number."""

    letter: str
    address: str
    size: int


@frozen
class Alphabet:
    """The names of one kind in the order of the alphabet. `home` is the address of its first page, `area` that of the kind.

    `unlisted` is the number of those who have a page and do not stand in it: people without a public post or by-line.
    """

    area: str
    home: str
    lines: tuple[Line, ...]
    unlisted: int

    @property
    def is_short(self) -> bool:
        """Whether all names stand on one page."""
        return len(self.lines) <= LENGTH

    def letters(self) -> list[Letter]:
        """The letters that have names."""
        counted = Counter(line.letter for line in self.lines)
        return [
            Letter(letter, f"{self.home}#{letter}" if self.is_short else letter_path(self.area, letter), size)
            for letter, size in sorted(counted.items(), key=lambda pair: (pair[0] == "other", pair[0]))
        ]

    def shelves(self) -> list[tuple[str, list[Line]]]:
        """The names under their letters."""
        ordered = sorted(self.lines, key=lambda line: (line.letter == "other", line.letter))
        return [(letter, list(run)) for letter, run in groupby(ordered, key=lambda line: line.letter)]


def letter_path(area: str, letter: str) -> str:
    """The address of the names with a letter. No slug is `letter`: one holds a hyphen or is hexadecimal."""
    return f"{area}/letter/{letter}/"


def spell(edition: Edition, area: str, home: str, names: Mapping[str, Entity] | Mapping[str, Group]) -> Alphabet:
    """The alphabet of those among `names` that are public; `home` is the address at which it begins."""
    public = sorted((one for one in names.values() if isinstance(one, Group) or one.public), key=_order)
    named = Counter(one.name for one in public)
    lines = (
        Line(_letter(one), one.path, one.name if named[one.name] == 1 else edition.called(one), edition.size(one))
        for one in public
    )
    return Alphabet(area, home, tuple(lines), len(names) - len(public))


def _order(one: Entity | Group) -> str:
    """Chinese names by their pinyin, which begins their slug; people with a Latin name by their surname."""
    words = one.name.split()
    if one.kind in PEOPLE and one.name.isascii() and len(words) > 1:
        return " ".join((words[-1], *words[:-1])).lower()
    return one.slug


def _letter(one: Entity | Group) -> str:
    order = _order(one)
    return letters_of(one.slug) if order == one.slug else order[0] if order[0].isalpha() else "other"


def alphabet_sheets(edition: Edition, alphabet: Alphabet) -> Iterator[Sheet]:
    """The first page of an alphabet and, when it is long, a page for every letter, cut where it is long itself."""
    view = {
        "area": alphabet.area,
        "size": len(alphabet.lines),
        "unlisted": alphabet.unlisted,
        "letters": alphabet.letters(),
        "shelves": alphabet.shelves() if alphabet.is_short else [],
        "most": [] if alphabet.is_short else _most_named(alphabet),
    }
    yield edition.page("names.html", alphabet.home, view)
    for letter, lines in [] if alphabet.is_short else alphabet.shelves():
        for leaf in leaves(letter_path(alphabet.area, letter), lines, LENGTH):
            told = {"area": alphabet.area, "home": alphabet.home, "letters": alphabet.letters(), "letter": letter}
            yield edition.page("letter.html", leaf.path, {**told, "size": len(lines), "leaf": leaf})


def _most_named(alphabet: Alphabet) -> list[Line]:
    return sorted(alphabet.lines, key=lambda line: -line.size)[:MOST_NAMED]
