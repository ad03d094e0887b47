"""How the page was read, told so that a person can follow it: every close choice, its runner-up, the reasons of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.reading.columns import Mixture
from jianbao.reading.fragments import Fragment
from jianbao.reading.page import Decision, Reason
from jianbao.reading.path import Choice
from jianbao.reading.places import Place
from jianbao.reading.states import Move

CLEAR = 6.0
"""A choice that leads by as much needs no explanation in the ledger."""
CLOSE = 3.0
"""Of a choice that leads by less the ledger has the reasons for the runner-up too."""


def explain_choices(choices: Sequence[Choice], fragments: Sequence[Fragment]) -> Iterator[Decision]:
    """What each fragment was taken for, and whether it begins an article, where another reading came near.

    Where an article begins, and what was joined to the paragraph before it, is told in any case.
    """
    for choice, fragment in zip(choices, fragments, strict=True):
        if choice.margin < CLEAR or choice.move.starts or choice.move.place is Place.CONTINUATION:
            yield _place(choice, fragment)
        if choice.start_margin < CLOSE:
            begins = ("begins", "goes on") if choice.move.starts else ("goes on", "begins")
            yield Decision("border", fragment.span, *begins, round(choice.start_margin, 2))


def _place(choice: Choice, fragment: Fragment) -> Decision:
    instead = _weighty(choice.rival) if choice.rival is not None and choice.margin < CLOSE else ()
    move = choice.move
    return Decision(
        "place", fragment.span, move.place.value, choice.runner_up, round(choice.margin, 2), _weighty(move), instead
    )


def _weighty(move: Move) -> tuple[Reason, ...]:
    return tuple(reason for reason in move.reasons if reason.weight)


def explain_order(mixtures: Sequence[Mixture]) -> Iterator[Decision]:
    """Columns that were unmixed and lines that were put back, and those that were left alone for want of evidence."""
    for one in mixtures:
        ways = (one.kind, "as it stands") if one.repaired else ("as it stands", one.kind)
        yield Decision("order", one.span, *ways, round(abs(one.gain - one.needed), 2))
