"""Topics over time: small bars for every topic, its share of each year's articles, all on one scale."""

from __future__ import annotations

from jianbao.frozen import frozen
from jianbao.press.charts.scale import percent
from jianbao.press.charts.tally import Tally
from jianbao.press.edition import Edition, Sign

TOPICS, YEARS, ENOUGH = 16, 40, 10
"""So many topics and (the latest) years are drawn; a year with fewer articles than ENOUGH has no shares worth a bar."""
HEIGHT = 48


@frozen
class TopicBars:
    """A topic: its link and size, its bars as one path, and its counts by year.

    `peak` is the year of the highest bar, with its share (percent), its place, its top, and whether it stands on the right.
    """

    sign: Sign
    size: int
    bars: str
    peak: str
    share: int
    peak_at: str
    top: int
    late: bool
    counts: tuple[int, ...]


@frozen
class Topics:
    """The topics, largest first; all `years` from the first to the last, and how many articles each has."""

    topics: tuple[TopicBars, ...]
    years: tuple[str, ...]
    sizes: tuple[int, ...]
    highest: int


def draw_topics(edition: Edition, tally: Tally) -> Topics | None:
    """The small charts; None where there are no two years or no two topics with enough to tell."""
    told = [year for year in sorted(tally.years) if tally.years[year] >= ENOUGH][-YEARS:]
    sizes = {slug: edition.size(group) for slug, group in edition.archive.topics.items()}
    chosen = sorted((slug for slug in sizes if sizes[slug]), key=lambda slug: -sizes[slug])[:TOPICS]
    if len(told) < 2 or len(chosen) < 2:
        return None
    years = [f"{year:04}" for year in range(int(told[0]), int(told[-1]) + 1)]
    shares = {
        slug: {
            year: tally.topic_years[slug, year] / tally.years[year] for year in told if tally.topic_years[slug, year]
        }
        for slug in chosen
    }
    highest = max((share for by_year in shares.values() for share in by_year.values()), default=0)
    if not highest:
        return None
    return Topics(
        tuple(_topic(edition, tally, slug, sizes[slug], shares[slug], years, highest) for slug in chosen),
        tuple(years),
        tuple(tally.years[year] for year in years),
        round(100 * highest),
    )


def _topic(
    edition: Edition, tally: Tally, slug: str, size: int, shares: dict[str, float], years: list[str], highest: float
) -> TopicBars:
    first = int(years[0])
    peak = max(shares, key=lambda year: (shares[year], -int(year)), default="")
    at = int(peak) - first if peak else 0
    bars = "".join(
        f"M{int(year) - first}.1 {HEIGHT}V{HEIGHT - max(1, round(HEIGHT * share / highest))}h.8V{HEIGHT}z"
        for year, share in shares.items()
    )
    counts = tuple(tally.topic_years[slug, year] for year in years)
    return TopicBars(
        edition.sign(edition.archive.topics[slug]),
        size,
        bars,
        peak,
        round(100 * shares.get(peak, 0)),
        percent(at + 0.5, len(years)),
        HEIGHT - round(HEIGHT * shares.get(peak, 0) / highest),
        at * 2 >= len(years),
        counts,
    )
