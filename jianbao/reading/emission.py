"""What it costs to take a fragment for a kicker, a headline, a paragraph …: the cues of the fragment, weighed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jianbao.reading.cues import Cues
from jianbao.reading.page import Reason
from jianbao.reading.place_cues import CUES_OF
from jianbao.reading.places import Place
from jianbao.reading.reasons import Weighed, reasons_of, weigh

_WEIGHED_AS = {Place.CONTINUATION: Place.PARAGRAPH, Place.INSET: Place.PHOTO}


def emission(place: Place, cues: tuple[Cues, ...], number: int) -> Weighed:
    """The reasons for and against taking fragment `number` for `place`, and what they cost together."""
    table, base, _ = _rows(place)
    return weigh((*base.reasons, *(table[name] for name, holds in CUES_OF[place](cues, number) if holds)))


def emission_below(limit: float, place: Place, cues: tuple[Cues, ...], number: int) -> Weighed | None:
    """The same, or nothing where it costs as much as the limit.

    Most fragments can be few things: no more is asked of one once all the rewards of the place would come too late.
    """
    table, (first, cost), rewards = _rows(place)
    reasons = [*first]
    for name, holds in CUES_OF[place](cues, number):
        if holds:
            reason = table[name]
            reasons.append(reason)
            cost += reason.weight
            if cost + rewards >= limit:
                return None
    return Weighed(tuple(reasons), cost) if cost < limit else None


@cache
def _rows(place: Place) -> tuple[Mapping[str, Reason], Weighed, float]:
    """The table's rows for a place, what every fragment costs there, and all the rewards that there are together."""
    table = reasons_of(_WEIGHED_AS.get(place, place))
    rewards = sum(min(0.0, reason.weight) for reason in table.values())
    return table, weigh([table["base"]] if "base" in table else []), rewards
