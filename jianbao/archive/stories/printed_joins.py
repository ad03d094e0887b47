"""The joins that the pages print (下转第4版, 上接第1版): within an issue the best matching of all, where it is a clear one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jianbao.archive.stories.cheapest_matching import Pair, best_matching, groups, total
from jianbao.archive.stories.issues import Issues
from jianbao.archive.stories.joint_fit import begins_in_the_middle, fit, is_unfinished
from jianbao.archive.stories.pieces import Piece

BOTH_PRINT_IT, ONE_PRINTS_IT = 300, 600
"""The least fit of two pieces that both name the other's page, and of two of which one does."""
CLEAR_BY = 80
"""By so much a matching must be better than the best one without the join."""
MOST = 24
"""Pieces that may go on in a piece, or the other way about. In a folder of undated pages there are more: nobody can tell."""
NO_PAGE, NO_PIECE, NOT_CLEAR, TOO_MANY = "no page", "no piece", "not clear", "too many"


class Refused(NamedTuple):
    """A printed jump that led to no join: of which piece, whether forward (下转), why, and the pieces it might have meant."""

    piece: str
    forward: bool
    why: str
    meant: tuple[str, ...] = ()


class Printed(NamedTuple):
    """The joins, from each piece to the next, the jumps that led to none, and all pieces that a jump may mean."""

    joins: dict[str, str]
    refused: tuple[Refused, ...]
    meant: frozenset[str]


def printed_joins(pieces: Mapping[str, Piece], told: Mapping[str, str]) -> Printed:
    """The joins of all issues, besides those that are `told`: these pieces are no longer open on that side."""
    after = set(told.values())
    heads = {id: piece for id, piece in pieces.items() if not piece.told_next and id not in told}
    tails = {id: piece for id, piece in pieces.items() if not piece.told_before and id not in after}
    issues = Issues(pieces.values())
    fits = dict(_fits(heads, tails, issues))
    crowded = _crowded(fits)
    fits = {pair: fit for pair, fit in fits.items() if crowded.isdisjoint(pair)}
    joins = {one: other for group in groups(fits) for one, other in _clear_joins(group)}
    refused = tuple(_refused(heads, tails, joins, fits, crowded, issues))
    return Printed(joins, refused, frozenset(_meant(pieces.values(), issues)))


def _meant(pieces: Iterable[Piece], issues: Issues) -> Iterator[str]:
    """The pieces with a jump, and all on the pages that it names or may name: what they say decides what is joined."""
    for piece in pieces:
        for page in filter(None, (piece.to, piece.come)):
            yield piece.id
            yield from (other.id for other in (*issues.on_page(piece, page), *issues.on_page(piece, "")))


def _fits(heads: Mapping[str, Piece], tails: Mapping[str, Piece], issues: Issues) -> Iterator[tuple[Pair, int]]:
    """The pairs that the jumps allow, with their fits where these are enough."""
    for head, tail in dict.fromkeys((*_meant_by_heads(heads, issues), *_meant_by_tails(tails, issues))):
        if head in heads and tail in tails:
            one, other = heads[head], tails[tail]
            found = fit(one, other)
            if found >= (BOTH_PRINT_IT if one.to and other.come else ONE_PRINTS_IT):
                yield (head, tail), found


def _meant_by_heads(heads: Mapping[str, Piece], issues: Issues) -> Iterator[Pair]:
    """Pairs that a 下转 allows: with what says that it comes from there, or only looks as if it did."""
    for head in heads.values():
        if head.to:
            for tail in (*issues.on_page(head, head.to), *issues.on_page(head, "")):
                comes = tail.come in ("", head.number) if head.number else bool(tail.come)
                silent = tail.number and not tail.title and begins_in_the_middle(tail.text)
                if comes and (tail.come or silent):
                    yield head.id, tail.id


def _meant_by_tails(tails: Mapping[str, Piece], issues: Issues) -> Iterator[Pair]:
    """Pairs that a 上接 allows."""
    for tail in tails.values():
        if tail.come:
            for head in (*issues.on_page(tail, tail.come), *issues.on_page(tail, "")):
                goes = head.to in ("", tail.number) if tail.number else bool(head.to)
                silent = head.number and is_unfinished(head.text)
                if goes and (head.to or silent):
                    yield head.id, tail.id


def _crowded(pairs: Iterable[Pair]) -> set[str]:
    counts = Counter(id for pair in pairs for id in pair)
    return {id for id, count in counts.items() if count > MOST}


def _clear_joins(fits: Mapping[Pair, int]) -> Iterator[Pair]:
    """The pairs of the best matching without which the best one would be much worse."""
    best = best_matching(fits)
    for pair in best.items():
        without = {other: fit for other, fit in fits.items() if other != pair}
        if total(fits, best) - total(without, best_matching(without)) >= CLEAR_BY:
            yield pair


def _refused(
    heads: Mapping[str, Piece], tails: Mapping[str, Piece], joins: Mapping[str, str], fits: Mapping[Pair, int],
    crowded: set[str], issues: Issues,
) -> Iterator[Refused]:  # fmt: skip
    """The jumps that are still open. What is named with the one end is not told again with the other."""
    named: set[str] = set()
    for id, head in heads.items():
        if head.to and id not in joins:
            meant = tuple(sorted(tail for one, tail in fits if one == id))
            named.update(meant)
            yield Refused(id, True, _why(head, head.to, meant, crowded, issues), meant)
    joined = set(joins.values())
    for id, tail in tails.items():
        if tail.come and id not in joined and id not in named:
            meant = tuple(sorted(head for head, other in fits if other == id))
            yield Refused(id, False, _why(tail, tail.come, meant, crowded, issues), meant)


def _why(piece: Piece, page: str, meant: tuple[str, ...], crowded: set[str], issues: Issues) -> str:
    if piece.id in crowded:
        return TOO_MANY
    if meant:
        return NOT_CLEAR
    return NO_PIECE if issues.on_page(piece, page) else NO_PAGE
