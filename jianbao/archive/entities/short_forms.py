"""Short forms of organizations tied to the full name, county by county: 区发改委 in a paper of 文峰区 is 文峰区发改委.

A name is parted into the place whose body it is and the rest. In an article on a county 区X is the county's X, 市X its
city's, 省X its province's; X alone is the one body of that name that the county's articles give with its place. Of the
rest the names in data/body_names.txt are one. A company is tied by its brand and trade to its one full name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from jianbao.archive.names.organization_echoes import brand_and_trade
from jianbao.knowledge.districts import Districts, all_names
from jianbao.knowledge.phrases import phrases
from jianbao.knowledge.told_organizations import ToldOrganizations

_KINDS = frozenset("市区县旗州盟")
_LEGAL = re.compile(r"(?:公司|集团)$")
_TOWN = re.compile(r"[\u4e00-\u9fff]{2,5}?(?:街道|镇|乡)(?=[\u4e00-\u9fff]{2})")
NOTHING_TOLD = ToldOrganizations()
_LEVEL = re.compile(r"(?:[区县旗]|市(?!场|民(?!政|族|宗|防)|容|直|区|政(?!府|协|法|务))|省(?!直|级))(?=..|委)")
"""The kind of a place in front of a name, as local papers write of their own: 区发改委, not 市场监管局."""


class Body(NamedTuple):
    """Whose body it is, and what it is: (文峰区, 发改委). `place` is empty where the name does not say."""

    place: str
    rest: str

    @property
    def name(self) -> str:
        """Both together."""
        return self.place + self.rest


class Home(NamedTuple):
    """What the kinds of places and the names of places mean in the articles on one county."""

    levels: Mapping[str, str]
    """区 → 文峰区, 市 → 安阳市, 省 → 河南省, as far as they are known."""
    heads: tuple[tuple[str, str], ...]
    """Any name of these places, the longest first, with the name that is kept: 安阳市文峰区 → 文峰区."""


def tie(
    names: Mapping[str, Mapping[str, int]], districts: Districts, told: ToldOrganizations = NOTHING_TOLD
) -> dict[tuple[str, str], str]:
    """From (county, printed name) to the name that is kept.

    `names` leads from the label of a county or city (`安阳市/文峰区`, empty where unknown) to the names printed in the
    articles on it, with their counts. What may mean several bodies stays as it is printed. Of the names of one body that
    is kept which the county's articles use most; `steady` of it does not depend on that.
    """
    homes = {county: home_of(county, districts) for county in names}
    bodies = {county: bodies_of(printed, homes[county]) for county, printed in names.items()}
    forms = most_printed(names, bodies, homes)
    kept = {}
    for county in names:
        whole = {name: body.place + forms[scope(county, body, homes[county])] for name, body in bodies[county].items()}
        whole |= companies(whole.values(), districts)
        for name, called in whole.items():
            kept[county, name] = _told_of(told, county, name, whole.get(called, called))
    return kept


def _told_of(told: ToldOrganizations, county: str, *names: str) -> str:
    """What somebody told that the body is called, by any of its names; else the last of them."""
    if not told.same:
        return names[-1]
    said = [told.named(name, county) for name in names]
    return next((new for new, old in zip(said, names, strict=True) if new != old), names[-1])


@cache
def usual_names() -> Mapping[str, str]:
    """From every name of a body, without its place, to the usual one: 发展和改革委员会 → 发改委."""
    lines = [line.split() for line in phrases("body_names")]
    return {name: usual for usual, *others in lines for name in others}


def home_of(county: str, districts: Districts) -> Home:
    """What 区, 市 and 省 mean in articles on the county or city of this label."""
    above, _, short = county.partition("/")
    city = districts.cities.get(above)
    district = districts.find(county) if short else None
    levels: dict[str, str] = {}
    heads: dict[str, str] = {}
    if city:
        levels |= {"市": city.name, "省": city.province}
        heads |= {city.province + city.name: city.name, city.name: city.name, city.province: city.province}
    if district:
        levels |= {district.short[-1]: district.short}
        if city and city.name != district.short and district.short.endswith("市"):
            del levels["市"]  # 市委 may be that of the city or of the county-level city below it
        cities = ("", *(city.names if city else ()))
        heads |= {over + name: district.short for over in cities for name in district.names if name[-1] in _KINDS}
    return Home(levels, tuple(sorted(heads.items(), key=lambda head: (-len(head[0]), head))))


def body_of(name: str, home: Home) -> Body:
    """The name parted into place and rest, the rest by its usual name; the place is empty where the name says none."""
    level = _LEVEL.match(name)
    if level and level[0] in home.levels:
        return _body(home.levels[level[0]], name[1:])
    for head, place in home.heads:
        if head and name.startswith(head) and len(name) > len(head):
            return _body(place, name[len(head) :])
    town = _TOWN.match(name)
    return _body(town[0], name[town.end() :]) if town else _body("", name)


def _body(place: str, rest: str) -> Body:
    return Body(place, usual_names().get(rest, rest))


def with_places(bodies: Mapping[str, Body]) -> dict[str, Body]:
    """The bodies that say no place, where just one with a place has their name: that one; where several have, as printed."""
    whole: dict[str, set[Body]] = defaultdict(set)
    for body in bodies.values():
        if body.place:
            whole[body.rest].add(body)
            whole[body.rest.removeprefix("委")].add(body)  # 组织部 of 文峰区委组织部
    bare = {name: whole[body.rest] for name, body in bodies.items() if not body.place and body.rest in whole}
    return {name: min(meant) if len(meant) == 1 else Body("", name) for name, meant in bare.items()}


def bodies_of(printed: Iterable[str], home: Home) -> dict[str, Body]:
    """The bodies of all names printed in the articles on one county."""
    bodies = {name: body_of(name, home) for name in printed}
    return bodies | with_places(bodies)


def scope(county: str, body: Body, home: Home) -> tuple[str, Body]:
    """A body in the archive: that of a city or province is one for all of its counties."""
    above = body.place in (home.levels.get("市"), home.levels.get("省"))
    return "" if above else county, body


def most_printed(
    names: Mapping[str, Mapping[str, int]], bodies: Mapping[str, Mapping[str, Body]], homes: Mapping[str, Home]
) -> dict[tuple[str, Body], str]:
    """How every body is called mostly, its place left out; of forms printed as often the longer one."""
    forms: dict[tuple[str, Body], Counter[str]] = defaultdict(Counter)
    for county, printed in names.items():
        for name, body in bodies[county].items():
            forms[scope(county, body, homes[county])][_form(name, body)] += printed[name]
    return {body: min(known, key=lambda form: (-known[form], -len(form), form)) for body, known in forms.items()}


def _form(name: str, body: Body) -> str:
    """How the printed name calls the body, its place left out."""
    known = others_of().get(body.rest)
    if known is None:
        return body.rest
    called = (form for form in known if name.endswith(form) and "、" not in form)
    return max(called, key=len, default=body.rest)


@cache
def others_of() -> Mapping[str, tuple[str, ...]]:
    """From the usual name of a body to all of its names, the usual one among them."""
    return {line.split()[0]: tuple(line.split()) for line in phrases("body_names")}


@lru_cache(maxsize=1 << 16)
def steady(name: str) -> str:
    """The name with the body's usual name at its end: the same whichever form is printed most. Keys are made of it."""
    ending = max((other for other in usual_names() if name.endswith(other)), key=len, default="")
    return name.removesuffix(ending) + usual_names().get(ending, "") if ending else name


@lru_cache(maxsize=4)
def place_names(districts: Districts) -> frozenset[str]:
    """All names of provinces, cities and districts, whole and for short."""
    return frozenset(all_names(districts))


def companies(names: Iterable[str], districts: Districts) -> dict[str, str]:
    """From every shorter name of a company to its full one, where just one of the names is full: 鑫盛机床 → 安阳鑫盛机床有限公司."""
    is_place = place_names(districts).__contains__
    names = sorted(set(names))
    brands = {name: brand for name in names if _LEGAL.search(name) and (brand := brand_and_trade(name, is_place))}
    full: dict[str, list[str]] = defaultdict(list)
    for name, brand in brands.items():
        if "有限" in name:
            full[brand].append(name)
    known = {brand: ones[0] for brand, ones in full.items() if len(ones) == 1}
    shorter = {name: known[brand] for name, brand in brands.items() if brand in known}
    for name in names:
        cut = next((size for size in range(7, 1, -1) if is_place(name[:size])), 0)
        for form in (name, name[cut:]):
            if form in known:
                shorter[name] = known[form]
    return shorter
