"""Where else a place of the same name is, so that a page for a common name can say which others there are."""

from __future__ import annotations

from jianbao.knowledge.divisions import District
from jianbao.knowledge.gazetteer import COUNTY, TOWN_CODE, Gazetteer


def namesakes_elsewhere(name: str, code: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Labels of the other places of this name, in the order of their codes; `code` is that of the one that is meant.

    For a county (6 digits) and a town (9) those of the whole country, with the province in front
    (`江苏省/南京市/秦淮区/光华路街道`); for a village (12) those of its city, without it. None for a place without a code.
    """
    if len(code) == COUNTY:
        counties = gazetteer.districts.named.get(name, ())
        return tuple(with_province(county) for county in counties if county.code and county.code != code)
    if len(code) == TOWN_CODE:
        towns = gazetteer.towns_named(name)
        return tuple(f"{with_province(county)}/{name}" for other, county in towns if other != code)
    place = gazetteer.find(code) if code else None
    if place is None:
        return ()
    city = place.district.partition("/")[0]
    others = gazetteer.city(city).places
    return tuple(other.label for other in others if other.name == name and other.code != code)


def with_province(county: District) -> str:
    """The county's label with the province before it, which a municipality is itself."""
    return county.label if county.label.startswith(county.province) else f"{county.province}/{county.label}"
