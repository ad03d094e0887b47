"""The places below the county that articles name, with what lies above each of them; counties and cities have lists already."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from jianbao.archive.entities.naming import Identified, Identity, Naming, joined
from jianbao.archive.names.found import PlaceFound
from jianbao.knowledge.districts import Districts

LISTED = frozenset({"city", "district"})
"""Kinds of places that have lists of their own, /cities/ and /districts/."""

Elsewhere = Callable[[str, str], tuple[str, ...]]
"""Where the gazetteer has further places of a name: called with the name and the code of the one that is meant."""


def identify_places(
    found: Mapping[str, tuple[PlaceFound, ...]], districts: Districts, elsewhere: Elsewhere
) -> Identified:
    """All places named, by label; what lies between a place and its county is one too, though nobody names it."""
    first: dict[str, PlaceFound] = {}
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    namings: dict[str, tuple[Naming, ...]] = {}
    for id, places in found.items():
        for one in places:
            forms[one.label].update(one.printed)
            if one.label not in first or (any(one.why) and not any(first[one.label].why)):
                first[one.label] = one
        namings[id] = joined(Naming(one.label, one.spans, fullest(one)) for one in places)
    entities = {label: _identity(one, forms[label], districts, elsewhere) for label, one in first.items()}
    for label in list(entities):
        for above in between(label, districts):
            entities.setdefault(above, Identity(above, _name(above), town_or_village(above), above.rpartition("/")[0]))
    return Identified(entities, namings)


def fullest(place: PlaceFound) -> str:
    """The longest form in which the article prints the place."""
    return max(place.printed, key=len, default=place.name)


def between(label: str, districts: Districts) -> Iterator[str]:
    """The labels above a place that are neither a county nor a city: the town over a village."""
    above = label.rpartition("/")[0]
    while above and above not in districts.cities and not districts.find(above):
        yield above
        above = above.rpartition("/")[0]


def town_or_village(label: str) -> str:
    """The kind of a place that only stands above another one."""
    return "village" if label.endswith(("村", "社区")) else "town"


def _identity(place: PlaceFound, forms: Counter[str], districts: Districts, elsewhere: Elsewhere) -> Identity:
    printed = sorted((form for form in forms if form != place.name), key=lambda form: (-forms[form], form))
    others = elsewhere(place.name, place.code) if place.kind not in LISTED and place.code else ()
    one = Identity(place.label, place.name, place.kind, place.label.rpartition("/")[0], tuple(printed), others)
    return replace(one, why=place.why)


def _name(label: str) -> str:
    return label.rpartition("/")[2]
