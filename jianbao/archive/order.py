"""The orders of the archive: pages as they came out, articles as printed, lists newest first, feeds by arrival."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from jianbao.content.article import FrontMatter
from jianbao.content.edtf import is_day

UNKNOWN_LAST = "~"
"""Sorts after every date."""


def printed_day(front: FrontMatter) -> str:
    """The day the paper came out, as far as known: a full ISO day, a month, a year; empty where nothing is known."""
    return front.date or front.issued


@lru_cache(maxsize=1 << 12)
def natural(text: str) -> tuple[tuple[int, str], ...]:
    """Numbers sort by value: 版次 2 before 10, A2 before A10."""
    pieces = re.findall(r"\d+|\D+", text)
    return tuple((int(piece), "") if piece.isdecimal() else (0, piece) for piece in pieces)


def newest_first(fronts: Mapping[str, FrontMatter]) -> tuple[str, ...]:
    """Ids by printed day, the newest first, unknown days last; within a day as the mapping has them (as printed)."""
    dated = sorted((id for id, front in fronts.items() if printed_day(front)), key=lambda id: day_rank(fronts[id]))
    return (*dated, *(id for id, front in fronts.items() if not printed_day(front)))


def day_rank(front: FrontMatter) -> tuple[int, ...]:
    """Sorts newest first. A month stands at its end, so that what is known less exactly is not lost behind its days."""
    return _rank_of(printed_day(front))


@lru_cache(maxsize=1 << 14)
def _rank_of(printed: str) -> tuple[int, ...]:
    first = printed.partition("/")[0].replace("X", "9")
    digits = [int(part) for part in re.findall(r"\d+", first)[:3]]
    year, month, day = (*digits, 99, 99)[:3] if len(digits) < 3 else digits
    return (-year, -month, -day)


def newest_in_archive(fronts: Mapping[str, FrontMatter]) -> tuple[str, ...]:
    """Ids by the day they came into the archive, newest first; within a day as the mapping has them."""
    days = sorted({front.added for front in fronts.values()}, reverse=True)
    by_day: dict[str, list[str]] = {day: [] for day in days}
    for id, front in fronts.items():
        by_day[front.added].append(id)
    return tuple(id for ids in by_day.values() for id in ids)


def neighbours(keys: Iterable[str]) -> dict[str, tuple[str, str]]:
    """For every key the one before it and the one after it, empty at the ends."""
    around = ["", *keys, ""]
    before = dict(zip(around[1:-1], around, strict=False))
    after = {first: second for first, second in pairwise(around) if first}
    return {key: (before[key], after[key]) for key in around[1:-1]}


def known_day(issued: str) -> str:
    """The printed date where it is a full day of the calendar, else empty."""
    return issued if is_day(issued) else ""
