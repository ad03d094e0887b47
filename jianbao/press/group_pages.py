"""The lists: pages for every district, city, topic, newspaper, day, reporter and series; and the indexes over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from jianbao.archive.model import Group
from jianbao.frozen import frozen
from jianbao.press.beside_lists import Besides
from jianbao.press.docket import Job
from jianbao.press.edition import Edition, FeedLink, Sign
from jianbao.press.nameplate import is_picture
from jianbao.press.paging import leaves
from jianbao.press.sheet import Sheet, mark_of
from jianbao.press.strip import draw_strip
from jianbao.press.stubs import Stubs
from jianbao.press.years import under_years, years_of

WITH_FEED = frozenset({"district", "city", "topic"})


@frozen
class Shelf:
    """The groups of one city (or all groups, without a head): a part of an index."""

    head: Sign | None
    groups: tuple[tuple[Sign, int], ...]


def group_jobs(edition: Edition, stubs: Stubs, up: str, beside: Besides, groups: Iterable[Group]) -> Iterator[Job]:
    """The list pages of all `groups`; `up` is the address of their index."""
    for group in groups:
        told = partial(_docket, edition, stubs, group, beside)
        yield Job(group.path, told, partial(_group, edition, group, up, beside))


def _docket(edition: Edition, stubs: Stubs, group: Group, beside: Besides) -> bytes:
    city = edition.archive.cities.get(group.parent)
    return stubs.docket(stubs.group(group), stubs.sign(city), mark_of(beside.of(edition, group)))


def feed_link(edition: Edition, group: Group) -> FeedLink | None:
    """The feed of a group, where its kind has one."""
    return FeedLink(group.path + "feed.xml", edition.called(group)) if group.kind in WITH_FEED else None


def _group(edition: Edition, group: Group, up: str, beside: Besides) -> Iterator[Sheet]:
    archive = edition.archive
    entries = edition.listed(group.articles)
    city = archive.cities.get(group.parent)
    years = years_of(group.path, ((entry.year, line) for line, entry in enumerate(entries)))
    around = {
        "group": edition.sign(group),
        "slug": group.slug,
        "size": len(entries),
        "up": up,
        "city": edition.sign(city) if city else None,
        "beside": beside.of(edition, group),
        "years": years,
        "strip": draw_strip(entry.printed for entry in entries),
        "paper": _paper(edition, group),
        "picture": edition.nameplates.of.get(group.name) if group.kind == "newspaper" else None,
    }
    for leaf in leaves(group.path, entries):
        view = {**around, "leaf": leaf.bare(), "shelves": under_years([(one.year, one) for one in leaf.lines], years)}
        yield edition.page("group.html", leaf.path, view, feed=feed_link(edition, group))


def _paper(edition: Edition, group: Group) -> list[str]:
    """What archive.yaml says of a newspaper: the small print of its masthead, and its rights."""
    told = [one for one in edition.settings.newspapers if group.kind == "newspaper" and one.name == group.name]
    words = [word for one in told for word in (one.nameplate, one.rights)]
    return [word for word in words if word and not is_picture(word)]


def district_index(edition: Edition) -> Sheet:
    """/districts/: the districts, city by city."""
    cities = edition.archive.cities
    shelves = [Shelf(edition.sign(city), _counted(edition, city.slug)) for city in cities.values()]
    homeless = (one for one in edition.archive.districts.values() if one.parent not in cities)
    return _index(edition, "districts", [*shelves, Shelf(None, edition.sized(homeless))])


def index_sheets(edition: Edition) -> Iterator[Sheet]:
    """/cities/, /newspapers/ and /series/."""
    archive = edition.archive
    for area, groups in (
        ("cities", archive.cities),
        ("newspapers", archive.newspapers),
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
