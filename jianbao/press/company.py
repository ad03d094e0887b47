"""Who and what appears in the articles that name somebody or something, and in how many of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import chain, islice

from jianbao.archive.model import AREAS, Entity
from jianbao.press.beside_lists import Row
from jianbao.press.edition import Edition

MOST = 8
"""So many of each kind are shown."""
ENOUGH = 4
"""Where so many articles name somebody, whoever appears in one of them only is left out."""

Company = Callable[[Entity], tuple[Row, ...]]
"""The rows of people, places and organizations that appear with an entity, the most frequent first."""


def company(edition: Edition) -> Company:
    """Only who is public appears, and only in articles that may be listed; places above and below are told elsewhere."""

    @cache
    def named_in(id: str) -> tuple[str, ...]:
        article = edition.archive.articles[id]
        named = chain(article.people, article.places, article.organizations)
        return tuple(dict.fromkeys(one.path for one in named if one.path))

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
