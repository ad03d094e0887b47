"""Counties printed without their 区 or 县 (淮阳和商水), or under a former name, where the passage names their city."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from jianbao.archive.names.areas import CITY, DISTRICT, by_the_city
from jianbao.archive.names.around import begins_here, ends_here
from jianbao.archive.names.located import Located, Why
from jianbao.archive.names.passage import Passage
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.divisions import District
from jianbao.knowledge.former_districts import by_code
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.locality_names import word_lists


def find_short_areas(passage: Passage, areas: Sequence[Located], districts: Districts) -> Iterator[Located]:
    """The namings of counties by their stems alone or former names, at word boundaries, where no longer name stands."""
    cities = dict.fromkeys((passage.city, *(area.label for area in areas if area.kind == CITY)))
    for city in filter(None, cities):
        counties = {**_by_former_name(city, districts), **_by_stem(city, districts)}
        for part, text in passage.parts() if counties else ():
            taken = [(area.start, area.end) for area in areas if area.part == part]
            for match in _one_of(tuple(counties)).finditer(text):
                start, end = match.span()
                if not any(a < end and start < b for a, b in taken) and stands_alone(text, start, end):
                    county, why = counties[match[0]]
                    yield Located(part, start, end, match[0], county.label, DISTRICT, county.code, why)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the stem is a name there: nothing longer begins before it, and no office or road goes on behind it."""
    return begins_here(text, start) and ends_here(text, end) and text[end : end + 1] not in ("区", "县", "市", "旗")


@lru_cache(maxsize=64)
def _by_former_name(city: str, districts: Districts) -> Mapping[str, tuple[District, Why]]:
    """The city's counties by the names that they had before and that no place has now."""
    return {
        former.name: (district, (f"{district.short}曾名{former.with_years}", f"a former name: {former.with_years}"))
        for district in districts.in_city.get(city, ()) for former in by_code().get(district.code, ())
        if former.name not in districts.named and former.name not in districts.cities
    }  # fmt: skip


@lru_cache(maxsize=64)
def _by_stem(city: str, districts: Districts) -> Mapping[str, tuple[District, Why]]:
    """The city's counties by their stems, those left out that are ordinary words, lakes or hills."""
    stems = {d.short[:-1]: d for d in districts.in_city.get(city, ()) if len(d.short) > 2 and d.short[-1] in "区县市旗"}
    landscape = word_lists()["landscape"]
    return {
        stem: (district, by_the_city(city)) for stem, district in sorted(stems.items())
        if not stem.endswith(landscape) and stem not in districts.cities and stem not in _ordinary()
    }  # fmt: skip


@cache
def _ordinary() -> frozenset[str]:
    """The words that jieba's dictionary knows as frequent in news, and not as names of places (光明, 红旗)."""
    return frozenset(chinese_lexicon().words_like("frequent", r"^(\S+) \d{3,} (?!ns$)\w+$"))


@lru_cache(maxsize=64)
def _one_of(stems: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(stems, key=len, reverse=True))))
