"""The lists by district and by city. Districts of one name are told apart by their city: 高新区 of 安阳市, of 新乡市."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from jianbao.archive.lists import Card, Lists, gather, make_lists
from jianbao.archive.slugs import held_slugs
from jianbao.content.article import FrontMatter
from jianbao.content.register import Address
from jianbao.frozen import frozen
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.former_districts import former_names

AREA, CITY_AREA = "districts", "cities"
UNCODED = "~"
"""Sorts a place without a code behind those with one."""


@frozen
class Places:
    """Both kinds of lists, and for every label that an article uses the slug of its district."""

    districts: Lists
    cities: Lists
    slug_of: Mapping[str, str]


def list_places(
    fronts: Mapping[str, FrontMatter], city_of: Mapping[str, str], known: Districts, register: Mapping[str, Address]
) -> Places:
    """Lists of the articles in `fronts` (newest first). `city_of` gives the city of an article's page, where known."""
    proper = proper_labels(fronts, known)
    in_city = gather(
        (city, id)
        for id, front in fronts.items()
        for city in cities_of((proper[label] for label in front.districts), city_of.get(id, ""))
    )
    city_cards = sorted((city_card(name, known) for name in in_city), key=by_code)
    cities = make_lists("city", CITY_AREA, city_cards, in_city, held_slugs(register, "city"))
    districts, slug_of = list_districts(fronts, known, register, cities.slug_of)
    return Places(districts, cities, slug_of)


def list_districts(
    fronts: Mapping[str, FrontMatter],
    known: Districts,
    register: Mapping[str, Address],
    city_slugs: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Lists, dict[str, str]]:
    """The lists by district, and for every label that an article uses the slug of its district."""
    proper = proper_labels(fronts, known)
    inside = gather((proper[label], id) for id, front in fronts.items() for label in front.districts)
    cards = sorted((district_card(label, known, city_slugs) for label in inside), key=by_code)
    wished = {label: found.slug for label in inside if (found := known.find(label)) and found.slug}
    districts = make_lists("district", AREA, cards, inside, wished | held_slugs(register, "district"))
    return districts, {label: districts.slug_of[name] for label, name in proper.items()}


def proper_labels(fronts: Mapping[str, FrontMatter], known: Districts) -> dict[str, str]:
    """The gazetteer's label for every label that an article uses."""
    used = dict.fromkeys(label for front in fronts.values() for label in front.districts)
    return {label: proper_label(label, known) for label in used}


def proper_label(label: str, known: Districts) -> str:
    """The label that the gazetteer has for a place, whatever name of it was used; an unknown one as written."""
    found = known.find(label)
    if found:
        return found.label
    above, _, name = label.rpartition("/")
    city = known.cities.get(above)
    return f"{city.name}/{name}" if city else label


def cities_of(labels: Iterable[str], page_city: str) -> tuple[str, ...]:
    """The cities of an article: those of its districts, or its page's where it has none."""
    above = [label.rpartition("/")[0] for label in labels]
    return tuple(city for city in dict.fromkeys(above or [page_city]) if city)


def district_card(label: str, known: Districts, city_slugs: Mapping[str, str]) -> Card:
    """The card of a district; one without a code or a city is told by a digest of its label.

    The note has its full name, and what it was called before with the years.
    """
    above, _, short = label.rpartition("/")
    found = known.find(label)
    code = found.code if found else ""
    names = [found.name] if found and found.name != short else []
    note = " · ".join((*names, *former_names(code)))
    return Card(label, short, label, short, code, city_slugs.get(above, ""), note)


def city_card(name: str, known: Districts) -> Card:
    """The card of a city; an unknown one is told by a digest of its name."""
    city = known.cities.get(name)
    return Card(name, name, name, name, city.code if city else "", note=city.province if city else "")


def by_code(card: Card) -> tuple[str, str]:
    """In the order of the divisions' codes; those without one behind, by name."""
    return (card.ending or UNCODED, card.label)
