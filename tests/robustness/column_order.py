"""Columns out of order: mixed line by line, a strayed line, an opening that comes late, headlines apart from bodies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import zip_longest
from random import Random
from typing import NamedTuple

from tests.robustness.sheet import Setting, Sheet, Strip

HEADS = ("label", "kicker", "title", "subtitle", "byline")


class Pair(NamedTuple):
    """Two neighbouring columns of a story: the places of their strips, which stand one after the other."""

    story: int
    left: list[int]
    right: list[int]


def _columns(sheet: Sheet, story: int) -> dict[int, list[int]]:
    columns: dict[int, list[int]] = {}
    for at, strip in enumerate(sheet.strips):
        if strip.story == story and strip.role == "paragraph" and not strip.fixed:
            columns.setdefault(strip.column, []).append(at)
    return columns


def _pairs(sheet: Sheet, least: int) -> Iterator[Pair]:
    """Neighbouring columns that hold nothing but running text, of `least` lines or more each."""
    for story in range(len(sheet.stories)):
        columns = _columns(sheet, story)
        for number in sorted(columns):
            left, right = columns[number], columns.get(number + 1, [])
            whole = right and right[-1] - left[0] + 1 == len(left) + len(right)
            if whole and all(sum(len(sheet.strips[at].lines) for at in side) >= least for side in (left, right)):
                yield Pair(story, left, right)


def _repaired(sheet: Sheet, story: int, strips: list[Strip]) -> Sheet:
    truth = replace(sheet.stories[story].truth, order="repaired")
    return replace(sheet, strips=tuple(strips)).with_truth(story, truth)


def _one_of(sheet: Sheet, rng: Random, least: int) -> Pair | None:
    pairs = list(_pairs(sheet, least))
    return rng.choice(pairs) if pairs else None


def _lines(sheet: Sheet, places: list[int], setting: Setting) -> list[tuple[str, bool]]:
    """The lines of the strips, each with whether a strip begins with it; indents are printed into them."""
    return [
        ((setting.indent if strip.opens and not number else "") + line, number == 0)
        for strip in (sheet.strips[at] for at in places)
        for number, line in enumerate(strip.lines)
    ]


def _mixed(sheet: Sheet, rng: Random, row: Callable[[str, str], tuple[str, ...]]) -> Sheet:
    pair = _one_of(sheet, rng, 4)
    if pair is None:
        return sheet
    left, right = (_lines(sheet, side, sheet.setting) for side in (pair.left, pair.right))
    mould = sheet.strips[pair.left[0]]
    mixed: list[list[str]] = []
    for one, other in zip_longest(left, right, fillvalue=("", False)):
        if not mixed or one[1]:
            mixed.append([])
        mixed[-1] += row(one[0], other[0])
    strips = [replace(mould, lines=tuple(lines), opens=False) for lines in mixed]
    start, end = pair.left[0], pair.right[-1] + 1
    return _repaired(sheet, pair.story, [*sheet.strips[:start], *strips, *sheet.strips[end:]])


def interleave_lines(sheet: Sheet, rng: Random) -> Sheet:
    """Two columns mixed: a line of the left one, a line of the right one, in turn."""
    return _mixed(sheet, rng, lambda one, other: tuple(line for line in (one, other) if line))


def set_side_by_side(sheet: Sheet, rng: Random) -> Sheet:
    """Two columns in one: each line of the file holds a line of either, with spaces between."""
    gap = rng.choice(("  ", "    ", "\t"))
    return _mixed(sheet, rng, lambda one, other: (f"{one}{gap}{other}" if other else one,))


def stray_line(sheet: Sheet, rng: Random) -> Sheet:
    """The first line of the right column stands after the first line of the left one."""
    pair = _one_of(sheet, rng, 3)
    if pair is None or len(sheet.strips[pair.right[0]].lines) < 2:
        return sheet
    strips = list(sheet.strips)
    left, right = strips[pair.left[0]], strips[pair.right[0]]
    strips[pair.left[0]] = replace(left, lines=(left.lines[0], right.lines[0], *left.lines[1:]))
    strips[pair.right[0]] = replace(right, lines=right.lines[1:], opens=False)
    return _repaired(sheet, pair.story, strips)


def displace_opening(sheet: Sheet, rng: Random) -> Sheet:
    """The first two lines of a news item come after the rest of its first column."""
    places = [
        columns[0]
        for story in range(len(sheet.stories))
        if len((columns := _columns(sheet, story)).get(0, [])) > 1
        and len(sheet.strips[columns[0][0]].lines) > 3
        and sheet.strips[columns[0][0]].lines[0].startswith("本报讯")
        and columns[0][-1] - columns[0][0] + 1 == len(columns[0])
    ]
    if not places:
        return sheet
    column = rng.choice(places)
    strips = list(sheet.strips)
    first = strips[column[0]]
    late = [replace(first, lines=(line,), opens=not number) for number, line in enumerate(first.lines[:2])]
    strips[column[0]] = replace(first, lines=first.lines[2:], opens=False)
    strips[column[-1] + 1 : column[-1] + 1] = late
    return _repaired(sheet, first.story, strips)


def swap_columns(sheet: Sheet, rng: Random) -> Sheet:
    """Two columns of one article in the wrong order, where sentences that run over the columns' ends tell the right one."""
    pairs = [p for p in _pairs(sheet, 4) if p.left[0] and _runs_over(sheet, p)]
    if not pairs:
        return sheet
    pair = rng.choice(pairs)
    strips = list(sheet.strips)
    start, middle, end = pair.left[0], pair.right[0], pair.right[-1] + 1
    return _repaired(sheet, pair.story, [*strips[:start], *strips[middle:end], *strips[start:middle], *strips[end:]])


def _runs_over(sheet: Sheet, pair: Pair) -> bool:
    return not sheet.strips[pair.left[0]].opens and not sheet.strips[pair.right[0]].opens


def part_headlines(sheet: Sheet, rng: Random) -> Sheet:
    """The big type of two or three neighbouring articles first, then their bodies."""
    if len(sheet.stories) < 3:
        return sheet
    first = rng.randrange(len(sheet.stories) - 1)
    chosen = range(first, min(first + rng.randint(2, 3), len(sheet.stories)))
    if any(not sheet.stories[number].truth.title for number in chosen):
        return sheet
    strips = sheet.strips
    inside = [at for at, strip in enumerate(strips) if strip.story in chosen]
    start, end = inside[0], inside[-1] + 1
    heads = [strip for strip in strips[start:end] if strip.role in HEADS[:4]]
    bodies = [strip for strip in strips[start:end] if strip.role not in HEADS[:4]]
    sheet = replace(sheet, strips=(*strips[:start], *heads, *bodies, *strips[end:]))
    for number in chosen:
        sheet = sheet.with_truth(number, replace(sheet.stories[number].truth, order="repaired"))
    return sheet


def part_title(sheet: Sheet, rng: Random) -> Sheet:
    """A headline of two halves stands in two blocks."""
    places = [at for at, strip in enumerate(sheet.strips) if strip.role == "title" and strip.lines[0].count(" ") == 1]
    if not places or sheet.language != "zh":
        return sheet
    at = rng.choice(places)
    halves = (replace(sheet.strips[at], lines=(half,)) for half in sheet.strips[at].lines[0].split(" "))
    return replace(sheet, strips=(*sheet.strips[:at], *halves, *sheet.strips[at + 1 :]))
