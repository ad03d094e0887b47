"""Readings of a text as names: at every surname the names that may stand there, each weighed against the words of the lexicon.

A reading is scored by logarithms of chances: how likely the characters are as a name, against how likely they are as words,
with what stands before and after. So 刘斐说 is read as 刘斐 + 说, and 高新区 as no name at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jianbao.archive.names.cues_around import BETWEEN, Cue, cue_after, cue_before
from jianbao.archive.names.name_places import name_places
from jianbao.archive.names.reading_of_name import Reading
from jianbao.knowledge.districts import Districts, all_names
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.name_forms import name_forms
from jianbao.knowledge.person_cues import famous_people, person_cues
from jianbao.knowledge.phrases import phrases
from jianbao.text.characters import HAN, is_han

_BEFORE, _AFTER = 3, 4
"""Characters before the surname and after the name that are read along: what is further away decides nothing."""
_LEAST = -2.0
"""Points that other places of the same name may still add."""
_ORDINARY = 100
"""A word of the lexicon that is rarer may be a name, whatever the lexicon calls it: it knows many names of its time."""
_IN_LEXICON = -21.5
"""Names of the lexicon are likelier only where they look like one: it calls 纪念堂 and 许可证 names too."""
_LEXICON_DOUBT = 0.5
"""So much less likely is a word of the lexicon as a name than as that word."""
_HAN_RUN = re.compile(f"[{HAN}]+")


def find_readings(text: str) -> Iterator[Reading]:
    """All readings that are worth a look, in the order of the text."""
    runs = _HAN_RUN.finditer(text)
    run = (0, 0)
    for start, given in name_places(text):
        while start >= run[1]:
            run = next(runs).span()
        yield from _readings_at(text, start, given, run)


def _readings_at(text: str, start: int, given: int, run: tuple[int, int]) -> Iterator[Reading]:
    """The readings that begin at text[start] with a surname up to text[given]; `run` bounds the Chinese text about it."""
    before, words = cue_before(text, start, run[0]), None
    for end in range(given + 1, min(given + 2, run[1]) + 1):
        name = text[start:end]
        form, points = _form(name, given - start)
        after = cue_after(text, end, run[1])
        rule, told = _told(text, start, end, before, after)
        points += told
        needed = _needed(text, start, end)
        if points + form + sum(map(_rarity, name)) < needed or _is_no_name(text, start, given, end):
            continue
        if points + form - chinese_lexicon().chances(name)[0] < needed:
            continue  # the words of the name alone are likely enough
        words = words or _Words.about(text, start, run)
        score = points + words.gain(name, form)
        if score > needed:
            yield Reading(start, end, score, name, before.post, before.start, rule)


def _told(text: str, start: int, end: int, before: Cue, after: Cue) -> tuple[str, float]:
    """What tells most of a name, and the points for everything that stands about it."""
    weights, alone = person_cues().weights, _alone(text, start, end)
    points = weights["name"] + before.points + after.points + alone + _standing(text, start, end)
    if text[start:end] in famous_people():
        return "famous", points
    rule = "alone" if alone else max(before, after, key=_points_of).rule
    bare = rule == "form" and "、" not in text[start - 1 : start] + text[end : end + 1]
    return rule, points + (weights["bare"] if bare else 0.0)


def _points_of(cue: Cue) -> float:
    return cue.points


def _needed(text: str, start: int, end: int) -> float:
    """The least points with which a reading may still be taken, when its neighbours are known."""
    enumerated = text[end : end + 1] in BETWEEN or text[start - 1 : start] in BETWEEN
    return _LEAST - (2 * person_cues().weights["beside"] if enumerated else 0.0)


def _form(name: str, surname: int) -> tuple[float, float]:
    """The chance of the name by its characters, or as a name of the lexicon; and the points for its form."""
    weights, lexicon = person_cues().weights, chinese_lexicon()
    form = name_forms().chance(name, surname)
    if name in famous_people():
        return max(form, lexicon.chances(name)[0]), weights["famous"]
    if len(name) == 2:
        return form, weights["short"]
    listed = name in lexicon.names
    if not listed and not 0 < lexicon.frequency(name) < _ORDINARY:
        return form, 0.0
    likely = listed and form > _IN_LEXICON
    return max(form, lexicon.chances(name)[0] - _LEXICON_DOUBT), weights["lexicon"] if likely else 0.0


def _is_no_name(text: str, start: int, given: int, end: int) -> bool:
    cues = person_cues()
    return text[start:end] in _no_persons() or text[end - 1] in cues.never_last or cues.has_title(text, given, end)


def _standing(text: str, start: int, end: int) -> float:
    """The points for an enumeration, for the name of a place, and for what only looks like one."""
    cues, points = person_cues(), 0.0
    if text[start:end] in _places():
        points += cues.weights["place"]
    if text[start] in cues.function_words:
        points += cues.weights["function"]
    if text[end - 1] in cues.regions:
        points += cues.weights["region"]
    return points + (cues.weights["listed"] if "、" in text[start - 1 : start] + text[end : end + 1] else 0.0)


def _alone(text: str, start: int, end: int) -> float:
    """The points for a name that stands alone in brackets or in a line."""
    before, after = text[start - 1 : start] if start else "\n", text[end : end + 1] or "\n"
    explains = before in "（(" and is_han(text[start - 2 : start - 1] or before)  # 石油输出国组织（欧佩克）
    return person_cues().weights["alone"] if before in "（(\n□◎■" and after in "）)\n" and not explains else 0.0


class _Words(NamedTuple):
    """The words about a place: their chances from the start of a window and from every place in it on."""

    start: int
    chances: list[float]
    before: float

    @classmethod
    def about(cls, text: str, start: int, run: tuple[int, int]) -> _Words:
        """In the window about text[start], within the run."""
        first, last = max(run[0], start - _BEFORE), min(run[1], start + 4 + _AFTER)
        chances = chinese_lexicon().chances
        return cls(start - first, chances(text[first:last]), chances(text[first:start])[0])

    def gain(self, name: str, form: float) -> float:
        """How much likelier the window is with the name in it than without."""
        return self.before + form + self.chances[self.start + len(name)] - self.chances[0]


@cache
def _rarity(character: str) -> float:
    return chinese_lexicon().rarity(character)


@cache
def _no_persons() -> frozenset[str]:
    return frozenset(phrases("no_persons"))


@cache
def _places() -> frozenset[str]:
    """The names of cities and counties, 县, 市 or 区 at their end or not."""
    names = {name for name in all_names(Districts.load()) if 2 <= len(name) <= 4}
    return frozenset(names | {name[:-1] for name in names if len(name) > 2 and name[-1] in "市县区旗州盟"})
