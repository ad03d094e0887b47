"""Readings of a text as names: at every surname the names that may stand there, each weighed against the words of the lexicon.

A reading is scored by logarithms of chances: how likely the characters are as a name, against how likely they are as words,
with what stands before and after. So 刘斐说 is read as 刘斐 + 说, and 高新区 as no name at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from jianbao.archive.names.cues_around import Cue, cue_after, cue_before, is_enumerated, signs_in_row
from jianbao.archive.names.look_of_name import Look, look_of
from jianbao.archive.names.name_places import name_places
from jianbao.archive.names.reading_of_name import Reading
from jianbao.archive.names.short_mentions import places_of
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.person_cues import famous_people, person_cues
from jianbao.knowledge.phrases import double_surnames
from jianbao.text.characters import HAN, is_han

_BEFORE, _AFTER = 3, 4
"""Characters before the surname and after the name that are read along: what is further away decides nothing."""
_HAN_RUN = re.compile(f"[{HAN}]+")
_HAN_BEFORE = re.compile(rf"[{HAN}]+\Z")


def find_readings(text: str, least: float) -> Iterator[Reading]:
    """The readings of more than `least` points, in the order of the text; in an enumeration less is enough."""
    runs = _HAN_RUN.finditer(text)
    run = (0, 0)
    for start, given in name_places(text, least):
        while start >= run[1]:
            run = next(runs).span()
        yield from _readings_at(text, start, given, run, least)


def further_readings(text: str, name: str, but: Collection[int]) -> Iterator[Reading]:
    """The readings of a name that is known from elsewhere, wherever it stands; not those that begin at `but`."""
    look = look_of(name, 2 if name[:2] in double_surnames() and len(name) > 2 else 1)
    for start in places_of(name, text):
        if start in but:
            continue
        first, last = _HAN_BEFORE.search(text, max(0, start - _BEFORE), start), _HAN_RUN.match(text, start)
        run = first.start() if first else start, last.end() if last else start
        before = cue_before(text, start, run[0])
        rule, told = _told(text, start, start + len(name), before, run[1])
        score = told + look.points + _Words.about(text, start, run).gain(name, look)
        yield Reading(start, start + len(name), score, name, before.post, before.start, rule)


def _readings_at(text: str, start: int, given: int, run: tuple[int, int], least: float) -> Iterator[Reading]:
    """The readings that begin at text[start] with a surname up to text[given]; `run` bounds the Chinese text about it."""
    before, words = cue_before(text, start, run[0]), None
    for end in range(given + 1, min(given + 2, run[1]) + 1):
        name = text[start:end]
        look = look_of(name, given - start)
        if look.barred:
            continue
        rule, told = _told(text, start, end, before, run[1])
        needed = least - (2 * person_cues().weights["beside"] if is_enumerated(text, start, end) else 0.0)
        if told + look.most < needed or person_cues().has_title(text, given, end):
            continue
        words = words or _Words.about(text, start, run)
        score = told + look.points + words.gain(name, look)
        if score > needed:
            yield Reading(start, end, score, name, before.post, before.start, rule)


def _told(text: str, start: int, end: int, before: Cue, edge: int) -> tuple[str, float]:
    """What tells most of a name, and the points for everything that stands about it."""
    weights, alone, after = person_cues().weights, _alone(text, start, end), cue_after(text, end, edge)
    points = weights["name"] + before.points + after.points + alone
    if text[start - 1 : start] == "、" or text[end : end + 1] == "、":
        points += weights["listed"]
    if text[start:end] in famous_people():
        return "famous", points
    rule = "alone" if alone else before.rule if before.points >= after.points else after.rule
    bare = rule == "form" and not is_enumerated(text, start, end)
    return rule, points + (weights["bare"] if bare else 0.0)


def _alone(text: str, start: int, end: int) -> float:
    """The points for a name that stands alone in brackets or in a line."""
    if signs_in_row(text, start, end):
        return person_cues().weights["alone"]
    before, after = text[start - 1 : start] if start else "\n", text[end : end + 1] or "\n"
    if before not in "（(\n□◎■" or after not in "）)\n":
        return 0.0
    explains = before in "（(" and is_han(text[start - 2 : start - 1] or before)  # 石油输出国组织（欧佩克）
    return 0.0 if explains else person_cues().weights["alone"]


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
        return cls(start - first, chances(text[first:last]), chances(text[first:start])[0] if first < start else 0.0)

    def gain(self, name: str, look: Look) -> float:
        """How much likelier the window is with the name in it than without."""
        return self.before + look.form + self.chances[self.start + len(name)] - self.chances[0]
