"""The doubt of an article as one number, and what a person should look at, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp

from jianbao.knowledge.doubt import table_of_doubt
from jianbao.problems import Words
from jianbao.reading.page import Decision, Doubt, ReadArticle, Reason, Sign, Span

_SHOWN = 14
"""So many characters of the place are quoted."""
_TOLD = 2
"""So many signs are told of an article."""
_LEAST = 0.1
"""A sign that counts less is not told."""


def doubt_of(signs: Sequence[Sign]) -> float:
    """The chance, 0 to 1, that something in an article with these signs is wrong, as far as the table of doubt knows."""
    table = table_of_doubt()
    return 1.0 / (1.0 + exp(-(table.base + sum(weight_of(sign) for sign in signs))))


def weight_of(sign: Sign) -> float:
    """What the sign adds to the log-odds of the doubt."""
    return table_of_doubt().signs[sign.name].weight * sign.amount


def list_doubts(raw: str, signs: Sequence[Sequence[Sign]]) -> tuple[Doubt, ...]:
    """The articles that belong on the review list, in reading order. `signs` are those of each article of the page."""
    listed = ((number, doubt_of(own), own) for number, own in enumerate(signs))
    flagged = table_of_doubt().flagged
    return tuple(_doubt(raw, number, doubt, own) for number, doubt, own in listed if doubt >= flagged)


def _doubt(raw: str, number: int, doubt: float, signs: Sequence[Sign]) -> Doubt:
    heaviest = sorted(signs, key=weight_of, reverse=True)
    told: dict[str, Sign] = {}
    for sign in heaviest:
        if not told or (len(told) < _TOLD and weight_of(sign) >= _LEAST):
            told.setdefault(sign.name, sign)
    words = [_words(raw, sign) for sign in told.values()]
    zh, en = "；".join(one.zh for one in words), "; ".join(one.en for one in words)
    return Doubt(heaviest[0].span, zh, en, number, round(doubt, 2))


def _words(raw: str, sign: Sign) -> Words:
    words = table_of_doubt().signs[sign.name].words
    return Words(*(line.replace("{text}", quoted(raw, sign.span)) for line in words))


def quoted(raw: str, span: Span) -> str:
    """How the place begins, on one line."""
    return " ".join(raw[slice(*span)].split())[:_SHOWN].strip("“”\"‘’' ")


def explain_doubts(articles: Sequence[ReadArticle], signs: Sequence[Sequence[Sign]]) -> Iterator[Decision]:
    """For the ledger: the doubt of each article, and what adds to it, the heaviest first."""
    flagged = table_of_doubt().flagged
    for article, own in zip(articles, signs, strict=True):
        doubt = doubt_of(own)
        by_name: dict[str, float] = {}
        for sign in own:
            by_name[sign.name] = by_name.get(sign.name, 0.0) + weight_of(sign)
        reasons = (Reason(f"doubt.{name}", weight) for name, weight in by_name.items() if weight >= _LEAST)
        heaviest = tuple(sorted(reasons, key=lambda reason: (-reason.weight, reason.cue)))
        chosen = "doubtful" if doubt >= flagged else "sure"
        yield Decision("article", article.parts[0].spans[0], chosen, "", round(doubt, 2), heaviest)
