"""The administrative divisions of China: provinces, cities, and the county-level districts a newspaper writes about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jianbao.knowledge.authority import Misread, file_name, read_yaml, text, texts

TABLE = Path(__file__).parent / "data" / "districts.tsv"


@dataclass(frozen=True, slots=True)
class City:
    """A prefecture-level city, prefecture or league, a municipality, or a city that its province rules directly.

    `code` has 4 digits (6 where the province rules directly); `name` is 安阳市, `short` 安阳.
    """

    code: str
    name: str
    short: str
    province: str
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the full one first, each once."""
        return tuple(dict.fromkeys((self.name, self.short, *self.aliases)))


@dataclass(frozen=True, slots=True)
class District:
    """A county, county-level city, urban district, or functional zone.

    `name` is the full name (安阳高新技术产业开发区), `short` what a paper calls it (高新区). `code` has 6 digits, or is
    empty where a person added the district without one. `city` is empty where the province rules directly.
    """

    code: str
    name: str
    short: str
    city: str
    province: str
    aliases: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """How articles name it: `安阳市/高新区`, or the name alone where there is no city over it (`济源市`)."""
        return f"{self.city}/{self.short}" if self.city else self.short

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the short one first, each once."""
        return tuple(dict.fromkeys((self.short, self.name, *self.aliases)))


@dataclass(frozen=True, slots=True, eq=False)
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
        provinces, cities, districts = read_table(TABLE.read_text(encoding="utf-8"))
        misread: tuple[Misread, ...] = ()
        if authority is not None:
            path = authority / "districts.yaml"
            wishes, misread = read_yaml(path)
            districts, more = overlay(districts, wishes, {name: c for c in cities for name in c.names}, file_name(path))
            misread += more
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


def overlay(
    districts: list[District], wishes: object, cities: Mapping[str, City], file: str
) -> tuple[list[District], tuple[Misread, ...]]:
    """The districts with what people wrote under city and short name: code, full name, further names.

    A district of the same city that has the code or one of the names is the one meant; else a new one is added.
    """
    misread: list[Misread] = []
    result = list(districts)
    for city_name, places in wishes.items() if isinstance(wishes, dict) else ():
        city = cities.get(city_name)
        if city is None or not isinstance(places, dict):
            misread.append(not_a_city(file, str(city_name)))
            continue
        for short, fields in places.items():
            told = told_district(city, str(short), fields)
            same = next((d for d in result if d.city == told.city and is_same(d, told)), None)
            result = [d for d in result if d is not same] + [merged(same, told) if same else told]
    if wishes is not None and not isinstance(wishes, dict):
        misread.append(not_a_city(file, str(wishes)[:20]))
    return sorted(result, key=lambda d: d.code or "~"), tuple(misread)


def told_district(city: City, short: str, fields: object) -> District:
    """What a person wrote of one district: a list of further names, or fields `code`, `name`, `aliases`."""
    given = fields if isinstance(fields, dict) else {"aliases": fields}
    code, name = text(given, "code"), text(given, "name")
    return District(code, name or short, short, city.name, city.province, texts(given.get("aliases")))


def is_same(known: District, told: District) -> bool:
    """Do a district of the table and what a person wrote mean the same place?"""
    return known.code == told.code if told.code else told.short in known.names


def merged(known: District, told: District) -> District:
    """The known district under the name that the person gave it; its other names stay."""
    others = tuple(n for n in dict.fromkeys((*told.aliases, *known.names)) if n != told.short)
    name = told.name if told.name != told.short else known.name
    return District(known.code or told.code, name, told.short, known.city, known.province, others)


def not_a_city(file: str, name: str) -> Misread:
    """A key of the file that is no city."""
    return Misread(
        file, None, f"“{name}”不是已知的城市，或者下面没有区县。", f"“{name}” is not a known city, or has no districts below it.",
        "请这样写——安阳市: {高新区: {code: '410571', name: 安阳高新技术产业开发区}}",
        "Write it like this — 安阳市: {高新区: {code: '410571', name: 安阳高新技术产业开发区}}",
    )  # fmt: skip


def assemble(
    provinces: Mapping[str, str], cities: Iterable[City], districts: Iterable[District], misread: tuple[Misread, ...]
) -> Districts:
    """The gazetteer from its parts, with every index."""
    by_name: dict[str, City] = {}
    for city in cities:
        for name in city.names:
            by_name.setdefault(name, city)
    named: dict[str, list[District]] = {}
    in_city: dict[str, list[District]] = {}
    for district in districts:
        in_city.setdefault(district.city or district.name, []).append(district)
        for name in district.names:
            named.setdefault(name, []).append(district)
    return Districts(by_name, provinces, frozen(in_city), frozen(named), misread)


def frozen(lists: Mapping[str, list[District]]) -> dict[str, tuple[District, ...]]:
    """The same mapping with tuples for lists."""
    return {key: tuple(values) for key, values in lists.items()}


def all_names(districts: Districts) -> Iterator[str]:
    """Every name of a province, city or district, some of them more than once."""
    yield from districts.provinces
    yield from districts.cities
    yield from districts.named
