"""What stands at the head of a list besides its articles: what is in a city or county, other years' day, the person who signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from heapq import nsmallest

from jianbao.archive.model import AREAS, Entity, Group
from jianbao.frozen import frozen
from jianbao.press.edition import Edition, Sign
from jianbao.press.entities import signed_by
from jianbao.press.place_tree import BARE, PlaceTree

MOST_NAMED = 12
PLACES = 24
_DAY = re.compile(r"dates/(\d{4})/(\d\d/\d\d)/")


@frozen
class Row:
    """Links of one kind in a row: the `area` they are of, the address of more of them, and each with its articles' number."""

    area: str
    more: str
    signs: tuple[tuple[Sign, int], ...]


@frozen
class Beside:
    """The rows; the same day of other years as (year, address); the person of the name who is written about."""

    rows: tuple[Row, ...] = ()
    same_day: tuple[tuple[str, str], ...] = ()
    person: Sign | None = None


@frozen
class Besides:
    """What stands beside the lists of the site; without anything gathered nothing stands beside.

    What is `inside` a city or county goes by its kind and slug, the days by month and day, the people written about by
    the slug of their by-line.
    """

    tree: PlaceTree = BARE
    inside: Mapping[tuple[str, str], Mapping[str, list[Entity]]] = field(default_factory=dict)
    same_day: Mapping[str, list[tuple[str, str]]] = field(default_factory=dict)
    people: Mapping[str, Entity] = field(default_factory=dict)

    def of(self, edition: Edition, group: Group) -> Beside:
        """What stands beside the articles of one list."""
        day = _DAY.fullmatch(group.path)
        others = self.same_day.get(day[2], []) if day else []
        person = self.people.get(group.slug) if group.kind == "reporter" else None
        return Beside(
            tuple(row for row in self._rows(edition, group) if row.signs),
            tuple(other for other in others if other[1] != group.path),
            edition.sign(person) if person else None,
        )

    def _rows(self, edition: Edition, group: Group) -> Iterator[Row]:
        if group.kind == "city":
            members = (one for one in edition.archive.districts.values() if one.parent == group.slug)
            yield Row("districts", "", edition.sized(members))
        for kind, named in self.inside.get((group.kind, group.slug), {}).items():
            more = self.tree.place_of(group) if kind == "place" else ""
            number = PLACES if kind == "place" else MOST_NAMED
            yield Row(AREAS[kind], more, edition.sized(_most(edition, named, number)))


def besides(edition: Edition, tree: PlaceTree) -> Besides:
    """All of it, gathered once."""
    people = edition.entities["person"]
    return Besides(tree, _inside(edition), same_days(edition.day_paths), dict(signed_by(people)))


def _inside(edition: Edition) -> Mapping[tuple[str, str], Mapping[str, list[Entity]]]:
    """The public entities of every city and county by kind; places only those right under it."""
    inside: dict[tuple[str, str], dict[str, list[Entity]]] = {}
    for kind, family in edition.entities.items():
        for one in family.values():
            for above in one.above[-1:] if kind == "place" else one.above:
                if one.public and above[0] != "place":
                    inside.setdefault(above, {key: [] for key in ("place", "person", "organization")})[kind].append(one)
    return inside


def _most(edition: Edition, named: Iterable[Entity], number: int) -> list[Entity]:
    """Those that most articles name; on a tie in the order of the alphabet."""
    return nsmallest(number, named, key=lambda one: (-edition.size(one), one.slug))


def same_days(paths: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """(year, address) of the days at these addresses, newest first, by month and day."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in paths:
        if match := _DAY.fullmatch(path):
            found.setdefault(match[2], []).append((match[1], path))
    return {day: sorted(years, reverse=True) for day, years in found.items()}
