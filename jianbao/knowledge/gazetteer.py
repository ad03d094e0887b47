"""The gazetteer below the county: towns, streets, villages and communities, read city by city as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from jianbao.frozen import frozen
from jianbao.knowledge.authority import Misread
from jianbao.knowledge.city_places import CityPlaces, index
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.divisions import District, Locality
from jianbao.knowledge.locality_file import ARCHIVE, read_all_towns, read_city
from jianbao.knowledge.locality_names import TOWN, VILLAGE
from jianbao.knowledge.thumb_index import ThumbIndex, indexed
from jianbao.knowledge.told_places import ToldPlaces, lay_over, read_told

CITIES_KEPT = 64
"""Of so many cities the places are kept in memory, about 1 MB each."""
COUNTY, TOWN_CODE = 6, 9
"""How many digits the code of a county and of a town has."""


@frozen(eq=False)
class Gazetteer:
    """Districts and what is below them. It reads nothing of a city before somebody asks for it."""

    districts: Districts
    told: ToldPlaces
    """What people wrote in `places.yaml`."""

    @classmethod
    def load(cls, authority: Path | None = None, districts: Districts | None = None) -> Gazetteer:
        """The shipped gazetteer with `places.yaml` of the authority folder; `districts` may be given if they are loaded."""
        known = districts or Districts.load(authority)
        return cls(known, read_told(authority / "places.yaml", known) if authority else ToldPlaces())

    @property
    def misread(self) -> tuple[Misread, ...]:
        """What could not be used of `places.yaml`."""
        return self.told.misread

    def city(self, name: str) -> CityPlaces:
        """All places below the counties of a city (its full name, or that of a county without one); about 15 ms once.

        For a name that is no city it holds what people told below that name; for the empty name what they told of
        places whose city is not known.
        """
        return _city(self, name)

    def find(self, code: str) -> Locality | None:
        """The town or village of a code."""
        district = _by_code(self.districts).get(code[:COUNTY])
        return self.city(district.city or district.name).by_code.get(code) if district else None

    def above(self, code: str) -> tuple[str, ...]:
        """The labels from the city down to the place of the code itself; empty for a code that is not known.

        `410502101` → (安阳市, 安阳市/文峰区, 安阳市/文峰区/宝莲寺镇).
        """
        district, place = _by_code(self.districts).get(code[:COUNTY]), self.find(code)
        label = place.label if place else district.label if district and len(code) == COUNTY else ""
        steps = label.split("/") if label else []
        return tuple("/".join(steps[: n + 1]) for n in range(len(steps)))

    def towns_named(self, name: str) -> tuple[tuple[str, District], ...]:
        """Code and district of every town of this full name in the country, in the order of their codes."""
        districts = _by_code(self.districts)
        return tuple(
            (code, districts[code[:COUNTY]]) for code in _all_towns().find(name) or () if code[:COUNTY] in districts
        )


@cache
def _all_towns() -> ThumbIndex[tuple[str, ...]]:
    """The codes of all towns of the country by their full names."""

    def read() -> dict[str, tuple[str, ...]]:
        codes: dict[str, tuple[str, ...]] = {}
        for code, name in read_all_towns():
            codes[name] = (*codes.get(name, ()), code)
        return codes

    return indexed("towns", ARCHIVE, read)


@lru_cache(maxsize=4)
def _by_code(districts: Districts) -> Mapping[str, District]:
    """The districts by their codes."""
    return {district.code: district for inside in districts.in_city.values() for district in inside if district.code}


@lru_cache(maxsize=CITIES_KEPT)
def _city(gazetteer: Gazetteer, name: str) -> CityPlaces:
    return index(lay_over(_shipped(gazetteer.districts, name), gazetteer.told, name))


def _shipped(districts: Districts, city_name: str) -> Iterator[Locality]:
    """The towns and villages of a city as the data has them, under the labels of its districts."""
    inside = {district.code: district for district in districts.in_city.get(city_name, ())}
    city = districts.cities.get(city_name)
    code = city.code if city else next(iter(inside), "")
    town = ""
    for number, name in read_city(code) if code else ():
        district = inside.get(number[:COUNTY])
        if district is None:
            continue
        if len(number) == TOWN_CODE:
            town = f"{district.label}/{name}"
            yield Locality(number, name, TOWN, district.label, district.label)
        else:
            yield Locality(number, name, VILLAGE, town, district.label)
