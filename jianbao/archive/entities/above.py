"""What an entity belongs to, from the widest to the nearest: its city, its county, the town over a village."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jianbao.archive.catalogue import Catalogue


def above_of(parent: str, catalogue: Catalogue, place_slugs: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """(kind, slug) of everything with a page above the place of this label: 安阳市/文峰区/宝莲寺镇 → city, district, place."""
    places = catalogue.places
    chain = []
    for label in _widening(parent):
        if label in place_slugs:
            chain.append(("place", place_slugs[label]))
        elif label in places.districts.slug_of:
            chain.append(("district", places.districts.slug_of[label]))
        elif label in places.cities.slug_of:
            chain.append(("city", places.cities.slug_of[label]))
    return tuple(chain[::-1])


def _widening(label: str) -> Iterator[str]:
    while label:
        yield label
        label = label.rpartition("/")[0]
