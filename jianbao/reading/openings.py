"""Openings that come late: a news item whose first lines (本报讯…) the text layer has below the rest of it.

Such an opening is put back to the head of its text where the seam says that the text goes on from it, or where the
headline over the text is said in the opening and the text itself opens with nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.reading.cues import Cues
from jianbao.reading.fragments import Fragment, rearranged
from jianbao.reading.likeness import share_of_pairs
from jianbao.reading.reasons import reasons_of
from jianbao.reading.seams import SeamSense, is_open, read_on_or_lose, starts_inside

_FURTHEST = 12
"""So many fragments at most stand between a text and its opening."""


def return_openings(fragments: tuple[Fragment, ...], cues: Sequence[Cues], sense: SeamSense) -> tuple[Fragment, ...]:
    """The fragments with late openings at the head of their texts, marked as moved; as they were if there are none."""
    order = list(range(len(fragments)))
    late = [(n, home) for n in range(len(cues)) if (home := _home(cues, n, sense)) is not None]
    for number, home in late:
        order.remove(number)
        order.insert(order.index(home), number)
    moved = {number for number, _ in late}
    return rearranged(fragments, order, moved)


def _home(cues: Sequence[Cues], number: int, sense: SeamSense) -> int | None:
    """The fragment that the opening `number` belongs before; None if it stands where it should."""
    cue = cues[number]
    if cue.opening is None or not cue.opening.drops:
        return None
    firsts = _firsts_above(cues, number)
    if is_open(cue):
        gains = [(_gain(cues, first, number, sense), first) for first in firsts]
        gain, first = max(gains, default=(0.0, 0))
        return first if gain > 0 else None
    return next((first for first in firsts if _headline_is_said(cues, first, number)), None)


def _firsts_above(cues: Sequence[Cues], number: int) -> list[int]:
    """Where texts above begin: right below headlines or by-lines, or at the head of the page."""
    firsts: list[int] = []
    for at in range(number - 1, max(-1, number - 1 - _FURTHEST), -1):
        if cues[at].opening is not None:
            break
        if (_is_head(cues[at]) or cues[at].byline) and at + 1 < number:
            firsts.append(at + 1)
        elif at == 0:
            firsts.append(0)
    return firsts[:2]


def _is_head(cue: Cues) -> bool:
    return cue.bare or cue.capitals or cue.running_head or cue.label


def _gain(cues: Sequence[Cues], first: int, number: int, sense: SeamSense) -> float:
    """By how much more than the least the seams gain when the opening stands before the fragment `first`."""
    opening, above = cues[number], cues[number - 1]
    below = cues[number + 1] if number + 1 < len(cues) else None
    inside = reasons_of("openings")["inside"].weight if starts_inside(cues[first]) else 0.0
    loss = reasons_of("seam")["loss"].weight
    before = inside + (loss if is_open(above) else 0.0) + read_on_or_lose(opening, below, sense)
    after = read_on_or_lose(opening, cues[first], sense) + read_on_or_lose(above, below, sense)
    table = reasons_of("openings")
    least = table["gain"].weight + (table["head_above"].weight if _is_head(above) else 0.0)
    least += table["below_headline"].weight if first and cues[first - 1].bare else 0.0
    return before - after - least


def _headline_is_said(cues: Sequence[Cues], first: int, number: int) -> bool:
    """Whether the headline above is said in the opening, and more of it than in the text that stands below it."""
    if first == 0 or not cues[first - 1].bare or _is_head(cues[number - 1]):
        return False
    headline = cues[first - 1].text
    text = "".join(cue.text for cue in cues[first:number])
    own = share_of_pairs(headline, cues[number].text)
    table = reasons_of("openings")
    return own >= table["least"].weight and own >= share_of_pairs(headline, text) + table["lead"].weight
