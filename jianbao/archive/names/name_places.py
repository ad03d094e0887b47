"""Where in a text a name may stand at all: a bound that costs a few look-ups at each surname, so that few places are weighed.

The words of a text are never less likely than its characters one by one. So what a name gains over them is at most what its
characters gain as parts of a name, and what stands about it tells at most what the likeliest word with that character tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from jianbao.archive.names.cues_around import BETWEEN, PAUSES, SPEAKS
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.name_forms import RAREST, THREE, TWO, name_forms
from jianbao.knowledge.person_cues import famous_people, person_cues
from jianbao.knowledge.posts import posts

_HAN = "".join(map(chr, (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))))
_NONE = -99.0
"""For what is no Chinese character."""
_MANNER = 5
"""Characters between a name and 地说 or 着说, at most."""
_TELLING = 3.0
"""What tells less leaves a name bare."""


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The most that a character gains at its place in a name, and that two characters before or after one tell.

    `edge` is what any others tell at most, `bare` what is lost where neither side tells anything. A name of three or two
    characters needs more than `three` or `two`, one that the lexicon lists needs more than `listed` about it.
    """

    firsts: Mapping[str, float]
    middles: Mapping[str, float]
    lasts: Mapping[str, float]
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
        gain = before + firsts.get(padded[at], _NONE)
        first, last = padded[end], padded[end + 1]
        after = right.get(padded[end + 1 : end + 3]) or right.get(last, edge)
        later = right.get(padded[end + 2 : end + 4]) or right.get(padded[end + 2], edge)
        silent = bare if before < _TELLING else 0.0
        if (
            gain + middles.get(first, _NONE) + lasts.get(last, _NONE) + later + (silent if later < _TELLING else 0.0)
            > three
            or gain + lasts.get(first, _NONE) + after + (silent if after < _TELLING else 0.0) > two
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
    cost = {character: chinese_lexicon().rarity(character) for character in _HAN}
    firsts, middles, lasts = (
        {character: shares.get(character, RAREST) + cost[character] for character in _HAN}
        for shares in (forms.firsts, forms.middles, forms.lasts)
    )
    needed = least - weights["name"]
    return _Bounds(
        firsts, middles, lasts, _left(), _right(), max(weights["start"], weights["end"]), weights["bare"],
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
