"""The lists: pages for every district, city, topic, newspaper, day, reporter and series; and the indexes over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jianbao.archive.model import Group
from jianbao.press.beside_lists import Besides
from jianbao.press.edition import Edition, FeedLink, Sign
from jianbao.press.paging import by_year, leaves
from jianbao.press.sheet import Sheet

WITH_FEED = frozenset({"district", "city", "topic"})


@dataclass(frozen=True, slots=True)
class Shelf:
    """The groups of one city (or all groups, without a head): a part of an index."""

    head: Sign | None
    groups: tuple[tuple[Sign, int], ...]


def group_sheets(edition: Edition, groups: Mapping[str, Group], up: str, beside: Besides) -> Iterator[Sheet]:
    """The list pages of all `groups`; `up` is the address of their index."""
    for group in groups.values():
        yield from _group(edition, group, up, beside)


def feed_link(edition: Edition, group: Group) -> FeedLink | None:
    """The feed of a group, where its kind has one."""
    return FeedLink(group.path + "feed.xml", edition.called(group)) if group.kind in WITH_FEED else None


def _group(edition: Edition, group: Group, up: str, beside: Besides) -> Iterator[Sheet]:
    archive = edition.archive
    entries = edition.listed(group.articles)
    city = archive.cities.get(group.parent)
    around = {
        "group": edition.sign(group),
        "size": len(entries),
        "up": up,
        "city": edition.sign(city) if city else None,
        "beside": beside.of(edition, group),
    }
    for leaf in leaves(group.path, entries):
        view = {**around, "leaf": leaf.bare(), "years": by_year(leaf.lines)}
        yield edition.page("group.html", leaf.path, view, feed=feed_link(edition, group))


def district_index(edition: Edition) -> Sheet:
    """/districts/: the districts, city by city."""
    cities = edition.archive.cities
    shelves = [Shelf(edition.sign(city), _counted(edition, city.slug)) for city in cities.values()]
    homeless = (one for one in edition.archive.districts.values() if one.parent not in cities)
    return _index(edition, "districts", [*shelves, Shelf(None, edition.sized(homeless))])


def index_sheets(edition: Edition) -> Iterator[Sheet]:
    """/cities/, /newspapers/, /reporters/ and /series/."""
    archive = edition.archive
    for area, groups in (
        ("cities", archive.cities),
        ("newspapers", archive.newspapers),
        ("reporters", archive.reporters),
        ("series", archive.series),
    ):
        yield _index(edition, area, [_whole(edition, groups)])


def topic_index(edition: Edition) -> Sheet:
    """/topics/."""
    return _index(edition, "topics", [_whole(edition, edition.archive.topics)])


def _index(edition: Edition, area: str, shelves: list[Shelf]) -> Sheet:
    view = {"area": area, "shelves": [shelf for shelf in shelves if shelf.groups]}
    return edition.page("index.html", f"{area}/", view)


def _whole(edition: Edition, groups: Mapping[str, Group]) -> Shelf:
    return Shelf(None, edition.sized(groups.values()))


def _counted(edition: Edition, city: str) -> tuple[tuple[Sign, int], ...]:
    return edition.sized(one for one in edition.archive.districts.values() if one.parent == city)
