"""The places below the county that articles name, with what lies above each of them; counties and cities have lists already."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from jianbao.archive.entities.naming import Identified, Identity, Naming, joined, other_forms
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
    proper = settle(
        {one.label for places in found.values() for one in places if not one.code and one.kind not in LISTED}
    )
    first: dict[str, PlaceFound] = {}
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    namings: dict[str, tuple[Naming, ...]] = {}
    for id, places in found.items():
        meant = [one._replace(label=proper[one.label]) if one.label in proper else one for one in places]
        for one in meant:
            of_label = forms[one.label]
            for form in one.printed:
                of_label[form] += 1
            known = first.setdefault(one.label, one)
            if known is not one and any(one.why) and not any(known.why):
                first[one.label] = one
        namings[id] = joined([Naming(one.label, one.spans, as_printed(one)) for one in meant])
    entities = {label: _identity(one, forms[label], districts, elsewhere) for label, one in first.items()}
    for label in list(entities):
        for above in between(label, districts):
            entities.setdefault(above, Identity(above, _name(above), town_or_village(above), above.rpartition("/")[0]))
    return Identified(entities, namings, proper)


def settle(labels: AbstractSet[str]) -> dict[str, str]:
    """The labels of hamlets and estates that stand under the county in one article, and under a village of it in another.

    Only where one village has them: 卫东区/谷庄自然村 is 卫东区/光华路街道/程庄村/谷庄自然村.
    """
    deeper: dict[str, set[str]] = defaultdict(set)
    for label in labels:
        *above, name = label.split("/")
        for depth in range(1, len(above)):
            deeper["/".join((*above[:depth], name))].add(label)
    lowest = {short: {one for one in found if one not in deeper} for short, found in deeper.items() if short in labels}
    return {short: found.pop() for short, found in lowest.items() if len(found) == 1}


def as_printed(place: PlaceFound) -> str:
    """The proper name where the article prints it, else the longest form that it prints."""
    name = place.name
    return name if name in place.printed else max(place.printed, key=len, default=name)


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
    others = elsewhere(place.name, place.code) if place.kind not in LISTED and place.code else ()
    above = place.label.rpartition("/")[0]
    return Identity(place.label, place.name, place.kind, above, other_forms(place.name, forms), others, place.why)


def _name(label: str) -> str:
    return label.rpartition("/")[2]
