"""The counts behind all charts, taken in one walk over the articles that may be listed."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from jianbao.frozen import frozen
from jianbao.press.edition import Edition

CROWD = 40
"""An article that names more people is a list of names: standing in it together tells nothing."""


@frozen
class Tally:
    """Numbers of articles: by month of print (`2022-09`), by year, by (topic, year), by (district, topic), by person, by pair.

    Topics and districts are slugs, people the slugs of those that are public, a pair of them in the order of the alphabet.
    """

    months: Counter[str]
    years: Counter[str]
    topic_years: Counter[tuple[str, str]]
    district_topics: Counter[tuple[str, str]]
    people: Counter[str]
    pairs: Counter[tuple[str, str]]


def take_tally(edition: Edition) -> Tally:
    """Count once over all articles."""
    tally = Tally(Counter(), Counter(), Counter(), Counter(), Counter(), Counter())
    public = {one.path: one.slug for one in edition.entities["person"].values() if one.public}
    for id, entry in edition.entries.items():
        article = edition.archive.articles[id]
        year = entry.printed[:4]
        if year:
            tally.years[year] += 1
            tally.topic_years.update((topic, year) for topic in article.topics)
        if len(entry.printed) > 4:
            tally.months[entry.printed] += 1
        tally.district_topics.update((district, topic) for district in article.districts for topic in article.topics)
        named = sorted({public[one.path] for one in article.people if one.kind == "person" and one.path in public})
        tally.people.update(named)
        if 1 < len(named) <= CROWD:
            tally.pairs.update(combinations(named, 2))
    return tally
