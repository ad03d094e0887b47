"""The lists: pages for every district, city, topic, newspaper, day and reporter; and the indexes over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jianbao.archive.model import Group
from jianbao.press.edition import Edition, FeedLink, Sheet
from jianbao.press.paging import by_year, leaves

WITH_FEED = frozenset({"district", "city", "topic"})


@dataclass(frozen=True, slots=True)
class Shelf:
    """The groups of one city (or all groups, without a head): a part of an index."""

    head: Group | None
    groups: tuple[tuple[Group, int], ...]


def group_sheets(edition: Edition, groups: Mapping[str, Group], up: str) -> Iterator[Sheet]:
    """The list pages of all `groups`; `up` is the address of their index."""
    for group in groups.values():
        yield from _group(edition, group, up)


def feed_link(edition: Edition, group: Group) -> FeedLink | None:
    """The feed of a group, where its kind has one."""
    return FeedLink(group.path + "feed.xml", edition.called(group)) if group.kind in WITH_FEED else None


def _group(edition: Edition, group: Group, up: str) -> Iterator[Sheet]:
    archive = edition.archive
    entries = edition.listed(group.articles)
    around = {
        "group": group,
        "size": len(entries),
        "up": up,
        "city": archive.cities.get(group.parent),
        "members": _members(edition, group),
    }
    for leaf in leaves(group.path, entries):
        view = {**around, "leaf": leaf, "years": by_year(leaf.lines)}
        yield edition.page("group.html", leaf.path, view, feed=feed_link(edition, group))


def _members(edition: Edition, group: Group) -> list[tuple[Group, int]]:
    """The districts of a city, with their sizes."""
    if group.kind != "city":
        return []
    return [(one, edition.size(one)) for one in edition.archive.districts.values() if one.parent == group.slug]


def district_index(edition: Edition) -> Sheet:
    """/districts/: the districts, city by city."""
    cities = edition.archive.cities
    shelves = [Shelf(city, _counted(edition, city.slug)) for city in cities.values()]
    homeless = tuple((one, edition.size(one)) for one in edition.archive.districts.values() if one.parent not in cities)
    return _index(edition, "districts", [*shelves, Shelf(None, homeless)])


def index_sheets(edition: Edition) -> Iterator[Sheet]:
    """/cities/, /newspapers/ and /reporters/."""
    archive = edition.archive
    for area, groups in (
        ("cities", archive.cities),
        ("newspapers", archive.newspapers),
        ("reporters", archive.reporters),
    ):
        yield _index(edition, area, [_whole(edition, groups)])


def topic_index(edition: Edition) -> Sheet:
    """/topics/."""
    return _index(edition, "topics", [_whole(edition, edition.archive.topics)])


def _index(edition: Edition, area: str, shelves: list[Shelf]) -> Sheet:
    view = {"area": area, "shelves": [shelf for shelf in shelves if shelf.groups]}
    return edition.page("index.html", f"{area}/", view)


def _whole(edition: Edition, groups: Mapping[str, Group]) -> Shelf:
    return Shelf(None, tuple((group, edition.size(group)) for group in groups.values()))


def _counted(edition: Edition, city: str) -> tuple[tuple[Group, int], ...]:
    return tuple((one, edition.size(one)) for one in edition.archive.districts.values() if one.parent == city)
