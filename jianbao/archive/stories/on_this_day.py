"""On this day: what was printed on the same day of other years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice

from jianbao.archive.stories.newest import newest_first
from jianbao.archive.stories.traits import Traits
from jianbao.content.edtf import is_day

AT_MOST = 5
_LEFT_OUT = frozenset(("advertisement", "listing", "notice", "other"))
"""Kinds that nobody looks back to."""


def find_on_this_day(traits: Mapping[str, Traits]) -> dict[str, tuple[str, ...]]:
    """Up to five ids for every article with a known day that has any: of its paper or city first, each newest first."""
    days = _Days(newest_first(one for one in traits.values() if is_day(one.printed) and one.kind not in _LEFT_OUT))
    found = {id: days.others(one.printed, one.newspaper, one.city) for id, one in traits.items() if is_day(one.printed)}
    return {id: others for id, others in found.items() if others}


class _Days:
    """Reports by month and day, all of them and those of each paper and each city, newest first."""

    def __init__(self, reports: Iterable[Traits]) -> None:
        self._lists: dict[tuple[str, str], list[Traits]] = {}
        self.others = cache(self._others)
        """The ids for a day, a paper and a city; all articles of a page share them."""
        for one in reports:
            for of in ("", one.newspaper and f"paper {one.newspaper}", one.city and f"city {one.city}"):
                here = self._lists.setdefault((one.printed[5:], of), [])
                if not (here and here[-1] is one):
                    here.append(one)

    def _others(self, day: str, newspaper: str, city: str) -> tuple[str, ...]:
        near = {
            other.id: other
            for of in (f"paper {newspaper}", f"city {city}")
            for other in islice(self._of_other_years(day, of), AT_MOST)
        }
        nearest = [other.id for other in newest_first(near.values())]
        rest = (other.id for other in self._of_other_years(day, "") if other.id not in near)
        return (*nearest, *islice(rest, AT_MOST))[:AT_MOST]

    def _of_other_years(self, day: str, of: str) -> Iterator[Traits]:
        year = day[:5]
        return (other for other in self._lists.get((day[5:], of), ()) if not other.printed.startswith(year))
