"""The administrative divisions of China: provinces, cities, and the county-level districts a newspaper writes about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from jianbao.frozen import frozen
from jianbao.knowledge.authority import Misread
from jianbao.knowledge.divisions import City, District
from jianbao.knowledge.told_districts import lay_over

TABLE = Path(__file__).parent / "data" / "districts.tsv"


@frozen(eq=False)
class Districts:
    """The gazetteer. Districts are listed under every name they have, cities likewise, in the order of their codes."""

    cities: Mapping[str, City]
    """By any name: 安阳市, 安阳."""
    provinces: Mapping[str, str]
    """From any name to the full one: 河南 → 河南省."""
    in_city: Mapping[str, tuple[District, ...]]
    """By the full name of the city; a city that its province rules directly holds itself."""
    named: Mapping[str, tuple[District, ...]]
    """By any name, nationwide: 高新区 has more than thirty."""
    misread: tuple[Misread, ...] = ()

    @classmethod
    def load(cls, authority: Path | None = None) -> Districts:
        """The shipped table (about 3,000 districts, ~10 ms), with `districts.yaml` of the authority folder laid over it."""
        provinces, cities, districts = _shipped()
        misread: tuple[Misread, ...] = ()
        if authority is not None:
            districts, misread = lay_over(districts, authority / "districts.yaml", by_any_name(cities))
        return assemble(provinces, cities, districts, misread)

    def find(self, label: str) -> District | None:
        """The district of a label, by any of its names: `安阳市/高新区`, `安阳/高新技术开发区`; alone only if unique."""
        above, _, name = label.rpartition("/")
        if not above:
            found = self.named.get(name, ())
            return found[0] if len(found) == 1 else None
        city = self.cities.get(above.rpartition("/")[2])
        inside = self.in_city.get(city.name, ()) if city else ()
        return next((district for district in inside if name in district.names), None)


@cache
def _shipped() -> tuple[dict[str, str], list[City], list[District]]:
    """What the shipped table holds, read once a process; nobody changes it."""
    return read_table(TABLE.read_text(encoding="utf-8"))


def read_table(table: str) -> tuple[dict[str, str], list[City], list[District]]:
    """Provinces (any name → full name), cities and districts of the table's text; see its head for the columns."""
    provinces: dict[str, str] = {}
    cities: list[City] = []
    districts: list[District] = []
    province, city = "", None
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        code, name, short, aliases = (*line.split("\t"), "", "")[:4]
        others = tuple(aliases.split("、")) if aliases else ()
        if len(code) == 2:
            province = name
            provinces |= {name: name, short or name: name}
        elif len(code) == 4:
            city = City(code, name, short or name, province, others)
            cities.append(city)
        else:
            above = city.name if city and code.startswith(city_digits(city.code)) else ""
            if above == name or (not above and name.endswith("市")):
                if not above:
                    cities.append(City(code, name, name[:-1] if len(name) > 2 else name, province))
                above = ""
            districts.append(District(code, name, short or name, above, province, others))
    return provinces, cities, districts


def city_digits(code: str) -> str:
    """The digits that a city's districts begin with: two for a municipality (1100 → 11), else four."""
    return code[:2] if code.endswith("00") else code


def assemble(
    provinces: Mapping[str, str], cities: Iterable[City], districts: Iterable[District], misread: tuple[Misread, ...]
) -> Districts:
    """The gazetteer from its parts, with every index."""
    named: dict[str, list[District]] = {}
    in_city: dict[str, list[District]] = {}
    for district in districts:
        in_city.setdefault(district.city or district.name, []).append(district)
        for name in district.names:
            named.setdefault(name, []).append(district)
    return Districts(by_any_name(cities), provinces, in_tuples(in_city), in_tuples(named), misread)


def by_any_name(cities: Iterable[City]) -> dict[str, City]:
    """The cities by all of their names; of two with one name the first in the order of the codes."""
    by_name: dict[str, City] = {}
    for city in cities:
        for name in city.names:
            by_name.setdefault(name, city)
    return by_name


def in_tuples(lists: Mapping[str, list[District]]) -> dict[str, tuple[District, ...]]:
    """The same mapping with tuples for lists."""
    return {key: tuple(values) for key, values in lists.items()}


def all_names(districts: Districts) -> Iterator[str]:
    """Every name of a province, city or district, some of them more than once."""
    yield from districts.provinces
    yield from districts.cities
    yield from districts.named
