"""What people told of places in `content/_authority/places.yaml`: further names, renamed zones, places that no table has.

- {name: 宝莲寺镇, in: 安阳市/文峰区, aliases: [宝莲寺]}
- {name: 星河小区, in: 安阳市/文峰区, kind: estate}
- {name: 银杏街道, code: '410571564'}
- {name: 新农村, in: 安阳市/文峰区, hide: true}
- {name: Lowville, in: Lewis County, kind: town, aliases: [Lowville village]}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from jianbao.frozen import frozen
from jianbao.knowledge.authority import Misread, Told, read_with_lines, text, texts, unknown_keys
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.divisions import Locality
from jianbao.knowledge.locality_names import ESTATE, HAMLET, KINDS, TOWN, VILLAGE, kind_of

KEYS = ("name", "in", "kind", "aliases", "code", "hide")
KIND_WORDS: Mapping[str, str] = {
    "街道": TOWN, "镇": TOWN, "乡": TOWN, "乡镇": TOWN, "村": VILLAGE, "社区": VILLAGE, "行政村": VILLAGE, "自然村": HAMLET,
    "小区": ESTATE, "community": VILLAGE, "street": TOWN, "township": TOWN,
}  # fmt: skip
"""Other words in which people may write a kind."""
YES = frozenset({"true", "yes", "是", "1"})


@frozen
class ToldPlaces:
    """The places of the file, in its order, with the city that each belongs to (empty: none that is known)."""

    places: tuple[tuple[str, Locality], ...] = ()
    hidden: frozenset[str] = frozenset()
    """Labels of what is no place, whatever the table says."""
    misread: tuple[Misread, ...] = ()

    def hides(self, label: str, district: str) -> bool:
        """Whether people told that this is no place: by its label, or by its name below its county alone."""
        return label in self.hidden or f"{district}/{label.rpartition('/')[2]}" in self.hidden


def read_told(path: Path, districts: Districts) -> ToldPlaces:
    """The file; an entry that cannot be used is told of with its line, and the rest counts."""
    told = read_with_lines(path)
    if told.value is None:
        return ToldPlaces(misread=told.misread)
    if not isinstance(told.value, list):
        return ToldPlaces(misread=(*told.misread, _not_an_entry(told, None)))
    places: list[tuple[str, Locality]] = []
    hidden: set[str] = set()
    misread = list(told.misread)
    for at, fields in enumerate(told.value):
        city, place = _read_entry(fields, districts) if isinstance(fields, dict) else ("", None)
        if place is None:
            misread.append(_not_an_entry(told, at))
        elif text(fields, "hide").lower() in YES:
            hidden.add(place.label)
        else:
            places.append((city, place))
        if isinstance(fields, dict):
            misread += _wrong_fields(told, at, fields, districts)
    return ToldPlaces(tuple(places), frozenset(hidden), tuple(misread))


def _read_entry(fields: Mapping[str, object], districts: Districts) -> tuple[str, Locality | None]:
    """City and place of one entry; no place without a name, and without one of `in` and `code`."""
    name, above, code = text(fields, "name"), text(fields, "in").strip("/"), text(fields, "code")
    if not name or not (above or code) or "/" in name:
        return "", None
    city, district, above = _proper(above, districts)
    kind = text(fields, "kind").lower()
    kind = kind if kind in KINDS else KIND_WORDS.get(kind) or kind_of(name)
    return city, Locality(code, name, kind, above, district, texts(fields.get("aliases")), told=True)


def _proper(above: str, districts: Districts) -> tuple[str, str, str]:
    """City, label of the county and whole label, with the names that the gazetteer has; unknown ones as written."""
    steps = above.split("/")
    for n in range(len(steps), 0, -1):
        label = "/".join(steps[:n])
        district = districts.find(label)
        if district:
            return district.city or district.name, district.label, "/".join((district.label, *steps[n:]))
    city = districts.cities.get(steps[0])
    if city:
        return city.name, city.name, "/".join((city.name, *steps[1:]))
    return "", above, above


def lay_over(shipped: Iterable[Locality], told: ToldPlaces, city: str) -> Iterator[Locality]:
    """The places of a city with what people told of them: further names and new names, new places behind them."""
    wishes = [place for of, place in told.places if of == city or (place.code and not of)]
    if not wishes and not told.hidden:
        yield from shipped
        return
    by_sign: dict[str, list[Locality]] = {}
    for wish in wishes:
        by_sign.setdefault(wish.code or wish.name, []).append(wish)
    met: set[str] = set()
    renamed: dict[str, str] = {}
    for shipped_place in shipped:
        above = renamed.get(shipped_place.above)
        place = replace(shipped_place, above=above) if above else shipped_place
        for wish in (*by_sign.get(place.code, ()), *by_sign.get(place.name, ())):
            if wish.code or wish.above in (shipped_place.above, place.district):
                met.add(wish.label)
                place = _merged(place, wish)
        renamed |= {shipped_place.label: place.label} if place.label != shipped_place.label else {}
        if not told.hides(place.label, place.district):
            yield place
    yield from (wish for wish in wishes if wish.label not in met and wish.above)


def _merged(place: Locality, wish: Locality) -> Locality:
    """The place under the name that people gave it; the one of the table becomes a further name."""
    former = (place.name,) if place.name != wish.name else ()
    aliases = tuple(dict.fromkeys((*place.aliases, *wish.aliases, *former)))
    return replace(place, name=wish.name, aliases=aliases, told=True)


def _wrong_fields(told: Told, at: int, fields: Mapping[str, object], districts: Districts) -> Iterator[Misread]:
    """What is told of single fields: keys that are not known, a county that its city does not have, a kind that is none."""
    yield from unknown_keys(told, (at,), KEYS)
    city, _, below = text(fields, "in").partition("/")
    inside = districts.in_city.get(districts.cities[city].name, ()) if city in districts.cities else ()
    if below and inside and not districts.find(f"{city}/{below.partition('/')[0]}"):
        names = [district.short for district in inside]
        yield told.wrong(
            (at, "in"), f"{city}没有“{below.partition('/')[0]}”。", f"{city} has no “{below.partition('/')[0]}”.",
            f"{city}的区县有：{'、'.join(names)}；新的区县请写进 districts.yaml。",
            f"It has {', '.join(names)}; a new one belongs into districts.yaml.",
        )  # fmt: skip
    kind = text(fields, "kind").lower()
    if kind and kind not in KINDS and kind not in KIND_WORDS:
        yield told.wrong(
            (at, "kind"), f"“{kind}”不是地名的种类，按名称判断。", f"“{kind}” is no kind of place; the name decides.",
            "请写 town（镇、街道）、village（村、社区）、hamlet（自然村）或 estate（小区）。",
            "Write town, village (also for a community), hamlet or estate.",
        )  # fmt: skip


def _not_an_entry(told: Told, at: int | None) -> Misread:
    """An entry, or a whole file, that is not in the form of this list."""
    return told.wrong(
        () if at is None else (at,),
        "这里不是一条地名：每条要有 name，并有 in（上级）或 code（代码）。",
        "This is no place: an entry needs a name, and what it is in (in) or its code.",
        "请这样写——- {name: 星河小区, in: 安阳市/文峰区, kind: estate}",
        "Write it like this — - {name: Lowville, in: Lewis County, kind: town}",
    )
