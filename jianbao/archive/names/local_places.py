"""The places that a passage names: the story of this part of the room."""

from __future__ import annotations

from jianbao.archive.names.areas import find_areas
from jianbao.archive.names.choose_place import scene_of
from jianbao.archive.names.counted_places import find_counted
from jianbao.archive.names.found import PlaceFound
from jianbao.archive.names.hamlets_below import find_hamlets
from jianbao.archive.names.located import Located, gathered
from jianbao.archive.names.named_places import find_named
from jianbao.archive.names.own_zones import with_own_zones
from jianbao.archive.names.passage import PARTS, Passage
from jianbao.archive.names.places_in_spaced_text import find_in_spaced_text
from jianbao.archive.names.settlements import find_settlements
from jianbao.archive.names.short_areas import find_short_areas
from jianbao.archive.names.towns_elsewhere import find_towns_elsewhere
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.gazetteer import Gazetteer


def find_local_places(passage: Passage, districts: Districts, gazetteer: Gazetteer) -> tuple[PlaceFound, ...]:
    """The places of the passage from the city down to the estate, each once, in the order in which they are first named."""
    if not passage.is_chinese:
        return gathered(find_in_spaced_text(passage, gazetteer))
    located = find_areas(passage, districts)
    located += find_short_areas(passage, located, districts)
    located = list(with_own_zones(passage, located))
    scene = scene_of(passage, located, gazetteer)
    located += find_named(located, scene)
    located += find_towns_elsewhere(passage, gazetteer, located)
    located += find_hamlets(dict(passage.parts()), located)
    located += find_settlements(scene, located)
    located += find_counted(scene, located)
    hides, main = gazetteer.told.hides, scene.main
    return gathered(sorted((one for one in located if not hides(one.label, main)), key=in_order))


def in_order(one: Located) -> tuple[int, int]:
    """The order of the passage: title, text, captions."""
    return PARTS.index(one.part), one.start
