"""What people told of districts in `content/_authority/districts.yaml`, laid over the shipped table.

安阳市:
高新区: {code: '410571', name: 安阳高新技术产业开发区, aliases: [高新技术开发区]}
示范区: {name: 安阳城乡一体化示范区}

or as a list, `- {name: 安阳市/高新区, code: '410571', slug: gaoxinqu-410571}`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from jianbao.knowledge.authority import Misread, file_name, read_yaml, text, texts
from jianbao.knowledge.divisions import City, District

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
UNCODED = "~"
"""Sorts a district without a code behind those with one."""


def lay_over(
    districts: list[District], path: Path, cities: Mapping[str, City]
) -> tuple[list[District], tuple[Misread, ...]]:
    """The districts with what people wrote in the file under city and short name: code, full name, further names.

    A district of the same city that has the code or one of the names is the one meant; else a new one is added.
    `cities` are by any name.
    """
    wishes, unreadable = read_yaml(path)
    misread = list(unreadable)
    result = list(districts)
    file = file_name(path)
    wishes = by_city(wishes) if isinstance(wishes, list) else wishes
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
    return sorted(result, key=lambda district: district.code or UNCODED), tuple(misread)


def by_city(entries: list[object]) -> dict[str, dict[str, object]]:
    """The list form as the mapping form; an entry without a city or a name stands under its own text, to be told of."""
    cities: dict[str, dict[str, object]] = {}
    for entry in entries:
        label = text(entry, "name") if isinstance(entry, dict) else str(entry)
        city, _, short = label.partition("/")
        fields = {key: value for key, value in entry.items() if key != "name"} if isinstance(entry, dict) else {}
        cities.setdefault(city, {})[short] = fields | ({"name": fields.pop("full")} if "full" in fields else {})
    return cities


def told_district(city: City, short: str, fields: object) -> District:
    """What a person wrote of one district: a list of further names, or fields `code`, `name`, `aliases`, `slug`."""
    given = fields if isinstance(fields, dict) else {"aliases": fields}
    code, name = text(given, "code"), text(given, "name")
    slug = text(given, "slug")
    aliases = texts(given.get("aliases"))
    return District(code, name or short, short, city.name, city.province, aliases, slug if SLUG.fullmatch(slug) else "")


def is_same(known: District, told: District) -> bool:
    """Do a district of the table and what a person wrote mean the same place?"""
    return known.code == told.code if told.code else told.short in known.names


def merged(known: District, told: District) -> District:
    """The known district under the name that the person gave it; its other names stay."""
    others = tuple(n for n in dict.fromkeys((*told.aliases, *known.names)) if n != told.short)
    name = told.name if told.name != told.short else known.name
    return District(known.code or told.code, name, told.short, known.city, known.province, others, told.slug)


def not_a_city(file: str, name: str) -> Misread:
    """A key of the file that is no city."""
    return Misread(
        file, None, f"“{name}”不是已知的城市，或者下面没有区县。", f"“{name}” is not a known city, or has no districts below it.",
        "请这样写——安阳市: {高新区: {code: '410571', name: 安阳高新技术产业开发区}}",
        "Write it like this — 安阳市: {高新区: {code: '410571', name: 安阳高新技术产业开发区}}",
    )  # fmt: skip
