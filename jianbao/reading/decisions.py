"""How the page was read, told so that a person can follow it: every close choice, its runner-up, its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.reading.emission import Place
from jianbao.reading.fragments import Fragment
from jianbao.reading.joints import Draft
from jianbao.reading.page import Decision, Doubt
from jianbao.reading.path import Choice

CLEAR = 6.0
"""A choice that leads by as much needs no explanation in the ledger."""
DOUBTFUL = 0.8
"""An article whose borders lead by less goes to the review list."""


def explain_choices(choices: Sequence[Choice], fragments: Sequence[Fragment]) -> tuple[Decision, ...]:
    """What each fragment was taken for, where another reading came near."""
    return tuple(
        Decision(
            "place",
            fragment.span,
            choice.move.place.value,
            choice.runner_up,
            round(choice.margin, 2),
            tuple(reason for reason in choice.move.reasons if reason.weight),
        )
        for choice, fragment in zip(choices, fragments, strict=True)
        if choice.margin < CLEAR or choice.move.starts
    )


def list_doubts(choices: Sequence[Choice], fragments: Sequence[Fragment], drafts: Sequence[Draft]) -> tuple[Doubt, ...]:
    """The articles whose borders, and the joins that, another reading nearly moved."""
    return (*_doubtful_borders(fragments, drafts), *_doubtful_joins(choices, fragments))


def _doubtful_borders(fragments: Sequence[Fragment], drafts: Sequence[Draft]) -> Iterator[Doubt]:
    for draft in drafts:
        if draft.margin < DOUBTFUL:
            text = fragments[next(draft.numbers)].text[:16]
            yield Doubt(
                fragments[next(draft.numbers)].span,
                f"“{text}”起的这篇文章，起止可能不对，请对照原文",
                f"the article that begins “{text}” may begin or end elsewhere; compare it with the page",
            )


def _doubtful_joins(choices: Sequence[Choice], fragments: Sequence[Fragment]) -> Iterator[Doubt]:
    for choice, fragment in zip(choices, fragments, strict=True):
        if choice.move.place is Place.CONTINUATION and choice.margin < DOUBTFUL:
            text = fragment.text[:12]
            yield Doubt(
                fragment.span,
                f"“{text}”接在上一段之后，不十分确定",
                f"“{text}” was joined to the paragraph before it, without certainty",
            )
