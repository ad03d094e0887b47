"""What the search for related articles remembers from one run to the next, as a small value of JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

from jianbao.archive.stories.clues import Clues
from jianbao.archive.stories.packed_rows import Row, pack, pack_flat, unpack
from jianbao.archive.stories.rarity import Rarity
from jianbao.archive.stories.reasons import Reason
from jianbao.archive.stories.traits import Traits
from jianbao.by_value import digest_by_value
from jianbao.frozen import frozen

Phrase: TypeAlias = tuple[Reason, tuple[str, ...]]
"""A reason and the names that it gives."""


class Lead(NamedTuple):
    """A related article: the points that speak for it, its id, and why."""

    points: int
    article: str
    phrase: Phrase


class Remembered(NamedTuple):
    """One article: the mark of its traits, its clues, and its leads, the best first, three numbers each.

    The numbers are the points, the place of the related article among the ids, that of the phrase among the phrases.
    """

    mark: str
    clues: Clues
    leads: Row


NO_ARTICLES = Rarity(0)


@frozen
class Memory:
    """All articles by id, in the order of their ids, and the rarity by which their leads were made."""

    rarity: Rarity = NO_ARTICLES
    articles: Mapping[str, Remembered] = field(default_factory=dict)
    ids: tuple[str, ...] = ()
    phrases: tuple[Phrase, ...] = ()

    def leads(self, id: str) -> Iterator[Lead]:
        """The leads of one article, the best first."""
        row = self.articles[id].leads
        for points, article, phrase in zip(row[::3], row[1::3], row[2::3], strict=True):
            yield Lead(points, self.ids[article], self.phrases[phrase])

    @classmethod
    def of(
        cls, rarity: Rarity, marks: Mapping[str, str], clues: Mapping[str, Clues], before: Memory,
        leads: Mapping[str, tuple[Lead, ...]],
    ) -> Memory:  # fmt: skip
        """What is to be remembered of the articles in `marks`; those not in `leads` keep those that they had `before`."""
        ids = tuple(marks)
        at = {id: number for number, id in enumerate(ids)}
        now_at = [] if ids == before.ids else [at.get(id, 0) for id in before.ids]
        numbers = {phrase: number for number, phrase in enumerate(before.phrases)}
        articles = {}
        for id, mark in marks.items():
            if id in leads:
                row: Row = [
                    number
                    for points, article, phrase in leads[id]
                    for number in (points, at[article], numbers.setdefault(phrase, len(numbers)))
                ]
            else:
                row = _moved(before.articles[id].leads, now_at)
            articles[id] = Remembered(mark, clues[id], row)
        return cls(rarity, articles, ids, tuple(numbers))

    @classmethod
    def read(cls, kept: Any | None) -> Memory:
        """What `written` gave; nothing where there is nothing."""
        if not kept:
            return cls()
        ids = tuple(kept["ids"])
        columns = (kept["marks"], map(Clues, unpack(kept["central"]), unpack(kept["passing"])), unpack(kept["leads"]))
        articles = dict(zip(ids, map(Remembered, *columns), strict=True))
        return cls(
            Rarity(kept["bits"]),
            articles,
            ids,
            tuple((Reason(reason), tuple(names)) for reason, *names in kept["phrases"]),
        )

    def written(self) -> dict[str, Any]:
        """The same as a value of JSON; of the phrases those in use, sorted, so that it does not tell how it came about."""
        rows = [one.leads for one in self.articles.values()]
        numbers = list(chain.from_iterable(rows))
        used = sorted(set(numbers[2::3]), key=self.phrases.__getitem__)
        now = {old: new for new, old in enumerate(used)}
        numbers[2::3] = map(now.__getitem__, numbers[2::3])
        return {
            "bits": self.rarity.bits,
            "ids": list(self.ids),
            "marks": [one.mark for one in self.articles.values()],
            "central": pack(one.clues.central for one in self.articles.values()),
            "passing": pack(one.clues.passing for one in self.articles.values()),
            "leads": pack_flat(map(len, rows), numbers),
            "phrases": [[reason.value, *names] for reason, names in map(self.phrases.__getitem__, used)],
        }


def _moved(row: Row, now_at: Sequence[int]) -> Row:
    """The row with the places that the related articles have now; empty `now_at`: the places are the same."""
    if not now_at:
        return row
    moved = list(row)
    moved[1::3] = map(now_at.__getitem__, row[1::3])
    return moved


def mark_of(traits: Traits) -> str:
    """A digest of everything that the related articles of this one depend on: with another mark its clues are found again."""
    return digest_by_value(
        9,
        traits.digest, traits.title, traits.kicker, traits.subtitle, sorted(traits.keywords), traits.authors,
        traits.districts, traits.page, traits.kind, traits.newspaper, traits.printed, traits.city, dict(traits.people),
        dict(traits.organizations), dict(traits.places),
    ).hex()  # fmt: skip
