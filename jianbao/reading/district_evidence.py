"""What an article's own words say of districts: every naming of one, and where in the article it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from jianbao.frozen import frozen
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.divisions import District
from jianbao.knowledge.place_names import Mention, find_places, find_units

IN_TITLE, IN_LEAD = 3.0, 2.0
"""How much more a district's name says in the title lines, and in the first sentence."""
LEAD = 80
"""Characters at which a first sentence ends at the latest."""


@frozen
class Evidence:
    """What an article says of one district: mentions in the title lines, in the first sentence, in the rest."""

    title: int = 0
    lead: int = 0
    rest: int = 0
    paired: int = 0
    """Mentions as two in one: 文峰区(高新区)."""

    @property
    def score(self) -> float:
        """Points; the tenth mention says little more than the third."""
        return float(min(IN_TITLE * self.title + IN_LEAD * self.lead + self.rest, 12.0) ** 0.7)


def gather(title_text: str, body_text: str, city: str, districts: Districts) -> dict[str, Evidence]:
    """The evidence for each district, by label, in the order in which they are first named."""
    lead_end = min(found if (found := body_text.find("。")) >= 0 else LEAD, LEAD)
    counts: dict[str, Counter[str]] = {}
    for text, is_title in ((title_text, True), (body_text, False)):
        named = mentions_of(text, city, districts)
        for at, (start, _, label) in enumerate(named):
            count = counts.setdefault(label, Counter())
            count["title" if is_title else "lead" if start < lead_end else "rest"] += 1
            count["paired"] += is_paired(text, named, at)
    return {label: Evidence(**count) for label, count in counts.items()}


def is_paired(text: str, named: Sequence[tuple[int, int, str]], at: int) -> bool:
    """Is this name one of two in one, as in 文峰区(高新区)?"""
    neighbours = [pair for pair in (named[at - 1 : at + 1], named[at : at + 2]) if len(pair) == 2]
    return any(text[a[1] : b[0]] in ("(", "（") and text[b[1] : b[1] + 1] in (")", "）") for a, b in neighbours)


def mentions_of(text: str, city: str, districts: Districts) -> list[tuple[int, int, str]]:
    """Every naming of a district in the text as (start, end, label), in the order of the text."""
    named = []
    for mention in find_places(text, districts):
        label = label_of(mention, city, districts)
        if label:
            named.append((mention.start, mention.end, label))
    stems = stems_of(city, districts)
    named += [(start, start, label) for start, label in find_units(text, stems)]
    return sorted(named)


def label_of(mention: Mention, city: str, districts: Districts) -> str:
    """The label of the district that a mention means on a page of this city; empty where it means none for certain."""
    inside = districts.in_city.get(mention.above or city, ())
    here = next((d for d in inside if mention.name in d.names), None)
    if here:
        return here.label
    everywhere = districts.named.get(mention.name, ())
    if mention.above or not everywhere:
        return ""
    if len(everywhere) == 1 and len(mention.name) > 2:
        return everywhere[0].label
    return common_short_name(mention.name, everywhere) if not city else ""


def common_short_name(name: str, places: Sequence[District]) -> str:
    """The short name that all places of this name share (高新技术开发区 → 高新区), else the name as printed."""
    shorts = {place.short for place in places}
    return shorts.pop() if len(shorts) == 1 else name


@lru_cache(maxsize=64)
def stems_of(city: str, districts: Districts) -> Mapping[str, str]:
    """The city's districts without 区 or 县 (文峰), leading to their labels. One character is no stem (叶县)."""
    inside = districts.in_city.get(city, ())
    return {d.short[:-1]: d.label for d in inside if len(d.short) > 2 and d.short[-1] in "区县市旗"}
