"""Which of several places of one name is meant: by what stands before the name, by the article, by the city."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jianbao.archive.names.areas import (
    DISTRICT,
    by_being_alone,
    by_the_article,
    by_what_is_named,
    by_what_stands_before,
)
from jianbao.archive.names.located import NOTHING_TO_SAY, Located, Why
from jianbao.archive.names.passage import Passage
from jianbao.frozen import frozen
from jianbao.knowledge.city_places import is_below
from jianbao.knowledge.divisions import Locality
from jianbao.knowledge.gazetteer import Gazetteer
from jianbao.knowledge.locality_names import TOWN, proper_form

DISTINCTIVE = 4
"""A village whose name is so long is taken for the only one of the city, whatever county the article is about."""


class Chosen(NamedTuple):
    """The place, or what is known of it: a name below a county or city, without a code."""

    label: str
    kind: str
    code: str = ""
    why: Why = NOTHING_TO_SAY


@frozen
class Scene:
    """What decides in one passage: the counties that it is about or names, and the city."""

    passage: Passage
    named: tuple[str, ...]
    """Labels of the counties that the text names."""
    gazetteer: Gazetteer

    @property
    def main(self) -> str:
        """The label of what the article is mainly about: a county or a city; empty where unknown."""
        return next(iter(self.passage.districts), self.passage.city)


def scene_of(passage: Passage, areas: Sequence[Located], gazetteer: Gazetteer) -> Scene:
    """The scene of a passage that names these counties and cities."""
    return Scene(passage, tuple(dict.fromkeys(a.label for a in areas if a.kind == DISTRICT)), gazetteer)


def choose(
    places: Sequence[Locality], printed: str, before: Located | None, towns: Sequence[str], scene: Scene
) -> Chosen:
    """The one of the places that is meant. `before` stands right before the name; `towns` were named, the last one last."""
    name = proper_form(printed)
    if before:
        return under(before, places, name, scene)
    for label in reversed(towns):
        inside = [place for place in places if is_below(place, label)]
        if len(inside) == 1:
            return chosen(inside[0], why_of(places, by_what_stands_before(label)))
    return by_county(places, name, scene)


def under(before: Located, places: Sequence[Locality], name: str, scene: Scene) -> Chosen:
    """The place of the name right behind what it belongs to. A village may have been of another town in other years."""
    inside = [place for place in places if is_below(place, before.label)]
    if len(inside) > 1:
        return by_county(inside, name, scene)
    if not inside and before.kind == TOWN:
        inside = [p for p in places if p.kind != TOWN and p.name == name and before.label.startswith(f"{p.district}/")]
    if len(inside) == 1:
        return chosen(inside[0], why_of(places, by_what_stands_before(before.label)))
    return Chosen(f"{before.label}/{name}", places[0].kind)


def by_county(places: Sequence[Locality], name: str, scene: Scene) -> Chosen:
    """The one in a county that the article is about, or names; else the only one in the city; else the name alone."""
    for labels, why in ((scene.passage.districts, by_the_article), (scene.named, by_what_is_named)):
        inside = [place for place in places if place.district in labels]
        if len(inside) == 1:
            return chosen(inside[0], why_of(places, why(inside[0].district)))
        if inside:
            return unsettled(inside, name)
    if len(places) == 1 and is_certain(places[0], scene):
        return chosen(places[0], why_of(places, by_being_alone(places[0].district.partition("/")[0])))
    return Chosen(f"{scene.main}/{name}" if scene.main else name, places[0].kind)


def is_certain(place: Locality, scene: Scene) -> bool:
    """Is the only place of its name meant, though the article is about another county, or about none?"""
    return place.told or place.kind == TOWN or not scene.passage.districts or len(place.name) > DISTINCTIVE


def unsettled(places: Sequence[Locality], name: str) -> Chosen:
    """One of several in a county: the name below the county, without a code; below the city if they are in several."""
    counties = {place.district for place in places}
    label = counties.pop() if len(counties) == 1 else places[0].district.rpartition("/")[0]
    return Chosen(f"{label}/{name}" if label else name, places[0].kind)


def chosen(place: Locality, why: Why) -> Chosen:
    """The place with its code."""
    return Chosen(place.label, place.kind, place.code, why)


def why_of(places: Sequence[Locality], why: Why) -> Why:
    """The reason as it is told: that there was a choice at all, or that there was none."""
    return by_being_alone(places[0].district.partition("/")[0]) if len(places) == 1 else why
