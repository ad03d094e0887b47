"""The places of one city, ready to be looked for: where their names stand in a text, in all their forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jianbao.frozen import frozen
from jianbao.knowledge.divisions import Locality
from jianbao.knowledge.locality_names import forms, stem_of


class Form(NamedTuple):
    """A name at text[start:end], and the places that it may mean. `bare`: without its tail (孟营 for 孟营村)."""

    start: int
    end: int
    places: tuple[Locality, ...]
    bare: bool = False


@frozen(eq=False)
class CityPlaces:
    """The towns and villages of a city, in the order of their codes, and what people told of it behind them."""

    places: tuple[Locality, ...]
    by_key: Mapping[str, tuple[Locality, ...]]
    """By stem, and by every further name that people told."""
    by_head: Mapping[str, tuple[str, ...]]
    """The keys by their first two characters, the longest first: a text is scanned with one look-up a character."""
    beginnings: re.Pattern[str]
    """Where a key may begin."""
    by_code: Mapping[str, Locality]


def index(places: Iterable[Locality]) -> CityPlaces:
    """The places with every index."""
    places = tuple(places)
    by_key: dict[str, list[Locality]] = {}
    for place in places:
        for key in dict.fromkeys((stem_of(place.name), *place.aliases)):
            by_key.setdefault(key, []).append(place)
    heads: dict[str, list[str]] = {}
    for key in by_key:
        if len(key) > 1:
            heads.setdefault(key[:2], []).append(key)
    by_head = {head: tuple(sorted(keys, key=lambda key: (-len(key), key))) for head, keys in heads.items()}
    by_code = {place.code: place for place in places if place.code}
    return CityPlaces(places, {key: tuple(of) for key, of in by_key.items()}, by_head, _beginnings(by_head), by_code)


def _beginnings(heads: Iterable[str]) -> re.Pattern[str]:
    firsts, seconds = ("".join(map(re.escape, sorted({head[at] for head in heads}))) for at in (0, 1))
    return re.compile(f"[{firsts}](?=[{seconds}])" if firsts else "(?!)")


def find_forms(text: str, city: CityPlaces) -> Iterator[Form]:
    """Every form of a name of the city's places in the text, from left to right, the longest at each place.

    Forms with a tail do not overlap one another; one that stands bare may overlap what follows.
    """
    end = 0
    by_head = city.by_head
    for beginning in city.beginnings.finditer(text):
        at = beginning.start()
        keys = by_head.get(text[at : at + 2]) if at >= end else None
        form = longest_form(text, at, keys, city) if keys else None
        if form:
            end = max(end, at + 1 if form.bare else form.end)
            yield form


def longest_form(text: str, at: int, keys: Iterable[str], city: CityPlaces) -> Form | None:
    """The form that begins here with the longest key; one that stands bare only where there is no other."""
    bare = None
    for key in keys:
        form = form_at(text, at, key, city) if text.startswith(key, at) else None
        if form and not form.bare:
            return form
        bare = bare or form
    return bare


def form_at(text: str, at: int, key: str, city: CityPlaces) -> Form | None:
    """What stands where the key does: with its tail, as a full name without one, or bare; None with another tail."""
    places, end = city.by_key[key], at + len(key)
    tail = forms().tail.match(text, end) if text[end : end + 1] in forms().begins_tail else None
    if tail:
        meant = tuple(place for place in places if place.kind == tail.lastgroup and place.name != key)
        if meant:
            return Form(at, tail.end(), best_fitting(meant, text[at : tail.end()]))
    whole = tuple(place for place in places if place.name == key or key in place.aliases)
    if whole:
        return Form(at, end, whole)
    return None if tail else Form(at, end, places, bare=True)


def best_fitting(places: tuple[Locality, ...], printed: str) -> tuple[Locality, ...]:
    """Of the places of one stem those that are called just as printed, else those of that sort, else all."""
    same = tuple(place for place in places if place.name == printed)
    if same:
        return same
    ending = (
        "街道" if "街道" in printed or "办" in printed else "社区" if "社区" in printed or "居委" in printed else ""
    )
    alike = tuple(place for place in places if place.name.endswith(ending or ("村", "镇", "乡")))
    return alike or places


def is_below(place: Locality, label: str) -> bool:
    """Whether the place belongs to what has this label: its town, its county or its city."""
    return place.above == label or place.above.startswith(label + "/")
