"""The years of a long list: how many articles each has, and on which leaf it begins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from jianbao.frozen import frozen
from jianbao.press.paging import LENGTH, leaf_path

T = TypeVar("T")


class Year(NamedTuple):
    """A year of a list: empty where it is not known, its number of articles in the whole list, and where it begins."""

    year: str
    size: int
    address: str


@frozen
class YearShelf(Generic[T]):
    """What one leaf has of a year: the id of its heading, its number of articles in the whole list, and the lines."""

    year: str
    anchor: str
    size: int
    lines: tuple[T, ...]


def years_of(path: str, articles: Iterable[tuple[str, int]], length: int = LENGTH) -> tuple[Year, ...]:
    """The years of the list at `path`. Every article is told by its year and by the number of its first line, from 0."""
    sizes: dict[str, int] = {}
    begins: dict[str, int] = {}
    for year, line in articles:
        sizes[year] = sizes.get(year, 0) + 1
        begins.setdefault(year, line)
    return tuple(
        Year(year, size, f"{leaf_path(path, begins[year] // length + 1)}#{_anchor(year)}")
        for year, size in sizes.items()
    )


def under_years(lines: Iterable[tuple[str, T]], years: Sequence[Year]) -> list[YearShelf[T]]:
    """The lines of a leaf, each told with its year, under their years."""
    sizes = {one.year: one.size for one in years}
    shelves: dict[str, list[T]] = {}
    for year, line in lines:
        shelves.setdefault(year, []).append(line)
    return [YearShelf(year, _anchor(year), sizes[year], tuple(run)) for year, run in shelves.items()]


def _anchor(year: str) -> str:
    return f"y{year}" if year else "undated"
