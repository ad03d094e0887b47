"""Who and what appears in the articles that name somebody or something, and in how many of them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from jianbao.archive.model import AREAS, Archive, Article, Entity
from jianbao.press.beside_lists import Row
from jianbao.press.edition import Edition

MOST = 8
"""So many of each kind are shown."""
_WIDTH = "I"
"""The type of the places in `Appearances`: four bytes."""
ENOUGH = 4
"""Where so many articles name somebody, whoever appears in one of them only is left out."""

Company = Callable[[Entity], tuple[Row, ...]]
"""The rows of people, places and organizations that appear with an entity, the most frequent first."""


class Appearances(NamedTuple):
    """Who and what appears in the articles, in few bytes: the `paths` of all, and by article the places of its own in them."""

    paths: tuple[str, ...]
    by_article: dict[str, bytes]

    def named_in(self, id: str) -> tuple[str, ...]:
        """The paths of those who appear in an article."""
        return tuple([self.paths[place] for place in array(_WIDTH, self.by_article[id])])


def all_appearances(archive: Archive) -> Appearances:
    """Those of every article of an archive."""
    places: dict[str, int] = {}
    by_article = {
        id: array(_WIDTH, [places.setdefault(path, len(places)) for path in _named_in(one)]).tobytes()
        for id, one in archive.articles.items()
    }
    return Appearances(tuple(places), by_article)


def _named_in(article: Article) -> Iterable[str]:
    named = chain(article.people, article.places, article.organizations)
    return dict.fromkeys(one.path for one in named if one.path)


def company(edition: Edition, known: Appearances | None = None) -> Company:
    """Only who is public appears, and only in articles that may be listed; places above and below are told elsewhere.

    Where it is `known` who appears in an article, no article is asked.
    """
    named_in = known.named_in if known else cache(lambda id: tuple(_named_in(edition.archive.articles[id])))

    def around(entity: Entity) -> tuple[Row, ...]:
        listed = [id for id in entity.articles if id in edition.entries]
        counted = Counter(chain.from_iterable(map(named_in, listed)))
        least = 2 if len(listed) >= ENOUGH else 1
        kin = {entity.path, *(f"places/{slug}/" for slug in (*entity.below, *(slug for _, slug in entity.above)))}
        met = {path: size for path, size in counted.items() if size >= least and path not in kin}
        rows = ((area, islice(_ranked(edition, kind, area, met), MOST)) for kind, area in AREAS.items())
        found = ((area, tuple((edition.sign(one), size) for one, size in most)) for area, most in rows)
        return tuple(Row(area, "", signs) for area, signs in found if signs)

    return around


def _ranked(edition: Edition, kind: str, area: str, met: Mapping[str, int]) -> Iterator[tuple[Entity, int]]:
    """Those of a kind who are public, the most frequent first; nobody is asked for before the one before is not enough."""
    slugs = sorted((-size, path.split("/")[1]) for path, size in met.items() if path.startswith(f"{area}/"))
    for size, slug in slugs:
        one = edition.entities[kind].get(slug)
        if one is not None and one.public:
            yield one, -size
