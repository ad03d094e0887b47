"""The lists by newspaper, and by day of print."""

from __future__ import annotations

from collections.abc import Mapping

from jianbao.archive.lists import Card, Lists, gather, make_lists
from jianbao.archive.model import Group
from jianbao.archive.order import known_day, printed_day
from jianbao.archive.slugs import held_slugs
from jianbao.content.article import FrontMatter
from jianbao.content.register import Address

AREA, DAY_AREA = "newspapers", "dates"


def list_newspapers(fronts: Mapping[str, FrontMatter], register: Mapping[str, Address]) -> Lists:
    """Lists of the articles in `fronts` (newest first) by the name of their paper, where it is known."""
    members = gather((front.newspaper, id) for id, front in fronts.items() if front.newspaper)
    cards = [Card(name, name, name, name) for name in sorted(members)]
    return make_lists("newspaper", AREA, cards, members, held_slugs(register, "newspaper"))


def list_days(fronts: Mapping[str, FrontMatter]) -> dict[str, Group]:
    """Lists of the articles in `fronts` by the full day of print, newest day first. The slug is the ISO day."""
    members = gather((day, id) for id, front in fronts.items() if (day := known_day(printed_day(front))))
    return {day: Group("day", day, day_path(day), day, day, members[day]) for day in sorted(members, reverse=True)}


def day_path(day: str) -> str:
    """2022-09-23 → dates/2022/09/23/."""
    return f"{DAY_AREA}/{day.replace('-', '/')}/"
