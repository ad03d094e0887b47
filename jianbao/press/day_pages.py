"""/dates/YYYY/MM/DD/: what came out on a day, page by page, and the days before and after it that are held."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby, pairwise

from jianbao.archive.model import Group
from jianbao.archive.order import natural, neighbours
from jianbao.frozen import frozen
from jianbao.press.beside_lists import Besides
from jianbao.press.docket import Job
from jianbao.press.edition import Edition, Entry
from jianbao.press.paging import leaves
from jianbao.press.sheet import Late, Sheet, mark_of
from jianbao.press.spine import Spine, draw_spine
from jianbao.press.stubs import Stubs

PAGES = 8
"""A leaf of a day has so many newspaper pages."""


@frozen
class DayPage:
    """A newspaper page of the day with its articles; without a page (`path` empty) articles that nobody put on one."""

    id: str
    path: str
    paper: str
    number: str
    name: str
    losses: int
    entries: tuple[Entry, ...]


def days_in_turn(
    edition: Edition, wanted: Container[str] | None = None
) -> list[tuple[Group, Group | None, Group | None]]:
    """The days that are held (only the `wanted` ones) in their order, each with the one before and the one after it."""
    days = edition.archive.days
    around = neighbours(sorted(days)).items()
    return [
        (days[day], days.get(before), days.get(after))
        for day, (before, after) in around
        if wanted is None or day in wanted
    ]


def day_jobs(
    edition: Edition, stubs: Stubs, beside: Besides, days: Iterable[tuple[Group, Group | None, Group | None]]
) -> Iterator[Job]:
    """The pages of days, which are given with their neighbours."""
    for group, before, after in days:
        told = partial(_docket, edition, stubs, group, (before, after), beside)
        yield Job(group.path, told, partial(_day, edition, group, before, after, beside))


def _docket(edition: Edition, stubs: Stubs, group: Group, near: Iterable[Group | None], beside: Besides) -> bytes:
    pages = dict.fromkeys(edition.archive.articles[id].page for id in group.articles)
    return stubs.docket(
        stubs.group(group), *map(stubs.page, pages), *map(stubs.sign, near), mark_of(beside.of(edition, group))
    )


def _day(edition: Edition, group: Group, before: Group | None, after: Group | None, beside: Besides) -> Iterator[Sheet]:
    year, month, day = map(int, group.slug.split("-"))
    pages = _pages(edition, group)
    told = {
        "day": edition.wording.date(group.slug),
        "weekday": edition.wording.table["calendar"]["weekdays"][date(year, month, day).weekday()],
        "year": year,
        "month": month,
        "size": edition.size(group),
        "pages": sum(bool(page.path) for page in pages),
        "absent": _absent(pages),
        "same_day": beside.of(edition, group).same_day,
        "before": _sign(edition, before),
        "after": _sign(edition, after),
    }
    for leaf in leaves(group.path, pages, PAGES):
        view = {**told, "leaf": leaf.bare(), "held": leaf.lines, "spines": _spines(edition, leaf.lines)}
        yield edition.page("day.html", leaf.path, view)


def _sign(edition: Edition, group: Group | None) -> tuple[str, str]:
    """The address of another day and how it is said; both empty where there is none."""
    return (group.path, edition.wording.date(group.slug)) if group else ("", "")


def _pages(edition: Edition, group: Group) -> list[DayPage]:
    """The pages of the day by paper and number; the articles of no page come last."""
    articles = edition.archive.articles
    by_page: dict[str, list[Entry]] = {}
    for id in group.articles:
        by_page.setdefault(articles[id].page, []).extend(edition.listed([id]))
    pages = [_page(edition, id, entries) for id, entries in by_page.items()]
    return sorted(pages, key=lambda page: (not page.path, page.paper, natural(page.number)))


def _page(edition: Edition, id: str, entries: list[Entry]) -> DayPage:
    page = edition.archive.pages.get(id)
    shown = tuple(sorted(entries, key=lambda entry: entry.position))
    if page is None:
        return DayPage("", "", "", "", "", 0, shown)
    paper = edition.wording.paper(edition.newspaper(page.newspaper)[0], "newspaper" in page.inferred)
    return DayPage(id, page.path, paper or edition.city_of(page), page.page, page.page_name, page.losses, shown)


def _absent(pages: Sequence[DayPage]) -> list[tuple[str, str]]:
    """(paper, numbers) of pages that came out, as pages with higher numbers are held, and are not here."""
    absent = []
    for paper, run in groupby(pages, key=lambda page: page.paper):
        held = [0, *sorted({int(page.number) for page in run if re.fullmatch(r"\d{1,2}", page.number)})]
        between = [(before + 1, after - 1) for before, after in pairwise(held) if after - before > 1]
        if between:
            absent.append((paper, ", ".join(f"{a}–{b}" if a < b else str(a) for a, b in between)))
    return absent


def _spines(edition: Edition, pages: Sequence[DayPage]) -> Late:
    """The spine of every page, None where there is no page; drawn when the day is printed."""
    held = edition.archive.pages
    articles = edition.archive.articles
    digests = [(page.id and held[page.id].digest, [articles[one.id].digest for one in page.entries]) for page in pages]
    return Late(mark_of(digests), partial(_draw, edition, pages))


def _draw(edition: Edition, pages: Sequence[DayPage]) -> list[Spine | None]:
    held, articles = edition.archive.pages, edition.archive.articles
    return [draw_spine(held[page.id], articles) if page.id else None for page in pages]
