"""Where place names stand in a text: the longest names of the gazetteer, from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from jianbao.frozen import frozen
from jianbao.knowledge.authority import read_yaml, texts
from jianbao.knowledge.districts import Districts, all_names

CONTEXT = Path(__file__).parent / "data" / "place_context.yaml"


class Mention(NamedTuple):
    """A name of the gazetteer at text[start:end]. `above` is the full name of the city named right before it, if any."""

    start: int
    end: int
    name: str
    above: str = ""


@frozen
class Context:
    """The words around a name that decide whether it is one; see data/place_context.yaml."""

    ordinary_districts: frozenset[str]
    ordinary_cities: frozenset[str]
    not_a_city_before: tuple[str, ...]
    not_a_zone_after: tuple[str, ...]
    zones: frozenset[str]
    units: tuple[str, ...]
    boundary: frozenset[str]


@cache
def context() -> Context:
    """The shipped words, read once."""
    fields, _ = read_yaml(CONTEXT)
    words: Mapping[str, tuple[str, ...]] = {key: texts(value) for key, value in fields.items()}
    return Context(
        frozenset(words["ordinary_districts"]), frozenset(words["ordinary_cities"]), words["not_a_city_before"],
        words["not_a_zone_after"], frozenset(words["zones"]), words["units"], frozenset(words["boundary"]),
    )  # fmt: skip


@lru_cache(maxsize=4)
def names_by_head(districts: Districts) -> Mapping[str, tuple[str, ...]]:
    """All names by their first two characters, the longest first: a text is scanned with one look-up a character."""
    heads: dict[str, set[str]] = {}
    for name in all_names(districts):
        heads.setdefault(name[:2], set()).add(name)
    return {head: tuple(sorted(names, key=lambda name: (-len(name), name))) for head, names in heads.items()}


@lru_cache(maxsize=4)
def beginnings(districts: Districts) -> re.Pattern[str]:
    """Where a name may begin: a first character of some name before a second one, which is one place of a text in ten."""
    heads = names_by_head(districts)
    firsts, seconds = ("".join(map(re.escape, sorted({head[at] for head in heads if len(head) > 1}))) for at in (0, 1))
    return re.compile(f"[{firsts}](?=[{seconds}])" if firsts else "(?!)")


@lru_cache(maxsize=64)
def find_places(text: str, districts: Districts) -> tuple[Mention, ...]:
    """The place names in the text, in its order, none overlapping another. A city's own name is a mention too.

    Kept for the texts of a page: an article is asked which district it speaks of, and then which other city.
    """
    found: list[Mention] = []
    for mention in longest_names(text, districts):
        before = found[-1] if found and found[-1].end == mention.start else None
        city = districts.cities.get(before.name) if before else None
        above = city.name if city and mention.name in districts.named else ""
        if above or is_place(text, mention, districts):
            found.append(mention._replace(above=above))
    return tuple(found)


def longest_names(text: str, districts: Districts) -> Iterator[Mention]:
    """Every longest name from left to right, whatever stands around it."""
    heads = names_by_head(districts)
    end = 0
    for beginning in beginnings(districts).finditer(text):
        at = beginning.start()
        names = heads.get(text[at : at + 2])
        name = next((name for name in names if text.startswith(name, at)), "") if names and at >= end else ""
        if name:
            end = at + len(name)
            yield Mention(at, end, name)


def is_place(text: str, mention: Mention, districts: Districts) -> bool:
    """Does what stands around the name let it be a place?"""
    words, (start, end, name, _) = context(), mention
    if name in districts.cities and name not in districts.named:
        before_unit = text.startswith(words.not_a_city_before, end)
        return not (name in words.ordinary_cities or (before_unit and len(name) == 2))
    if name in words.ordinary_districts:
        return False
    if name in words.zones:
        return not text[:start].endswith(words.not_a_zone_after)
    return len(name) > 2 or start == 0 or not is_han(text[start - 1]) or text[start - 1] in words.boundary


def is_han(character: str) -> bool:
    """Is it a Chinese character?"""
    return "\u3400" <= character <= "\u9fff"


def find_units(text: str, stems: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Where an office or the land of a district is named without its 区 or 县 (文峰大队), as (position, district's name).

    `stems` leads from 文峰 to 文峰区.
    """
    if not stems:
        return
    for match in _before_units(tuple(stems)).finditer(text):
        yield match.start(), stems[match[1]]


@lru_cache(maxsize=64)
def _before_units(stems: tuple[str, ...]) -> re.Pattern[str]:
    """One of the stems before an office or the land of a district."""
    return re.compile(f"({'|'.join(map(re.escape, stems))})(?:{'|'.join(context().units)})")
