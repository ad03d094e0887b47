"""The counties and cities that a passage names, and which of those of one name is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from jianbao.archive.names.located import NOTHING_TO_SAY, Located, Why
from jianbao.archive.names.passage import Passage
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.divisions import District
from jianbao.knowledge.locality_names import word_lists
from jianbao.knowledge.place_names import Mention, find_places

CITY, DISTRICT = "city", "district"


def find_areas(passage: Passage, districts: Districts) -> list[Located]:
    """Every naming of a county or a city, in the order of the passage. A name that could mean several is left out."""
    mentions = [(part, text, find_places(text, districts)) for part, text in passage.parts()]
    cities = {city.name for *_, named in mentions for m in named if (city := districts.cities.get(m.name))}
    return [
        area
        for part, text, named in mentions
        for mention in named
        for area in locate(mention, part, text, passage, cities, districts)
    ]


def locate(
    mention: Mention, part: str, text: str, passage: Passage, cities: set[str], districts: Districts
) -> Iterator[Located]:
    """The naming as a place; `cities` are all that the passage names."""
    at = (part, mention.start, mention.end, text[mention.start : mention.end])
    city = districts.cities.get(mention.name)
    if mention.name in districts.named:
        district, why = which(mention, passage, cities, districts)
        if district:
            yield Located(*at, district.label, DISTRICT, district.code, why)
        elif mention.above or mention.name in passage.districts:  # a zone that the table does not have
            yield Located(*at, f"{mention.above}/{mention.name}".lstrip("/"), DISTRICT)
    elif city and not text.startswith(word_lists()["firms"], mention.end):
        yield Located(*at, city.name, CITY, city.code)


def which(mention: Mention, passage: Passage, cities: set[str], districts: Districts) -> tuple[District | None, Why]:
    """The district that the mention means in this passage, and what tells so."""
    everywhere = districts.named[mention.name]
    alone = len(everywhere) == 1
    if mention.above:
        inside = [one for one in everywhere if one.city == mention.above]
        return _only(inside), NOTHING_TO_SAY if alone else by_what_stands_before(mention.above)
    about = [one for one in everywhere if one.label in passage.districts]
    if about:
        return about[0], NOTHING_TO_SAY if alone else by_the_article(about[0].label)
    if alone:
        return (everywhere[0] if len(mention.name) > 2 else None), NOTHING_TO_SAY
    here = [one for one in everywhere if one.city == passage.city]
    if here and mention.name not in word_lists()["any_zone"]:
        return here[0], by_the_city(passage.city)
    named = [one for one in everywhere if one.city in cities] if mention.name not in word_lists()["any_zone"] else []
    return _only(named), by_what_is_named(named[0].city) if len(named) == 1 else NOTHING_TO_SAY


def _only(districts: Sequence[District]) -> District | None:
    return districts[0] if len(districts) == 1 else None


@lru_cache(maxsize=256)
def by_the_article(label: str) -> Why:
    """The article is about the county."""
    name = label.rpartition("/")[2]
    return f"本文写的是{name}", f"the article is about {name}"


def by_the_city(city: str) -> Why:
    """Another city may have one of that name too."""
    return f"本文写的是{city}", f"the article is about {city}"


def by_what_stands_before(label: str) -> Why:
    """What it belongs to is printed right before it, or before it in the text."""
    name = label.rpartition("/")[2]
    return f"前面写着{name}", f"{name} is named before it"


def by_what_is_named(label: str) -> Why:
    """What it belongs to is named somewhere in the article."""
    name = label.rpartition("/")[2]
    return f"文中写到{name}", f"the article names {name}"


def by_being_alone(city: str) -> Why:
    """No other place of the city has the name."""
    return f"{city}只有一处叫这个名字", f"the only one of this name in {city}"
