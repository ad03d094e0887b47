"""Districts by topics: a field of squares, the darker the more articles, each with its number."""

from __future__ import annotations

from collections.abc import Iterable

from jianbao.archive.model import Group
from jianbao.frozen import frozen
from jianbao.press.charts.scale import percent, shade
from jianbao.press.charts.tally import Tally
from jianbao.press.edition import Edition, Sign

DISTRICTS, TOPICS = 20, 14
"""So many of each are drawn, the largest."""
NAMES = 24
"""The names of the districts take so many percent of the width."""
HEIGHT = 28


@frozen
class Cell:
    """The articles of a district on a topic: their number, its shade, its place across and that of its middle."""

    number: int
    shade: int
    left: str
    middle: str


@frozen
class Row:
    """A district with its cells; `name` tells it from another of the same name."""

    sign: Sign
    name: str
    top: int
    cells: tuple[Cell, ...]


@frozen
class Districts:
    """The rows, and the topics above the columns with the middle of each; `wide` is the width of a cell."""

    rows: tuple[Row, ...]
    topics: tuple[tuple[Sign, str], ...]
    wide: str
    head: int
    """The height of the head, in which the topics stand upright."""


def draw_districts(edition: Edition, tally: Tally) -> Districts | None:
    """The field; None where there are no two districts or no two topics."""
    districts = _largest(edition, edition.archive.districts.values(), DISTRICTS)
    topics = _largest(edition, edition.archive.topics.values(), TOPICS)
    if len(districts) < 2 or len(topics) < 2:
        return None
    names = [district.name for district in districts]
    most = max((tally.district_topics[one.slug, topic.slug] for one in districts for topic in topics), default=0)
    if not most:
        return None
    wide = (100 - NAMES) / len(topics)

    def row(place: int, district: Group) -> Row:
        numbers = [tally.district_topics[district.slug, topic.slug] for topic in topics]
        cells = tuple(
            Cell(number, shade(number, most), percent(NAMES + at * wide, 100), percent(NAMES + (at + 0.5) * wide, 100))
            for at, number in enumerate(numbers)
        )
        name = district.name if names.count(district.name) == 1 else edition.called(district)
        return Row(edition.sign(district), name, place * HEIGHT, cells)

    return Districts(
        tuple(row(place, district) for place, district in enumerate(districts)),
        tuple((edition.sign(topic), percent(NAMES + (at + 0.5) * wide, 100)) for at, topic in enumerate(topics)),
        percent(wide, 100),
        max(_length(topic.name) for topic in topics) + 10,
    )


def _largest(edition: Edition, groups: Iterable[Group], number: int) -> list[Group]:
    held = ((edition.size(group), group) for group in groups)
    return [group for size, group in sorted(held, key=lambda pair: -pair[0])[:number] if size]


def _length(name: str) -> int:
    """How long a name is in print, in pixels: Han characters are twice as wide as Latin letters."""
    return sum(14 if letter > "\u2e80" else 7 for letter in name)
