"""Which organization is meant: short forms tied to the full name within a county, and what each body belongs to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from jianbao.archive.entities.naming import Identified, Identity, Naming, joined, other_forms
from jianbao.archive.entities.reach import COUNTRY
from jianbao.archive.entities.short_forms import steady, tie
from jianbao.archive.names.found import OrganizationFound
from jianbao.archive.names.passage import Passage
from jianbao.archive.passages import main_district
from jianbao.knowledge.bodies import is_national
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.told_organizations import ToldOrganizations

_OF_THE_COUNTRY = ("中国", "国家", "全国", "中华", "中共中央", "国务院", "最高人民")
_BRANCHES = ("支行", "分行", "分公司", "支公司", "营业部", "加油站")
"""Branches stand in the county, whatever the name of the whole."""


class Body(NamedTuple):
    """What a printed name means in a county: the key in the register, the proper name, the label of what it belongs to."""

    key: str
    name: str
    parent: str


def identify_organizations(
    found: Mapping[str, tuple[OrganizationFound, ...]], passages: Mapping[str, Passage], districts: Districts,
    told: ToldOrganizations,
) -> Identified:  # fmt: skip
    """The organizations by key. A body whose name says no place is told apart by the county of the article."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for id, organizations in found.items():
        counts[main_district(passages[id])].update(one.name for one in organizations)
    bodies = dict(meant_by(counts, districts, told))
    namings: dict[str, tuple[Naming, ...]] = {}
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for id, organizations in found.items():
        county, named = main_district(passages[id]), []
        for name, spans, kind in organizations:
            if body := bodies.get((county, name)):
                key = body.key
                named.append(Naming(key, spans, name))
                kinds[key][kind] += 1
                forms[key][name] += 1
        namings[id] = joined(named)
    entities = {body.key: identity_of(body, kinds[body.key], forms[body.key]) for body in reversed(bodies.values())}
    return Identified(entities, namings, dict(renamed(bodies, districts)))


def meant_by(
    counts: Mapping[str, Counter[str]], districts: Districts, told: ToldOrganizations
) -> Iterator[tuple[tuple[str, str], Body]]:
    """What each printed name means in each county, as ((county, printed), body); what people hid is left out."""
    proper = tie(counts, districts, told)
    for county, printed in ((county, printed) for county, names in counts.items() for printed in names):
        name = proper.get((county, printed), printed)
        if not (told.hidden(name, county) or told.hidden(printed, county)):
            parent = parent_of(name, county, districts)
            yield (county, printed), Body(key_of(name, parent, county, districts), name, parent)


def renamed(bodies: Mapping[tuple[str, str], Body], districts: Districts) -> Iterator[tuple[str, str]]:
    """(key, key now) of bodies that had their printed name for a key before the archive knew the full one."""
    keys = {body.key for body in bodies.values()}
    for (county, printed), body in bodies.items():
        if printed == body.name:
            continue
        before = key_of(printed, parent_of(printed, county, districts), county, districts)
        if before not in keys:
            yield before, body.key


def parent_of(name: str, county: str, districts: Districts) -> str:
    """The label of the county, city or province that a body's name says, or 中国; else the county of the article."""
    if (name.startswith(_OF_THE_COUNTRY) and not name.endswith(_BRANCHES)) or is_national(name):
        return COUNTRY
    city_name = county.partition("/")[0]
    for size in range(min(len(name), 12), 1, -1):
        head = name[:size]
        if head in districts.cities:
            city = districts.cities[head]
            below = next((d for d in districts.in_city.get(city.name, ()) if name[size:].startswith(d.short)), None)
            return below.label if below else city.name
        if head in districts.provinces:
            return districts.provinces[head]
        if head in districts.named and size > 2:
            places = districts.named[head]
            here = next((d for d in places if d.city == city_name), None)
            if here or len(places) == 1:
                return (here or places[0]).label
    return county


def key_of(name: str, parent: str, county: str, districts: Districts) -> str:
    """The key in the register: the name alone where it says its place (文峰区财政局), else with what it belongs to.

    Of 高新区 there are many: a name that begins with it says too little.
    """
    bare, short = steady(name), parent.rpartition("/")[2]
    if "/" in parent and name.startswith(short) and len(districts.named.get(short, ())) > 1:
        return f"{bare}@{parent}"
    says = parent != county or name.startswith(_heads(county, districts))
    return bare if says or not county else f"{bare}@{county}"


@lru_cache(maxsize=1 << 12)
def _heads(county: str, districts: Districts) -> tuple[str, ...]:
    """What a name begins with that says this county or its city; nothing says a city that nobody knows."""
    city_name, _, short = county.partition("/")
    city = districts.cities.get(city_name)
    found = districts.find(county)
    names = (*(city.names if city else (city_name,)), *(found.names if found else ()), short)
    return tuple(name for name in names if name)


def identity_of(body: Body, kinds: Counter[str], forms: Counter[str]) -> Identity:
    """The entity with the kind most often found and the further forms of its name, the most usual first."""
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind)) if len(kinds) > 1 else next(iter(kinds))
    return Identity(body.key, body.name, kind, body.parent, other_forms(body.name, forms))
