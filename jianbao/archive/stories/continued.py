"""Continued articles (下转, 上接): the parts of one article on several pages, from the first to the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jianbao.archive.arrange import Arranged
from jianbao.archive.model import Review
from jianbao.archive.stories.pieces import pieces_of
from jianbao.archive.stories.printed_joins import printed_joins
from jianbao.archive.stories.refused_joins import review_contradictions, review_refused
from jianbao.archive.stories.told_joins import told_joins


class Continued(NamedTuple):
    """The ids of all parts, by the id of each part; the jumps that were not followed, for the review list.

    `meant` are the articles of which the texts decide what is joined.
    """

    chains: Mapping[str, tuple[str, ...]]
    refused: tuple[Review, ...]
    meant: frozenset[str]


def join_continued(arranged: Arranged, files: Mapping[str, str]) -> Continued:
    """Join what people told to be one, then what the pages print. `files` are the paths of articles below content/, by id."""
    pieces = pieces_of(arranged)
    told = told_joins(pieces)
    printed = printed_joins(pieces, told.joins)
    chains = {id: chain for chain in _chains(told.joins | printed.joins) for id in chain}
    refused = (
        *review_contradictions(told.contradictions, pieces, files),
        *(review_refused(one, pieces, files) for one in printed.refused),
    )
    return Continued(chains, refused, printed.meant)


def _chains(joins: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The parts in their order, from those that nothing precedes; a circle has none."""
    after = set(joins.values())
    for first in joins:
        if first not in after:
            chain = [first]
            while chain[-1] in joins:
                chain.append(joins[chain[-1]])
            yield tuple(chain)
