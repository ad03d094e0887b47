"""Candidates: the articles that have clues in common with one, ranked by what these say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from jianbao.archive.stories.clues import Clues, Sort
from jianbao.archive.stories.judging import (
    BOTH_CENTRAL,
    ENOUGH,
    ONE_CENTRAL,
    PASSING,
    WEIGHTS,
    Shared,
    Verdict,
    judge,
)
from jianbao.archive.stories.printed_days import days_between
from jianbao.archive.stories.rarity import Rarity
from jianbao.archive.stories.traits import Traits


class Bid(NamedTuple):
    """What speaks for an article: the points lost (so that the best sorts first), the days in between, its id."""

    lost: int
    days: int
    article: str


class Candidates:
    """Of some articles those that share clues with them."""

    def __init__(
        self, traits: Mapping[str, Traits], clues: Mapping[str, Clues], holders: Mapping[int, list[tuple[str, bool]]],
        rarity: Rarity,
    ) -> None:  # fmt: skip
        self._traits, self._clues, self._holders = traits, clues, holders
        self._weights = {
            clue: WEIGHTS[Sort.of(clue)] * rarity.step(len(held)) for clue, held in holders.items() if len(held) > 1
        }

    @classmethod
    def among(
        cls, traits: Mapping[str, Traits], clues: Mapping[str, Clues], asked: AbstractSet[str], rarity: Rarity
    ) -> Candidates:
        """Candidates for the articles `asked`, among all."""
        everything = len(asked) * 4 > len(clues)
        wanted = set() if everything else {clue for id in asked for part in clues[id] for clue in part}
        holders: dict[int, list[tuple[str, bool]]] = {}
        for id, parts in clues.items():
            for central, part in zip((True, False), parts, strict=True):
                if everything or not wanted.isdisjoint(part):
                    for clue in part if everything else wanted.intersection(part):
                        holders.setdefault(clue, []).append((id, central))
        return cls(traits, clues, holders, rarity)

    def ranked(self, id: str) -> Iterator[Bid]:
        """Bids of all articles with enough in common with this one, the best first; which of them lead is not yet judged."""
        points: dict[str, int] = {}
        for about, part in zip((True, False), self._clues[id], strict=True):
            for clue in part:
                weight = self._weights.get(clue, 0)
                if weight:
                    for other, central in self._holders[clue]:
                        points[other] = points.get(other, 0) + weight * _centrality(about, central)
        points.pop(id, None)
        bids = [Bid(-sum_, self.days_between(id, other), other) for other, sum_ in points.items() if sum_ >= ENOUGH]
        yield from sorted(bids)

    def verdict(self, id: str, other: str) -> Verdict | None:
        """Why `id` leads to `other`, if it does."""
        ours, theirs = self._clues[id], self._clues[other]
        about = dict.fromkeys(theirs.passing, False) | dict.fromkeys(theirs.central, True)
        shared = [
            Shared(clue, both, self._weights.get(clue, 0) * both)
            for central, part in zip((True, False), ours, strict=True)
            for clue in part
            if clue in about and (both := _centrality(central, about[clue]))
        ]
        return judge(self._traits[id], self._traits[other], shared)

    def days_between(self, id: str, other: str) -> int:
        """The days between two articles, roughly; very many where one is not dated."""
        return days_between(self._traits[id].printed, self._traits[other].printed)


def _centrality(one: bool, other: bool) -> int:
    return BOTH_CENTRAL if one and other else ONE_CENTRAL if one or other else PASSING
