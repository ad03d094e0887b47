"""Whether one article leads to another, and why: the rules, given the clues that both have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jianbao.archive.stories.clauses import is_same_text
from jianbao.archive.stories.clues import Sort
from jianbao.archive.stories.printed_days import UNKNOWN, YEAR, days_between, is_later
from jianbao.archive.stories.reasons import AT_MOST, Reason
from jianbao.archive.stories.traits import Traits

WEIGHTS = {
    Sort.TEXT: 6, Sort.PROJECT: 4, Sort.PERSON: 4, Sort.ORGANIZATION: 3, Sort.VILLAGE: 3, Sort.TOWN: 2,
    Sort.CAMPAIGN: 2, Sort.SLOGAN: 2, Sort.RAREST_WORD: 2, Sort.RARE_WORD: 1,
}  # fmt: skip
"""What a clue of each sort weighs before its rarity."""
PASSING, ONE_CENTRAL, BOTH_CENTRAL = 2, 3, 4
"""By what a clue's weight is multiplied: neither, one or both articles are about it."""
ENOUGH = 16
"""Points of a name that make a reason: of a person, named in passing, whom one article in 150 names."""
OF_WORDS = 20
"""Points of rare words that make a reason where no name is common to both."""
WORDS_AT_LEAST = 3
OF_A_MATTER = 70
"""Points, of clues of two sorts, that make two articles reports on one matter."""
CLUES_OF_A_MATTER = 3
OF_AN_EVENT = 24
"""Of these points those of what happens, and not only of who and where: a village is in the news for many things."""
_ONLY_REPRINTED = frozenset(("advertisement", "listing", "notice", "other"))
"""Kinds that lead nowhere but to their reprints."""
_ENTITIES = (Sort.PROJECT, Sort.PERSON, Sort.ORGANIZATION, Sort.VILLAGE, Sort.CAMPAIGN, Sort.TOWN, Sort.SLOGAN)
_OF_EVENTS = frozenset((Sort.PROJECT, Sort.CAMPAIGN, Sort.RAREST_WORD, Sort.RARE_WORD))
_ANYWHERE = frozenset((Sort.PROJECT, Sort.PERSON, Sort.ORGANIZATION))
_NEEDS_CENTRAL = frozenset((Sort.TOWN, Sort.CAMPAIGN, Sort.SLOGAN))
_REASON_OF = {Sort.PROJECT: Reason.SAME_PROJECT, Sort.CAMPAIGN: Reason.SAME_CAMPAIGN, Sort.SLOGAN: Reason.SPEAKS_OF}


class Shared(NamedTuple):
    """A clue of both articles: how far they are about it (PASSING …), and its points."""

    clue: int
    centrality: int
    points: int

    @property
    def sort(self) -> Sort:
        """The sort of the clue."""
        return Sort.of(self.clue)


class Verdict(NamedTuple):
    """A reason of `reasons`, as seen from the first article, and the clues that it names, the weightiest first."""

    reason: Reason
    clues: tuple[int, ...]


def judge(one: Traits, other: Traits, shared: Sequence[Shared]) -> Verdict | None:
    """Why `one` leads to `other`; None where it does not. From the other side the verdict is the same but for the time."""
    texts = sum(1 for clue in shared if clue.sort == Sort.TEXT)
    if texts and is_same_text(one.text, other.text):
        return Verdict(Reason.SAME_TEXT, ())
    if one.kind in _ONLY_REPRINTED or other.kind in _ONLY_REPRINTED:
        return None
    telling = sorted((s for s in shared if s.sort != Sort.TEXT and s.points), key=lambda s: (-s.points, s.clue))
    if not is_local(one, other):
        return _across(telling)
    return _of_one_matter(one, other, telling) or _by_name(telling) or _by_words(one, other, telling)


def is_local(one: Traits, other: Traits) -> bool:
    """Whether both are of one city; where a city is not known, of one paper or one page."""
    if one.city and other.city:
        return one.city == other.city
    return one.page == other.page or bool(one.newspaper and one.newspaper == other.newspaper)


def _of_one_matter(one: Traits, other: Traits, telling: Sequence[Shared]) -> Verdict | None:
    """Reports on one matter have much in common, and something of it is of an event: a project, a campaign, rare words."""
    of_event = sum(s.points for s in telling if s.sort in _OF_EVENTS)
    if len(telling) < CLUES_OF_A_MATTER or of_event < OF_AN_EVENT or sum(s.points for s in telling) < OF_A_MATTER:
        return None
    apart = days_between(one.printed, other.printed)
    if len({s.sort for s in telling}) < 2 or YEAR < apart < UNKNOWN:
        return None
    later = is_later(other.printed, one.printed)
    reason = Reason.SAME_MATTER if later is None else Reason.LATER if later else Reason.EARLIER
    return Verdict(reason, tuple(s.clue for s in telling[:AT_MOST]))


def _by_name(telling: Sequence[Shared]) -> Verdict | None:
    for sort in _ENTITIES:
        of_sort = [s for s in telling if s.sort == sort and (sort not in _NEEDS_CENTRAL or s.centrality > PASSING)]
        if sum(s.points for s in of_sort) >= ENOUGH:
            return Verdict(_REASON_OF.get(sort, Reason.NAMES), tuple(s.clue for s in of_sort[:AT_MOST]))
    return None


def _across(telling: Sequence[Shared]) -> Verdict | None:
    """Of two cities: one person, or a project or organization with something else besides."""
    verdict = _by_name([s for s in telling if s.sort in _ANYWHERE])
    if verdict is None or (Sort.of(verdict.clues[0]) != Sort.PERSON and len(telling) < 2):
        return None
    return verdict


def _by_words(one: Traits, other: Traits, telling: Sequence[Shared]) -> Verdict | None:
    """The last resort: several rare words, on two pages, for on one page the reader sees both."""
    found = [s for s in telling if s.sort in (Sort.RAREST_WORD, Sort.RARE_WORD)]
    if one.page == other.page or len(found) < WORDS_AT_LEAST or sum(s.points for s in found) < OF_WORDS:
        return None
    return Verdict(Reason.SPEAKS_OF, tuple(s.clue for s in found[:AT_MOST]))
