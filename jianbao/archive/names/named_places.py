"""The places of the gazetteer that a passage names, in the forms that papers print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from jianbao.archive.names.around import begins_here, ends_here, is_torn_off, names_something_else
from jianbao.archive.names.choose_place import Chosen, Scene, choose
from jianbao.archive.names.located import Located, right_before
from jianbao.knowledge.city_places import Form, find_forms, is_below
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.locality_names import TOWN, stem_of, word_lists

LOCAL_BEHIND = re.compile("[\u3400-\u9fff]{1,8}?(?:街道|镇|乡|村|社区|办事处|农场|苏木|嘎查)")
"""Behind a county: then the places of its city are worth reading."""


@dataclass(slots=True)
class Walk:
    """What is located so far, from the title to the captions."""

    scene: Scene
    located: list[Located] = field(default_factory=list)
    towns: list[str] = field(default_factory=list)
    """Labels of the towns named, the last one last."""

    def add(self, one: Located) -> None:
        """One naming more."""
        self.located.append(one)
        if one.kind == TOWN and one.code:
            self.towns.append(one.label)


def find_named(areas: Sequence[Located], scene: Scene) -> list[Located]:
    """Every naming of a town or village of the passage's city, and of those named behind a county of another city."""
    walk = Walk(scene)
    home = home_cities(scene)
    for part, text in scene.passage.parts():
        own = [area for area in areas if area.part == part]
        cities = dict.fromkeys((*home, *abroad(text, own)))
        forms = merged(form for city in cities for form in find_forms(text, scene.gazetteer.city(city)))
        walk_along(part, text, forms, own, walk)
    return walk.located


def merged(forms: Iterable[Form]) -> list[Form]:
    """The forms in order, those of several cities at one place made one."""
    at: dict[tuple[int, int, bool], Form] = {}
    for form in forms:
        key = form.start, form.end, form.bare
        at[key] = form._replace(places=(*at[key].places, *form.places)) if key in at else form
    return sorted(at.values(), key=in_order)


def in_order(form: Form) -> tuple[int, bool, int]:
    """From left to right, at one place those with their tail and the longest first."""
    return form.start, form.bare, -form.end


def home_cities(scene: Scene) -> tuple[str, ...]:
    """The cities whose places may be named without anything before them; the empty one holds what people told."""
    of_districts = (label.partition("/")[0] for label in scene.passage.districts)
    return tuple(dict.fromkeys((*filter(None, (scene.passage.city, *of_districts)), "")))


def abroad(text: str, areas: Sequence[Located]) -> Iterator[str]:
    """The cities of the counties behind which a town or village seems to stand."""
    yield from (area.label.partition("/")[0] for area in areas if LOCAL_BEHIND.match(text, area.end))


def walk_along(part: str, text: str, forms: Sequence[Form], areas: Sequence[Located], walk: Walk) -> None:
    """Locate the forms of one part, from left to right; none overlaps another, or the name of a county."""
    here: list[Located] = []
    end = 0
    for at, form in enumerate(forms):
        if form.start < end or overlaps(form, areas):
            continue
        before = right_before(form.start, here[-1:]) or right_before(form.start, areas)
        behind = forms[at + 1 :]
        found = bare_place(text, form, behind, before, walk) if form.bare else place_with_tail(text, form, before, walk)
        if found:
            one = Located(part, form.start, form.end, text[form.start : form.end], *found)
            here.append(one)
            walk.add(one)
            end = form.end


def overlaps(form: Form, areas: Sequence[Located]) -> bool:
    """Whether the form shares characters with the name of a county that is no part of it."""
    return any(area.start < form.end and form.start < area.end for area in areas)


def place_with_tail(text: str, form: Form, before: Located | None, walk: Walk) -> Chosen | None:
    """The place of a form like 小营村, unless it is the end of a longer name or an ordinary word."""
    printed = text[form.start : form.end]
    if before:
        return choose(form.places, printed, before, walk.towns, walk.scene)
    told = form.places[0].told
    if not told and (printed in word_lists()["too_common"] or is_plain_word(printed)):
        return None
    if len(stem_of(printed)) <= 2 and is_torn_off(text, form.start):
        return None
    if len(printed) == len("张村") and not ends_here(text, form.end):
        return None
    if names_something_else(text, form.end) and (printed == stem_of(printed) or not printed.endswith("村")):
        return None
    return choose_at_home(printed, form, walk)


def is_plain_word(printed: str) -> bool:
    """Is it a name without a tail that is a word too? Some villages are called 中心."""
    return printed == stem_of(printed) and chinese_lexicon().is_word(printed)


def choose_at_home(printed: str, form: Form, walk: Walk) -> Chosen | None:
    """The place among those of the passage's own cities, or one that it has named behind its county before."""
    home = home_cities(walk.scene)
    known = {one.label for one in walk.located}
    places = [p for p in form.places if p.district.partition("/")[0] in home or p.told or p.label in known]
    return choose(places, printed, None, walk.towns, walk.scene) if places else None


def bare_place(text: str, form: Form, behind: Sequence[Form], before: Located | None, walk: Walk) -> Chosen | None:
    """The place of a form without its tail: a street before its community, a village once the county is settled."""
    following = next((other for other in behind if other.start == form.end and not other.bare), None)
    street = next((p for p in form.places if following and any(is_below(q, p.label) for q in following.places)), None)
    if street and street.kind == TOWN:
        return choose([street], street.name, before, walk.towns, walk.scene)
    key = text[form.start : form.end]
    if not may_stand_bare(key) or not ends_here(text, form.end):
        return None
    if not before and not begins_here(text, form.start):
        return None
    found = choose(form.places, key, before, walk.towns, walk.scene)
    settled = walk.scene.passage.districts
    return found if found.code and (before or found.label.startswith(settled)) else None


def may_stand_bare(stem: str) -> bool:
    """Is the stem of a name a name by itself: of three characters, or with the look of a village, and no word?"""
    looks = len(stem) > 2 or stem.endswith(word_lists()["bare_endings"])
    return looks and not stem.endswith(("路", "街", "道")) and not chinese_lexicon().is_word(stem)
