"""Names with a dot: 费迪南德·杜登赫费尔, 艾买提·吐尔逊."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from jianbao.archive.names.cues_around import cue_before
from jianbao.archive.names.reading_of_name import Reading
from jianbao.archive.names.short_mentions import places_of, short_form
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.person_cues import person_cues
from jianbao.knowledge.phrases import phrases

_CERTAIN = 40.0
"""More than any reading of a part of the name as a Chinese one."""
_BODY = -5.0
"""What tells so much against a person behind the name is a company or a place that is called by it."""
_LEAST = 4
"""Characters, the dot among them."""
_COUNTRY = 3
"""A word of the lexicon of so many characters, before three more, is a country or the like: 哥伦比亚阿劳霍·伊巴拉."""


def find_foreign(texts: Mapping[str, str]) -> list[list[Reading]]:
    """The readings of names with a dot, and of their last parts, in each of the parts of a passage."""
    whole = [list(_with_dot(text)) for text in texts.values()]
    lasts = {short_form(one.name): one.name for readings in whole for one in readings}
    return [
        [*readings, *_last_parts(text, lasts, readings)] for text, readings in zip(texts.values(), whole, strict=True)
    ]


def _last_parts(text: str, lasts: Mapping[str, str], taken: Sequence[Reading]) -> Iterator[Reading]:
    """索博卡, where 艾法·索博卡 is named in full elsewhere."""
    for last, name in lasts.items():
        for start in places_of(last, text) if last else ():
            end = start + len(last)
            if all(end <= one.start or start >= one.end for one in taken):
                yield Reading(start, end, _CERTAIN / 2, name, rule="short")


def _with_dot(text: str) -> Iterator[Reading]:
    if "·" not in text and "•" not in text:
        return
    for found in _pattern().finditer(text):
        start, end = _first(text, found.start(), found.end("first")), _last(text, found.end())
        if person_cues().right.after(text, end) <= _BODY:
            continue
        cue = cue_before(text, start, -1)
        if end - start >= _LEAST and end > found.end("first") + 1:
            yield Reading(start, end, _CERTAIN, text[start:end], cue.post, cue.start, "foreign")


def _first(text: str, start: int, dot: int) -> int:
    """Where the first name begins: behind a post, or behind a country."""
    for begin in range(start, dot - 1):
        if cue_before(text, begin, -1).post:
            return begin
    lexicon = chinese_lexicon()
    for begin in range(dot - 3, start + _COUNTRY - 1, -1):
        if lexicon.frequency(text[start:begin]):
            return begin
    return start


def _last(text: str, end: int) -> int:
    """Where the last name ends: a word that goes on behind it takes its last character with it."""
    return end - 1 if chinese_lexicon().is_word(text[end - 1 : end + 1]) else end


@cache
def _pattern() -> re.Pattern[str]:
    characters = f"[{''.join(sorted(set(''.join(phrases('transliterations')))))}]"
    return re.compile(f"(?P<first>{characters}{{1,8}})(?:[·•]{characters}{{1,8}}){{1,3}}")
