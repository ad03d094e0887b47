"""Facets: what an article is listed under and a search can be narrowed to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from jianbao.archive.model import Archive, Article, Entity, Group
from jianbao.archive.order import printed_day
from jianbao.frozen import frozen
from jianbao.search.postings import leb128
from jianbao.search.printed_day import day_number
from jianbao.search.tokens import FACET

LISTED = ("district", "topic", "newspaper", "kind")
"""Facets whose values are few enough to be offered, in the order in which they stand in the index."""


@frozen
class Value:
    """One value of a facet: its slug, its name, and how many documents have it."""

    slug: str
    name: str
    count: int


def values_of(article: Article, facet: str) -> tuple[str, ...]:
    """The slugs that an article has of a facet."""
    match facet:
        case "district":
            return article.districts
        case "topic":
            return article.topics
        case "newspaper":
            return (article.newspaper,) if article.newspaper else ()
        case "kind":
            return (article.front.kind,) if article.front.kind else ()
        case _:
            return tuple(
                dict.fromkeys(one.path.split("/")[1] for one in article.people if one.path.startswith("people/"))
            )


def facet_tokens(article: Article) -> tuple[str, ...]:
    """The tokens of all facets of an article, as the index has them."""
    facets = [facet_token(facet, slug) for facet in (*LISTED, "person") for slug in values_of(article, facet)]
    return (*facets, *([] if day_of(article) else [facet_token("undated", "")]))


@cache
def facet_token(facet: str, slug: str) -> str:
    """The token of one value of a facet."""
    return f"{FACET}{facet}:{slug}"


def day_of(article: Article) -> int:
    """The day of printing as a number (`day_number`), 0 where it is not known."""
    return day_number(printed_day(article.front))


def list_values(archive: Archive, documents: Mapping[int, Article]) -> dict[str, tuple[Value, ...]]:
    """The values of the facets that are offered, the commonest first."""
    groups: dict[str, Mapping[str, Group | Entity]] = {
        "district": archive.districts, "topic": archive.topics, "newspaper": archive.newspapers, "kind": {},
    }  # fmt: skip
    values = {}
    for facet in LISTED:
        counts = Counter(slug for article in documents.values() for slug in values_of(article, facet))
        named = groups[facet]
        values[facet] = tuple(
            Value(slug, named[slug].label.replace("/", "") if slug in named else slug, count)
            for slug, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        )
    return values


def columns(documents: Mapping[int, Article], values: Mapping[str, Iterable[Value]]) -> Iterator[tuple[str, bytes]]:
    """For every number from 0 its day, and of the other facets how many values it has and which, as LEB128."""
    numbers = range(max(documents, default=-1) + 1)
    yield "date", b"".join(leb128(day_of(documents[number]) if number in documents else 0) for number in numbers)
    for facet, offered in values.items():
        places = {value.slug: leb128(place) for place, value in enumerate(offered)}
        rows = [values_of(documents[number], facet) if number in documents else () for number in numbers]
        packed = {slugs: leb128(len(slugs)) + b"".join(places[slug] for slug in slugs) for slugs in set(rows)}
        yield facet, b"".join(map(packed.__getitem__, rows))
