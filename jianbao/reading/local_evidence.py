"""What towns and villages say of a page's city and an article's county, where no county is named at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from jianbao.knowledge.city_places import Form, find_forms
from jianbao.knowledge.gazetteer import Gazetteer
from jianbao.knowledge.locality_names import TOWN, word_lists

OF_TOWN, OF_VILLAGE, IN_TITLE = 3.0, 1.0, 3
"""Points for naming a town and a village of a county; a name in the title lines counts so many times."""
ENOUGH = 3.0
"""One town, or a handful of villages, tells the county."""
BESIDE_THE_BEST = 0.5
LEAST_TOWNS = 2
"""So many towns of a city must be named to tell that a page is from it."""
TOWN_NAME = re.compile("(?=([\u3400-\u9fff]{2,5}(?:街道|镇|乡)))")
FULL = 4
"""Characters of a town's name that is not likely to be anything else."""


def counties_by_places(title_text: str, body_text: str, city: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The counties of the city whose towns and villages an article names, the best first; empty where that says too little."""
    if not city:
        return ()
    points: dict[str, Counter[str]] = {}
    for text, times in ((title_text, IN_TITLE), (body_text, 1)):
        for county, name, weight in namings(text, city, gazetteer):
            points.setdefault(county, Counter())[name] += int(times * weight)
    scores = {county: sum(min(of, 4 * OF_TOWN) ** 0.7 for of in names.values()) for county, names in points.items()}
    best = max(scores.values(), default=0.0)
    kept = [county for county, score in scores.items() if best >= ENOUGH**0.7 and score >= BESIDE_THE_BEST * best]
    return tuple(sorted(kept, key=lambda county: (-scores[county], county)))


def namings(text: str, city: str, gazetteer: Gazetteer) -> Iterator[tuple[str, str, float]]:
    """(county, name, points) of every form with its tail that only one county of the city has."""
    for form in find_forms(text, gazetteer.city(city)):
        counties = {place.district for place in form.places}
        if len(counties) == 1 and counts(form, text):
            yield counties.pop(), form.places[0].label, OF_TOWN if form.places[0].kind == TOWN else OF_VILLAGE


def counts(form: Form, text: str) -> bool:
    """Whether the form is sure enough to vote: with its tail, no ordinary word, and no village of two characters."""
    printed = text[form.start : form.end]
    return not form.bare and len(printed) > 2 and printed not in word_lists()["too_common"]


def city_by_towns(texts: Iterable[str], gazetteer: Gazetteer) -> str:
    """The city that alone has one of the towns named in full, and has another of them too; empty if that is not one city."""
    towns = dict(found for text in texts for found in full_towns(text, gazetteer))
    sure = {city for cities in towns.values() if len(cities) == 1 for city in cities}
    city = next(iter(sure), "") if len(sure) == 1 else ""
    return city if sum(city in cities for cities in towns.values()) >= LEAST_TOWNS else ""


def full_towns(text: str, gazetteer: Gazetteer) -> Iterator[tuple[str, frozenset[str]]]:
    """Every town named in full, with the cities that have one of that name."""
    for match in TOWN_NAME.finditer(text):
        name = match[1]
        cities = {county.city for _, county in gazetteer.towns_named(name)} if len(name) >= FULL else set()
        if cities and "" not in cities:
            yield name, frozenset(cities)
