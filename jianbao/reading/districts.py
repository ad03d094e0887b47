"""Which city a page is from, and which districts each of its articles is about.

Evidence is counted, never guessed from a single word's look: names of the gazetteer, weighed by where they stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jianbao.frozen import frozen
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.divisions import District
from jianbao.knowledge.place_names import context, find_places
from jianbao.reading.district_evidence import gather
from jianbao.reading.page import Reason

TOLD = 100.0
"""The margin of a city that people told."""
CITY_NAME, DISTRICT_NAME, PROVINCE_NAME = 2.0, 6.0, 0.5
"""Weights of one mention in the vote for the page's city; a district's is shared by all places of that name."""
ENOUGH = 1.0
"""A city is only taken with this lead over the runner-up."""
BESIDE_THE_BEST = 0.5
"""A further district must reach this share of the best one's score."""
AT_MOST = 4
"""More districts than this, all named alike, make an article of the whole city."""
NEARLY_ALL = 0.8
"""The share of a page that must speak of one district before it says something of an article that names none."""


@frozen
class CityVote:
    """The page's city by its full name (empty: unknown), its lead over the runner-up in points, and what spoke for it.

    A margin below 2 should be looked at by a person. Weights of reasons are negative: they reward.
    """

    city: str
    margin: float
    reasons: tuple[Reason, ...] = ()


def vote_city(texts: Sequence[str], known_city: str, districts: Districts) -> CityVote:
    """The city that a page is from, by all of its texts; `known_city` (any name of it) is taken as it is."""
    if known_city:
        city = districts.cities.get(known_city)
        return CityVote(city.name if city else known_city, TOLD, (Reason("told", -TOLD),))
    votes = city_votes(texts, districts)
    totals = Counter({city: sum(reasons.values()) for city, reasons in votes.items()})
    ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return CityVote("", 0.0)
    best, score = ranked[0]
    margin = round(score - (ranked[1][1] if len(ranked) > 1 else 0.0), 2)
    reasons = tuple(Reason(cue, -round(weight, 2)) for cue, weight in sorted(votes[best].items()))
    return CityVote(best if margin >= ENOUGH else "", margin, reasons)


def city_votes(texts: Iterable[str], districts: Districts) -> dict[str, dict[str, float]]:
    """Points by city and by the name that gave them. A name counts five times at most, a district's three times."""
    votes: dict[str, dict[str, float]] = {}
    counts = Counter(mention.name for text in texts for mention in find_places(text, districts) if not mention.above)
    for name, count in sorted(counts.items()):
        city = districts.cities.get(name)
        if city:
            votes.setdefault(city.name, {})[name] = CITY_NAME * min(count, 5)
        for place in places_that_vote(name, districts):
            share = DISTRICT_NAME * min(count, 3) / len(districts.named[name])
            own = votes.setdefault(place.city, {})
            own[name] = own.get(name, 0.0) + share
    for city_name, reasons in votes.items():
        province = districts.cities[city_name].province
        if counts[province] and province != city_name:
            reasons[province] = PROVINCE_NAME * min(counts[province], 3)
    return votes


def places_that_vote(name: str, districts: Districts) -> Iterator[District]:
    """The districts of that name with a city over them. Any city may have a 高新区 or 示范区: such names do not vote."""
    if len(name) > 2 and name not in context().zones:
        yield from (place for place in districts.named.get(name, ()) if place.city)


def districts_of(
    own: tuple[str, ...], texts: Sequence[str], city: str, page_share: Mapping[str, float], districts: Districts
) -> tuple[str, ...]:
    """The districts an article is about: its `own_districts`, or without any and no other city named, those of its page.

    `city` is the page's, or empty; `page_share` is `share_of_page`.
    """
    if own or is_elsewhere(texts, city, districts):
        return own
    return tuple(sorted(label for label, share in page_share.items() if share >= NEARLY_ALL))


def share_of_page(articles: Iterable[tuple[str, ...]]) -> dict[str, float]:
    """Of the articles of a page that name any district, the share that is about each; given are their `own_districts`.

    One article alone says nothing of its neighbours: then the mapping is empty.
    """
    told = [own for own in articles if own]
    if len(told) < 2:
        return {}
    counts = Counter(label for own in told for label in own)
    return {label: count / len(told) for label, count in sorted(counts.items())}


def own_districts(title_text: str, body_text: str, city: str, districts: Districts) -> tuple[str, ...]:
    """The districts that an article's own words speak of as labels (`安阳市/高新区`; `高新区` where the city is unknown).

    `title_text` holds kicker, headline and subtitle. Its subject wins, then the first sentence's; the best comes first.
    """
    evidence = gather(title_text, body_text, city, districts)
    subjects = {label for label, e in evidence.items() if e.title} or {label for label, e in evidence.items() if e.lead}
    among = {label: e for label, e in evidence.items() if label in subjects} or evidence
    best = max((e.score for e in among.values()), default=0.0)
    kept = [label for label, e in among.items() if e.paired > 1 or e.score >= BESIDE_THE_BEST * best]
    if len(kept) > AT_MOST:
        return ()
    return tuple(sorted(kept, key=lambda label: -among[label].score))


def is_elsewhere(texts: Iterable[str], city: str, districts: Districts) -> bool:
    """Do the texts name a city other than the page's? Then the page's district says nothing of them."""
    named = (districts.cities.get(mention.name) for text in texts for mention in find_places(text, districts))
    return any(other is not None and other.name != city for other in named)
