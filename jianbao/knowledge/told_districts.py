"""What people told of districts in `content/_authority/districts.yaml`, laid over the shipped table.

安阳市:
高新区: {code: '410571', name: 安阳高新技术产业开发区, aliases: [高新技术开发区]}
示范区: {name: 安阳城乡一体化示范区}

or as a list, `- {name: 安阳市/高新区, code: '410571', slug: gaoxinqu-410571}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from jianbao.frozen import frozen
from jianbao.knowledge.authority import Misread, Told, Trail, read_with_lines, text, texts, unknown_keys
from jianbao.knowledge.divisions import City, District

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CODE = re.compile(r"[0-9]{6}")
KEYS = ("name", "full", "code", "aliases", "slug")
UNCODED = "~"
"""Sorts a district without a code behind those with one."""
LIKE_THIS = (
    "请这样写——安阳市: {高新区: {code: '410571', name: 安阳高新技术产业开发区}}",
    "Write it like this — 安阳市: {高新区: {code: '410571', name: 安阳高新技术产业开发区}}",
)


@frozen
class Entry:
    """One district of the file: where it stands, the city and the short name it stands under, and what is said of it."""

    trail: Trail
    city: str
    short: str
    fields: object


def lay_over(
    districts: list[District], path: Path, cities: Mapping[str, City]
) -> tuple[list[District], tuple[Misread, ...]]:
    """The districts with what people wrote in the file under city and short name: code, full name, further names.

    A district of the same city that has the code or one of the names is the one meant; else a new one is added.
    `cities` are by any name.
    """
    file = read_with_lines(path)
    misread = list(file.misread)
    result = {id(district): district for district in districts}
    of_city: dict[str, list[District]] = {}
    for district in districts:
        of_city.setdefault(district.city, []).append(district)
    written: dict[tuple[str, str], District] = {}
    for entry in entries_of(file):
        city = cities.get(entry.city)
        if city is None or not entry.short:
            misread.append(not_a_city(file, entry, cities))
            continue
        wrong = {key: of_field(file, entry, key, *rule) for key, *rule in faults_of(entry, written)}
        misread += [*unknown_fields(file, entry), *wrong.values()]
        told = told_district(city, entry.short, without(entry.fields, wrong))
        inside = of_city.setdefault(told.city, [])
        same = next((district for district in inside if is_same(district, told)), None)
        kept = merged(same, told) if same else told
        misread += [twice(file, entry)] if kept.label in {before.label for before in written.values()} else []
        written[entry.city, entry.short] = kept
        if same:
            inside.remove(same)
            result.pop(id(same))
        inside.append(kept)
        result[id(kept)] = kept
    if file.value is not None and not isinstance(file.value, dict | list):
        misread.append(file.wrong((), "这个文件不是一份地区名单。", "This file is no list of districts.", *LIKE_THIS))
    return sorted(result.values(), key=lambda district: district.code or UNCODED), tuple(misread)


def entries_of(file: Told) -> Iterator[Entry]:
    """The districts of the file in their order, whichever form it has; `short` is empty where none is named."""
    if isinstance(file.value, list):
        for place, fields in enumerate(file.value):
            label = text(fields, "name") if isinstance(fields, dict) else str(fields)
            city, _, short = label.partition("/")
            yield Entry((place,), city, short, in_the_other_form(fields))
    elif isinstance(file.value, dict):
        for city, places in file.value.items():
            if not isinstance(places, dict) or not places:
                yield Entry((city,), city, "", None)
                continue
            for short, fields in places.items():
                yield Entry((city, short), city, short, fields)


def in_the_other_form(fields: object) -> dict[str, object]:
    """The fields of a list's entry: its `name` is the label, the full name stands under `full`."""
    given = fields if isinstance(fields, dict) else {}
    full = {"name": given["full"]} if "full" in given else {}
    return {key: value for key, value in given.items() if key not in ("name", "full")} | full


