"""Where in a text a name may stand at all: a bound that costs a few look-ups at each surname, so that few places are weighed.

The words of a text are never less likely than its characters one by one. So what a name gains over them is at most what its
characters gain as parts of a name, and what stands about it tells at most what the likeliest word with that character tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from jianbao.archive.names.cues_around import BETWEEN, PAUSES, SPEAKS
from jianbao.frozen import frozen
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.name_forms import RAREST, THREE, TWO, name_forms
from jianbao.knowledge.person_cues import famous_people, person_cues
from jianbao.knowledge.posts import posts

_NONE = -99.0
"""For what is no Chinese character."""
_MANNER = 5
"""Characters between a name and 地说 or 着说, at most."""
_TELLING = 3.0
"""What tells less leaves a name bare."""


class _Gains(dict[str, float]):
    """The most that a character gains at one place of a name, worked out when it is asked for."""

    def __init__(self, shares: Mapping[str, float]) -> None:
        super().__init__()
        self._shares = shares

    def __missing__(self, character: str) -> float:
        is_han = "\u3400" <= character <= "\u4dbf" or "\u4e00" <= character <= "\u9fff"
        gain = self._shares.get(character, RAREST) + chinese_lexicon().rarity(character) if is_han else _NONE
        return self.setdefault(character, gain)


@frozen
class _Bounds:
    """What a character gains at its place in a name, and what two characters before or after one tell at most.

    `edge` is what any others tell at most, `bare` what is lost where neither side tells anything. A name of three or two
    characters needs more than `three` or `two`, one that the lexicon lists needs more than `listed` about it.
    """

    firsts: _Gains
    middles: _Gains
    lasts: _Gains
    left: Mapping[str, float]
    right: Mapping[str, float]
    edge: float
    bare: float
    listed: float
    three: float
    two: float


def name_places(text: str, least: float) -> Iterator[tuple[int, int]]:
    """The surnames at which a name of more than `least` points may stand, as (start, end) in the order of the text."""
    bounds, famous, names = _bounds(least), famous_people(), chinese_lexicon().names
    firsts, middles, lasts, left, right = bounds.firsts, bounds.middles, bounds.lasts, bounds.left, bounds.right
    edge, bare, three, two, listed = bounds.edge, bounds.bare, bounds.three, bounds.two, bounds.listed
    padded = f"\n\n{text}\n\n\n\n"
    spoken = {end for found in SPEAKS.finditer(text) for end in range(found.start() - _MANNER, found.start())}
    for found in name_forms().surname.finditer(text):
        at, end = found.start() + 2, found.end() + 2
        before = left.get(padded[at - 2 : at]) or left.get(padded[at - 1], edge)
        gain = before + firsts[padded[at]]
        first, last = padded[end], padded[end + 1]
        after = right.get(padded[end + 1 : end + 3]) or right.get(last, edge)
        later = right.get(padded[end + 2 : end + 4]) or right.get(padded[end + 2], edge)
        silent = bare if before < _TELLING else 0.0
        if (
            gain + middles[first] + lasts[last] + later + (silent if later < _TELLING else 0.0) > three
            or gain + lasts[first] + after + (silent if after < _TELLING else 0.0) > two
            or end - at > 1
            or (end - 1 in spoken or end in spoken)
            or ((name := padded[at : at + 3]) in names and before + later > listed)
            or name in famous
            or name[:2] in famous
        ):
            yield at - 2, end - 2


@cache
def _bounds(least: float) -> _Bounds:
    """From the forms of names, the lexicon and the cues."""
    forms, weights = name_forms(), person_cues().weights
    needed = least - weights["name"]
    return _Bounds(
        _Gains(forms.firsts), _Gains(forms.middles), _Gains(forms.lasts), _left(), _right(),
        max(weights["start"], weights["end"]), weights["bare"],
        needed - weights["lexicon"], needed - THREE, needed - TWO - weights["short"],
    )  # fmt: skip


def _left() -> dict[str, float]:
    """What the likeliest word that ends with one or two characters tells of a name after it."""
    cues, known = person_cues(), posts()
    told = [(word[-2:], points) for word, points in cues.left.points.items()]
    told += [(word[-2:], cues.weights["crowd" if word in known.crowd else "post"]) for word in known.words]
    told += [(mark, cues.weights["post"]) for mark in PAUSES]
    told += [(mark, cues.weights["alone"] + cues.weights["start"]) for mark in "（(\n□◎■"]
    return _most([*told, *((mark, _enumerated()) for mark in BETWEEN)])


def _right() -> dict[str, float]:
    """What the likeliest word that begins with one or two characters tells of a name before it."""
    cues = person_cues()
    told = [(word[:2], points) for word, points in cues.right.points.items()]
    told += [(mark, cues.right.points["说"]) for mark in "（(，,"]
    return _most([*told, *((mark, _enumerated()) for mark in BETWEEN)])


def _enumerated() -> float:
    weights = person_cues().weights
    return weights["end"] + weights["listed"] + 2 * weights["beside"]


def _most(told: Iterable[tuple[str, float]]) -> dict[str, float]:
    """The most points of each, those of two characters not less than those of the one nearest to the name."""
    most: dict[str, float] = {}
    for characters, points in told:
        most[characters] = max(points, most.get(characters, points))
    return most
