"""Who and what appears in the articles that name somebody or something, and in how many of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from heapq import nsmallest
from itertools import chain

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
        met = (edition.entity_at(path) for path, size in counted.items() if size >= least and path not in kin)
        return tuple(_rows(edition, [one for one in met if one and one.public], counted))

    return around


def _rows(edition: Edition, found: list[Entity], counted: Counter[str]) -> list[Row]:
    rows = []
    for kind in ("person", "place", "organization"):
        most = nsmallest(
            MOST, (one for one in found if one.kind == kind), key=lambda one: (-counted[one.path], one.slug)
        )
        if most:
            rows.append(Row(AREAS[kind], "", tuple((edition.sign(one), counted[one.path]) for one in most)))
    return rows
