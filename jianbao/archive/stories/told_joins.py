"""What people wrote of continued articles (`continues`, `continued_by`): it goes before whatever the pages say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jianbao.archive.stories.pieces import Piece


class Told(NamedTuple):
    """The joins that hold, from each piece to the next; and those that contradict one another, as (piece, the other)."""

    joins: dict[str, str]
    contradictions: tuple[tuple[str, str], ...]


def told_joins(pieces: Mapping[str, Piece]) -> Told:
    """The joins that people wrote on either side; what the two sides say differently, and a circle, is no join."""
    wishes = sorted(set(_wishes(pieces)))
    heads, tails = Counter(one for one, _ in wishes), Counter(other for _, other in wishes)
    joins: dict[str, str] = {}
    wrong: list[tuple[str, str]] = []
    for one, other in wishes:
        denied = pieces[one].told_next not in ("", other) or pieces[other].told_before not in ("", one)
        if denied or heads[one] > 1 or tails[other] > 1 or _leads_to(joins, other, one):
            wrong.append((one, other))
        else:
            joins[one] = other
    return Told(joins, tuple(wrong))


def _wishes(pieces: Mapping[str, Piece]) -> Iterator[tuple[str, str]]:
    """(piece, the next one) as either of them says; an id that is not there is told elsewhere."""
    for id, piece in pieces.items():
        if piece.told_next in pieces:
            yield id, piece.told_next
        if piece.told_before in pieces:
            yield piece.told_before, id


def _leads_to(joins: Mapping[str, str], start: str, end: str) -> bool:
    """Whether the pieces from `start` on come to `end`."""
    at: str | None = start
    while at is not None:
        if at == end:
            return True
        at = joins.get(at)
    return False
