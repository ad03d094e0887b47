"""Whether somebody written about also signs: a by-line of the same name in the same county, or in the same city."""

from __future__ import annotations

from jianbao.archive.catalogue import Catalogue
from jianbao.archive.entities.naming import Identity


def reporter_of(person: Identity, catalogue: Catalogue) -> str:
    """The slug of the by-line of this name, empty where nobody of the name signs where the person belongs."""
    slug = catalogue.reporters.slug_of.get(person.name, "")
    if not slug or not person.parent:
        return slug
    signed = set(catalogue.reporters.groups[slug].articles)
    places = catalogue.places
    for lists in (places.districts, places.cities):
        here = lists.slug_of.get(person.parent)
        if here is not None:
            return "" if signed.isdisjoint(lists.groups[here].articles) else slug
    return ""
