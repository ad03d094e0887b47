"""Signs that an article may have been read wrongly: close choices, open ends, text that was moved, columns left mixed.

Each sign has a name (a row of knowledge/data/doubt.toml), an amount and a place. What they come to is weighed in
`doubts`; here they are only seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp, log1p

from jianbao.frozen import frozen
from jianbao.reading.columns import Mixture, Ordered
from jianbao.reading.cues import Cues
from jianbao.reading.fragments import Fragment
from jianbao.reading.joints import Draft, Run
from jianbao.reading.odd_shapes import odd_shapes
from jianbao.reading.odd_texts import odd_texts
from jianbao.reading.page import ReadArticle, Sign, Span
from jianbao.reading.path import Choice
from jianbao.reading.places import Place
from jianbao.reading.seams import is_open
from jianbao.reading.uncertain_cuts import uncertain_cuts

_JOINS = frozenset({Place.PARAGRAPH, Place.CONTINUATION})
_BETWEEN = frozenset({Place.FURNITURE, Place.LABEL, Place.BANNER})
_LEAST = 0.05
"""A choice that is clearer than this amount (a margin of 3) is no sign."""


@frozen
class Sights:
    """What the reading of a page leaves to be looked at."""

    ordered: Ordered
    fragments: Sequence[Fragment]
    cues: Sequence[Cues]
    choices: Sequence[Choice]


def risk(margin: float) -> float:
    """The amount of doubt in a choice: minus the logarithm of the chance that it is right, margins being log-odds."""
    return log1p(exp(-max(margin, 0.0)))


def signs_of(sights: Sights, drafts: Sequence[Draft], articles: Sequence[ReadArticle]) -> Iterator[tuple[Sign, ...]]:
    """The signs of each article, in the order of the articles."""
    cuts = tuple(uncertain_cuts(sights.ordered.blocks, sights.fragments))
    unclear = [mixture for mixture in sights.ordered.mixtures if not mixture.repaired]
    for draft, article in zip(drafts, articles, strict=True):
        spans = [sights.fragments[number].span for number in draft.numbers]
        signs = (
            *_of_choices(sights, draft.first, draft.end),
            *_of_label(sights, draft.first, article.front.section),
            *(cut for cut in cuts if any(_meet(cut.span, span) for span in spans)),
            *(_of_mixture(one) for one in unclear if any(_meet(one.span, span) for span in spans)),
            *(sign for run in draft.runs for sign in _of_run(sights, run)),
            *_of_moved(sights, draft),
            *odd_shapes(article),
            *odd_texts(article),
        )
        yield tuple(sign for sign in signs if sign.amount >= _LEAST)


def _meet(one: Span, other: Span) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])


def _of_choices(sights: Sights, first: int, end: int) -> Iterator[Sign]:
    """The choices inside the article, and its borders."""
    choices, fragments = sights.choices, sights.fragments
    yield Sign("border", risk(choices[first].start_margin), fragments[first].span)
    if end < len(choices):
        yield Sign("end", risk(choices[end].start_margin), fragments[end].span)
    for number in range(first, end):
        choice, span = choices[number], fragments[number].span
        yield Sign(_sign_of(choice), risk(choice.margin), span)
        if number != first:
            yield Sign("inside", risk(choice.start_margin), span)


def _of_label(sights: Sights, first: int, section: str) -> Iterator[Sign]:
    """The label right over the article, or one that stands further up and is taken for its own as well."""
    above = sights.choices[first - 1] if first else None
    if above is not None and above.move.place in _BETWEEN:
        yield Sign("label", risk(above.margin), sights.fragments[first - 1].span)
    elif section:
        yield Sign("carried_label", 1.0, sights.fragments[first].span)


def _sign_of(choice: Choice) -> str:
    place = choice.move.place
    if place in _JOINS:
        return "join" if choice.runner_up in _JOINS else "role"
    if place is Place.INSET:
        return Place.PHOTO.value
    return "furniture" if place in _BETWEEN else place.value


def _of_mixture(mixture: Mixture) -> Sign:
    name = "mixed_line" if mixture.kind == "strayed" else "mixed"
    return Sign(name, mixture.gain / mixture.needed, mixture.span)


def _of_run(sights: Sights, run: Run) -> Iterator[Sign]:
    """A headline of several lines; a paragraph that ends without a stop, or was joined on no evidence."""
    if run.place is Place.TITLE and len(run.numbers) > 1:
        yield Sign("lines_of_headline", 1.0, sights.fragments[run.numbers[1]].span)
    if run.place is not Place.PARAGRAPH:
        return
    if not run.lost_after and is_open(sights.cues[run.numbers[-1]]):
        yield Sign("open_end", 1.0, sights.fragments[run.numbers[-1]].span)
    for number in run.numbers[1:]:
        if not any(reason.weight < 0 for reason in sights.choices[number].move.reasons):
            yield Sign("blind_join", 1.0, sights.fragments[number].span)


def _of_moved(sights: Sights, draft: Draft) -> Iterator[Sign]:
    moved = next((number for number in draft.numbers if sights.fragments[number].moved), None)
    if moved is not None or draft.repaired:
        yield Sign("moved", 1.0, sights.fragments[next(draft.numbers) if moved is None else moved].span)
