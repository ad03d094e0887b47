"""Places in a text that parts its words by spaces: what people told, and the counties that the article is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from jianbao.archive.names.areas import DISTRICT, by_the_article
from jianbao.archive.names.located import NOTHING_TO_SAY, Located
from jianbao.archive.names.passage import Passage
from jianbao.knowledge.divisions import Locality
from jianbao.knowledge.gazetteer import Gazetteer


def find_in_spaced_text(passage: Passage, gazetteer: Gazetteer) -> Iterator[Located]:
    """Every naming at word boundaries, the longest at each place, in the order of the passage."""
    told = _told_by_name(gazetteer)
    pattern = _pattern(gazetteer, passage.districts)
    for part, text in passage.parts():
        for match in pattern.finditer(text):
            yield _located(part, match, told, passage)


def _located(part: str, match: re.Match[str], told: Mapping[str, tuple[Locality, ...]], passage: Passage) -> Located:
    printed = match[0]
    at = (part, match.start(), match.end(), printed)
    places = told.get(" ".join(printed.split()), ())
    about = [place for place in places if place.district in passage.districts]
    if not places:
        label = next(label for label in passage.districts if label.rpartition("/")[2] == " ".join(printed.split()))
        return Located(*at, label, DISTRICT)
    place = (about or places)[0]
    why = by_the_article(place.district) if about and len(places) > 1 else NOTHING_TO_SAY
    if len(about or places) > 1:
        return Located(*at, place.name, place.kind)
    return Located(*at, place.label, place.kind, place.code, why)


@lru_cache(maxsize=4)
def _told_by_name(gazetteer: Gazetteer) -> Mapping[str, tuple[Locality, ...]]:
    """What people told, by every name."""
    by_name: dict[str, tuple[Locality, ...]] = {}
    for _, place in gazetteer.told.places:
        for name in dict.fromkeys((place.name, *place.aliases)):
            by_name[name] = (*by_name.get(name, ()), place)
    return by_name


@lru_cache(maxsize=256)
def _pattern(gazetteer: Gazetteer, districts: tuple[str, ...]) -> re.Pattern[str]:
    """One of the names; a line may end between two of its words."""
    names = {*_told_by_name(gazetteer), *(label.rpartition("/")[2] for label in districts)} - {""}
    words = (r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=lambda name: (-len(name), name)))
    alternatives = "|".join(words)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)" if alternatives else "(?!)")
