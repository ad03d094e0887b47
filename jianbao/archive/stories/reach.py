"""How far a change reaches: the articles whose related ones may be others now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from jianbao.archive.stories.clues import Clues
from jianbao.archive.stories.memory import Memory


def reached(before: Memory, clues: Mapping[str, Clues], gone: AbstractSet[str]) -> set[str]:
    """The articles whose leads must be made anew; `gone` are those that are no more what they were, or no more at all."""
    moved = moved_clues(before, clues, gone)
    lost = {number for number, id in enumerate(before.ids) if id in gone}
    return {
        id
        for id, (central, passing) in clues.items()
        if id in gone
        or not (moved.isdisjoint(central) and moved.isdisjoint(passing))
        or not lost.isdisjoint(before.articles[id].leads[1::3])
    }


def moved_clues(before: Memory, clues: Mapping[str, Clues], gone: AbstractSet[str]) -> set[int]:
    """The clues that became rarer or more common by a level of the archive's rarity."""
    old = [before.articles[id].clues for id in gone if id in before.articles]
    new = [clues[id] for id in gone if id in clues]
    touched = {clue for both in (*old, *new) for part in both for clue in part}
    stayed = _count((one for id, one in clues.items() if id not in gone), touched)
    was, now = _count(old, touched), _count(new, touched)
    level = before.rarity.level
    return {
        clue
        for clue in touched
        if level(stayed.get(clue, 0) + was.get(clue, 0)) != level(stayed.get(clue, 0) + now.get(clue, 0))
    }


def _count(articles: Iterable[Clues], wanted: set[int]) -> dict[int, int]:
    """How many of the articles have each of the wanted clues."""
    counts: dict[int, int] = {}
    for parts in articles:
        for part in parts:
            if not wanted.isdisjoint(part):
                for clue in wanted.intersection(part):
                    counts[clue] = counts.get(clue, 0) + 1
    return counts