def told_district(city: City, short: str, fields: object) -> District:
    """What a person wrote of one district: a list of further names, or fields `code`, `name`, `aliases`, `slug`."""
    given = fields if isinstance(fields, dict) else {"aliases": fields}
    aliases = texts(given.get("aliases"))
    name = text(given, "name") or short
    return District(text(given, "code"), name, short, city.name, city.province, aliases, text(given, "slug"))


def is_same(known: District, told: District) -> bool:
    """Do a district of the table and what a person wrote mean the same place?"""
    return known.code == told.code if told.code else told.short in known.names


def merged(known: District, told: District) -> District:
    """The known district under the name that the person gave it; its other names stay."""
    others = tuple(n for n in dict.fromkeys((*told.aliases, *known.names)) if n != told.short)
    name = told.name if told.name != told.short else known.name
    return District(known.code or told.code, name, told.short, known.city, known.province, others, told.slug)


def unknown_fields(file: Told, entry: Entry) -> Iterator[Misread]:
    """The keys of an entry that mean nothing."""
    return unknown_keys(file, entry.trail, KEYS) if isinstance(entry.fields, dict) else iter(())


def faults_of(entry: Entry, written: Mapping[tuple[str, str], District]) -> Iterator[tuple[str, str, str, str]]:
    """The fields of an entry that cannot be used, as (key, rule in Chinese, rule in English, example)."""
    given = entry.fields if isinstance(entry.fields, dict) else {}
    code, slug, name = given.get("code", ""), given.get("slug", ""), given.get("name", "")
    if code and not (isinstance(code, str) and CODE.fullmatch(code)):
        yield "code", "应为六位数字", "has six digits", "code: '410571'"
    if name and not isinstance(name, str):
        yield "name", "应为一个名称", "is one name", "name: 安阳高新技术产业开发区"
    if slug and not (isinstance(slug, str) and SLUG.fullmatch(slug)):
        yield "slug", "只能用 a–z、0–9 和减号", "has a–z, 0–9 and - only", "slug: gaoxinqu-410571"
    elif slug and slug in {district.slug for district in written.values()}:
        yield "slug", "前面已经用过", "was used before", "slug: gaoxinqu-410571"
    if not is_names(given.get("aliases", "")):
        yield "aliases", "应为一列名称", "is a list of names", "aliases: [高新技术开发区]"


def of_field(file: Told, entry: Entry, key: str, rule_zh: str, rule_en: str, example: str) -> Misread:
    """A value that cannot be used; the rest of the entry counts."""
    return file.wrong(
        (*entry.trail, key), f"“{entry.short}”的 {key} {rule_zh}，这一项没有采用。",
        f"{key} of {entry.short}: it {rule_en}; the value is left out.", f"请这样写——{example}", f"Write it like {example}",
    )  # fmt: skip


def is_names(value: object) -> bool:
    """One text, or a list of texts."""
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(name, str) for name in value))


def without(fields: object, wrong: Mapping[str, Misread]) -> object:
    """The fields that can be used."""
    return {key: value for key, value in fields.items() if key not in wrong} if isinstance(fields, dict) else fields


def twice(file: Told, entry: Entry) -> Misread:
    """A district that was written before in the same file."""
    return file.wrong(
        entry.trail, f"“{entry.city}/{entry.short}”前面已经写过；两处都算，以这一处为准。",
        f"{entry.city}/{entry.short} was written before; both count, and this one stands over the other.",
        "请合并成一条。", "Make one entry of the two.",
    )  # fmt: skip


def not_a_city(file: Told, entry: Entry, cities: Mapping[str, City]) -> Misread:
    """A key of the file that is no city, or has no district under it."""
    near = get_close_matches(entry.city, cities, 1, 0.6) if entry.city not in cities else []
    return file.wrong(
        entry.trail, f"“{entry.city}”不是已知的城市，或者下面没有区县。",
        f"“{entry.city}” is not a known city, or has no districts below it.",
        f"是不是{near[0]}？" if near else LIKE_THIS[0], f"Did you mean {near[0]}?" if near else LIKE_THIS[1],
    )  # fmt: skip
