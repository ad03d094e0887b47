"""版架, the shelf of the front page: newspaper pages as spines by year, and from many pages on bound volumes, one a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from math import sqrt

from jianbao.archive.model import Page
from jianbao.frozen import frozen
from jianbao.press.edition import Edition
from jianbao.press.printed_date import read_edtf
from jianbao.press.spine import Spine, draw_spine

SPINES, NEW_SPINES, FEW, VOLUMES = 36, 18, 12, 60
"""So many pages stand on a shelf by themselves; of more only the newest ones do, before the volumes of the years."""
TALLEST, LOWEST = 100, 22
"""The heights of the volumes with most and with fewest pages."""


@frozen
class Standing:
    """A page on the shelf; `caption` is its day without the year, as exactly as it is known, below its spine."""

    path: str
    name: str
    caption: str
    year: str
    spine: Spine


@frozen
class Volume:
    """The pages of a year as one bound volume (empty `year`: not known): its address, how many they are, how tall it is."""

    year: str
    path: str
    pages: int
    height: int


@frozen
class Shelf:
    """The spines under their years, earliest first, unknown years at the end; and the volumes, where there are any."""

    years: tuple[tuple[str, tuple[Standing, ...]], ...]
    volumes: tuple[Volume, ...]
    few: bool


@frozen
class Stock:
    """What the shelf has to hold: how many pages, and the volumes behind those that stand by themselves."""

    pages: int
    volumes: tuple[Volume, ...]


def take_stock(pages: Sequence[Page]) -> Stock:
    """The stock of all pages."""
    volumes = _volumes(pages) if len(pages) > SPINES else ()
    return Stock(len(pages), volumes if len(volumes) > 1 else ())


def fill_shelf(edition: Edition, newest: Sequence[Page], stock: Stock) -> Shelf:
    """The shelf: the newest pages, which are given newest first (`SPINES` at least, where there are so many), then volumes."""
    shown = sorted(
        newest[: NEW_SPINES if stock.pages > SPINES else SPINES], key=lambda page: (not page.issued, page.issued)
    )
    standing = [_standing(edition, page) for page in shown]
    years = tuple((year, tuple(run)) for year, run in groupby(standing, key=lambda one: one.year))
    return Shelf(years, stock.volumes, stock.pages <= FEW)


def _standing(edition: Edition, page: Page) -> Standing:
    return Standing(
        page.path,
        edition.page_name(page),
        _caption(edition, page),
        _year_of(page),
        draw_spine(page, edition.archive.articles),
    )


def _year_of(page: Page) -> str:
    read = read_edtf(page.issued)
    return f"{read.year:04}" if read else ""


def _caption(edition: Edition, page: Page) -> str:
    read = read_edtf(page.issued)
    if read is None or not read.month:
        return ""
    table = edition.wording.table["dates"]
    form = table["day_of_year"] if read.day else table["month_of_year"]
    said = str(form).format(m=read.month, d=read.day, name=edition.wording.month(read.month))
    return said if page.date and "issued" not in page.inferred else str(table["about"]).format(date=said)


def _volumes(pages: Iterable[Page]) -> tuple[Volume, ...]:
    """The latest years with the pages of which nobody knows the year behind them; heights by the root of their pages."""
    counted = Counter(_year_of(page) for page in pages)
    most = max(counted.values())
    years = [*sorted(filter(None, counted))[-VOLUMES:], *([""] if counted[""] else [])]
    return tuple(
        Volume(year, f"dates/{year or 'undated'}/", counted[year], _height(counted[year], most)) for year in years
    )


def _height(pages: int, most: int) -> int:
    return LOWEST + round((TALLEST - LOWEST) * sqrt(pages / most))
