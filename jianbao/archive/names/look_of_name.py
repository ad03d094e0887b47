"""How much a row of characters looks like a person's name, wherever it stands."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from jianbao.knowledge.districts import Districts, all_names
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.name_forms import name_forms
from jianbao.knowledge.person_cues import famous_people, person_cues
from jianbao.knowledge.phrases import phrases

_ORDINARY = 100
"""A word of the lexicon that is rarer may be a name, whatever the lexicon calls it: it knows many names of its time."""
_IN_LEXICON = -21.5
"""Names of the lexicon are likelier only where they look like one: it calls 纪念堂 and 许可证 names too."""
_LEXICON_DOUBT = 0.5
"""So much less likely is a word of the lexicon as a name than as that word."""
_KEPT = 1 << 16
"""The same rows of characters (高新区, 和发展) come again and again: so many looks are kept, some ten megabytes."""


class Look(NamedTuple):
    """A row of characters as a name: its chance (`form`), points for and against, and its chance as words.

    `barred` is what is known to be no name.
    """

    form: float
    points: float
    words: float
    barred: bool

    @property
    def most(self) -> float:
        """The most that it gains over its words, before anything about it is known."""
        return self.form + self.points - self.words


@lru_cache(maxsize=_KEPT)
def look_of(name: str, surname: int) -> Look:
    """How the name looks whose surname has so many characters."""
    cues, words = person_cues(), chinese_lexicon().chances(name)[0]
    form, points = _form(name, surname, words)
    if name in _places():
        points += cues.weights["place"]
    if name[0] in cues.function_words:
        points += cues.weights["function"]
    if name[-1] in cues.regions:
        points += cues.weights["region"]
    return Look(form, points, words, name in _no_persons() or name[-1] in cues.never_last)


def _form(name: str, surname: int, words: float) -> tuple[float, float]:
    """The chance of the name by its characters, or as a name of the lexicon; and the points for that."""
    weights, lexicon = person_cues().weights, chinese_lexicon()
    form = name_forms().chance(name, surname)
    if name in famous_people():
        return max(form, words), weights["famous"]
    if len(name) == 2:
        return form, weights["short"]
    listed = name in lexicon.names
    if not listed and not 0 < lexicon.frequency(name) < _ORDINARY:
        return form, 0.0
    likely = listed and form > _IN_LEXICON
    return max(form, words - _LEXICON_DOUBT), weights["lexicon"] if likely else 0.0


@cache
def _no_persons() -> frozenset[str]:
    return frozenset(phrases("no_persons"))


@cache
def _places() -> frozenset[str]:
    """The names of cities and counties, 县, 市 or 区 at their end or not."""
    names = {name for name in all_names(Districts.load()) if 2 <= len(name) <= 4}
    return frozenset(names | {name[:-1] for name in names if len(name) > 2 and name[-1] in "市县区旗州盟"})
