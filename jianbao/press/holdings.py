"""What the archive holds of every paper, day by day, and what it does not: gaps, and pages whose day or paper is in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from jianbao.archive.model import Page
from jianbao.press.edition import Edition
from jianbao.press.printed_date import read_edtf

_KNOWN, _CITY, _NOTHING = range(3)


@dataclass(frozen=True)
class Holding:
    """The pages of one paper, or of a city's papers that nobody could name yet; `path` is empty for those.

    `days` holds the pages of every day known for certain (none where only articles tell the day). `about` those that are
    thought to belong to a day, a month or a year (EDTF without its mark of doubt), or whose paper is inferred. `weekdays`
    are the days on which the paper comes out, 1 for Monday; without them nobody can tell a gap from a day without a paper.
    """

    key: str
    name: str
    path: str
    days: Mapping[str, tuple[Page, ...]]
    about: Mapping[str, tuple[Page, ...]]
    weekdays: tuple[int, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages there are, with those in doubt."""
        return sum(map(len, self.days.values())) + sum(map(len, self.about.values()))

    @property
    def years(self) -> list[int]:
        """The years of which something is held or may be, in order."""
        return sorted({int(when[:4]) for when in (*self.days, *self.about)})

    @cached_property
    def gaps(self) -> frozenset[str]:
        """The days between the first and the last one held on which the paper came out and no page of it is here."""
        if not self.weekdays or not self.days:
            return frozenset()
        first, last = date.fromisoformat(min(self.days)), date.fromisoformat(max(self.days))
        between = (first + timedelta(days=passed) for passed in range((last - first).days))
        came_out = {day.isoformat() for day in between if day.isoweekday() in self.weekdays}
        return frozenset(came_out - self.days.keys() - self.about.keys())


def holdings(edition: Edition) -> list[Holding]:
    """Of every paper what is held, papers in the order of their list; then, by city, the pages whose paper is not known.

    Pages of which not even the year is known belong to no calendar. A day that articles tell and no page does has none.
    """
    owned: dict[tuple[int, str], list[Page]] = {}
    for page in edition.archive.pages.values():
        if read_edtf(page.issued):
            owned.setdefault(_owner(edition, page), []).append(page)
    loose: dict[tuple[int, str], list[str]] = {}
    dated = {page.date for page in edition.archive.pages.values()}
    for group in edition.archive.days.values():
        if group.slug not in dated:
            paper = edition.archive.articles[group.articles[0]].newspaper
            loose.setdefault((_KNOWN, paper) if paper else (_NOTHING, ""), []).append(group.slug)
    order = {slug: place for place, slug in enumerate((*edition.archive.newspapers, *edition.archive.cities))}
    last = len(order)
    return [
        _holding(edition, owner, owned.get(owner, ()), loose.get(owner, ()))
        for owner in sorted({*owned, *loose}, key=lambda owner: (owner[0], order.get(owner[1], last), owner[1]))
    ]


def _owner(edition: Edition, page: Page) -> tuple[int, str]:
    """Whose page it is: the paper's, else the city's, else nobody's."""
    if page.newspaper:
        return _KNOWN, page.newspaper
    name = edition.city_of(page)
    city = next((slug for slug, city in edition.archive.cities.items() if city.name == name), "")
    return (_CITY, city or name) if name else (_NOTHING, "")


def _holding(edition: Edition, owner: tuple[int, str], pages: Iterable[Page], loose: Iterable[str]) -> Holding:
    days: dict[str, list[Page]] = {day: [] for day in loose}
    about: dict[str, list[Page]] = {}
    for page in pages:
        sure = page.date and not page.inferred
        (days if sure else about).setdefault(page.date or page.issued.rstrip("?~%"), []).append(page)
    kind, slug = owner
    name, path = edition.newspaper(slug) if kind == _KNOWN else (_unnamed(edition, slug), "")
    weekdays = next((paper.days for paper in edition.settings.newspapers if kind == _KNOWN and paper.name == name), ())
    return Holding(_key(kind, slug), name, path, _tuples(days), _tuples(about), weekdays)


def _key(kind: int, slug: str) -> str:
    """The id of the paper's part of a page."""
    return slug if kind == _KNOWN else f"unknown-{slug}" if slug.isascii() and slug else "unknown"


def _unnamed(edition: Edition, slug: str) -> str:
    """What the papers of a city are called together, as long as nobody has named them."""
    city = edition.archive.cities.get(slug)
    table = edition.wording.table["calendar"]
    name = city.name if city else slug
    return str(table["paper_unknown_of"]).format(city=name) if name else str(table["paper_unknown"])


def _tuples(lists: Mapping[str, list[Page]]) -> dict[str, tuple[Page, ...]]:
    return {when: tuple(pages) for when, pages in sorted(lists.items())}
