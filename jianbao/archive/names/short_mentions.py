"""Places that name somebody by a part of a name that stands whole elsewhere: 旭阳 for 乔旭阳, 索博卡 for 艾法·索博卡."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.archive.names.reading_of_name import Reading
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.person_cues import person_cues
from jianbao.knowledge.phrases import single_surnames
from jianbao.text.characters import is_han

_CLOSING = frozenset("，。、；：！？”’）》 \u3000\n,.;:!?)")


def places_of(words: str, text: str) -> Iterator[int]:
    """Where the words stand in the text, one after the other."""
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + len(words))


def short_form(name: str) -> str:
    """The part of a name that may stand for it, empty where none is safe: a given name must be no word."""
    if "·" in name:
        return last if len(last := name.rpartition("·")[2]) > 1 else ""
    return name[1:] if len(name) == 3 and not chinese_lexicon().frequency(name[1:]) else ""


def short_mentions(text: str, names: Sequence[str], taken: Sequence[Reading]) -> Iterator[Reading]:
    """The places of short forms of the names outside the readings already `taken`, where only one of the names has it."""
    forms = [short_form(name) for name in names]
    for name, form in zip(names, forms, strict=True):
        if form and forms.count(form) == 1:
            for start in places_of(form, text):
                end = start + len(form)
                if _stands_alone(text, start, end) and all(end <= one.start or start >= one.end for one in taken):
                    yield Reading(start, end, 0.0, name, rule="short")


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or not is_han(before):
        return True
    closes = not after or after in _CLOSING or person_cues().right.after(text, end) > 0
    return before not in single_surnames() and closes
