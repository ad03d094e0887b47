"""Related articles, each with its reason: the story. Only what a change can reach is looked at again.

The points of two articles depend on the clues that both have and on how many articles have these, nothing else. So an
edit reaches the edited article, those that lead to it, those with a clue that became rarer or more common by a whole
level, and those whose last lead it now outbids. The outcome is the same as if everything were looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import accumulate, chain, pairwise
from typing import Any

from jianbao.archive.model import Related
from jianbao.archive.stories.candidates import Bid, Candidates
from jianbao.archive.stories.clues import Found, find_clues
from jianbao.archive.stories.memory import Lead, Memory, mark_of
from jianbao.archive.stories.rarity import Rarity
from jianbao.archive.stories.reach import reached
from jianbao.archive.stories.reasons import MATTERS, words
from jianbao.archive.stories.traits import Traits
from jianbao.program_mark import program_mark

AT_MOST = 8
"""Related articles of an article; none is a right answer."""
KEPT = "related.json"


def form() -> str:
    """The format in which what was found related is kept."""
    return f"related {program_mark()}"


def relate(traits: Mapping[str, Traits], kept: Any | None) -> tuple[dict[str, tuple[Related, ...]], Any]:
    """The related articles of every article by id, the best first, and what to hand over as `kept` the next time.

    `kept` is a value of JSON or None, and comes back as the same object where nothing has changed. Whoever keeps it does so
    by the mark of the program. Reports on the same matter stand first, in the order of time.
    """
    before = Memory.read(kept)
    marks = {id: mark_of(traits[id]) for id in sorted(traits)}
    if kept and marks == {id: one.mark for id, one in before.articles.items()}:
        return shown(before, traits), kept
    after = look_again(traits, marks, before)
    return shown(after, traits), after.written()


def look_again(traits: Mapping[str, Traits], marks: Mapping[str, str], before: Memory) -> Memory:
    """What is to be remembered now: the leads that a change can reach made anew."""
    changed = {id for id, mark in marks.items() if id not in before.articles or before.articles[id].mark != mark}
    found = {id: find_clues(traits[id]) for id in marks if id in changed}
    clues = {id: found[id].clues if id in changed else before.articles[id].clues for id in marks}
    gone = changed | (before.articles.keys() - clues.keys())
    rarity = Rarity.of(len(traits))
    again = reached(before, clues, gone) if before.rarity == rarity else set(clues)
    candidates = Candidates.among(traits, clues, again, rarity)
    names = Names(traits, found)
    leads = {id: tuple(best_leads(id, candidates, names)) for id in sorted(again)}
    for id in sorted(changed) if again != clues.keys() else ():
        outbid(id, candidates, names, again, before, leads)
    return Memory.of(rarity, marks, clues, before, leads)


class Names:
    """The names of an article's clues as readers see them; of an unchanged article they are found again when asked for."""

    def __init__(self, traits: Mapping[str, Traits], found: Mapping[str, Found]) -> None:
        self._traits, self._found = traits, dict(found)

    def of(self, id: str, clues: Iterable[int]) -> tuple[str, ...]:
        """The names of these clues of the article, each once."""
        if id not in self._found:
            self._found[id] = find_clues(self._traits[id])
        return tuple(dict.fromkeys(self._found[id].names[clue] for clue in clues))


def best_leads(id: str, candidates: Candidates, names: Names) -> Iterator[Lead]:
    """The leads of one article, the best first, eight at most."""
    left = AT_MOST
    for bid in candidates.ranked(id):
        verdict = candidates.verdict(id, bid.article)
        if verdict is not None:
            yield Lead(-bid.lost, bid.article, (verdict.reason, names.of(id, verdict.clues)))
            left -= 1
        if not left:
            return


def outbid(
    id: str, candidates: Candidates, names: Names, again: AbstractSet[str], before: Memory,
    leads: dict[str, tuple[Lead, ...]],
) -> None:  # fmt: skip
    """Put a changed article among the leads of those that nothing else reached, where it is better than their last."""
    for bid in candidates.ranked(id):
        other, offer = bid.article, bid._replace(article=id)
        if other in again:
            continue
        held = leads[other] if other in leads else tuple(before.leads(other))
        bids = [Bid(-lead.points, candidates.days_between(other, lead.article), lead.article) for lead in held]
        place = sum(1 for one in bids if one < offer)
        verdict = candidates.verdict(other, id) if place < AT_MOST else None
        if verdict is not None:
            lead = Lead(-offer.lost, id, (verdict.reason, names.of(other, verdict.clues)))
            leads[other] = (*held[:place], lead, *held[place:])[:AT_MOST]


def shown(memory: Memory, traits: Mapping[str, Traits]) -> dict[str, tuple[Related, ...]]:
    """The leads of all articles as a reader sees them: the same matter first, in the order of time, then the best."""
    said = [words(reason, names) for reason, names in memory.phrases]
    zh, en = [both[0] for both in said], [both[1] for both in said]
    numbers = list(chain.from_iterable(one.leads for one in memory.articles.values()))
    articles = map(memory.ids.__getitem__, numbers[1::3])
    phrases = numbers[2::3]
    leads = list(map(Related, articles, map(zh.__getitem__, phrases), map(en.__getitem__, phrases)))
    matters = [memory.phrases[n][0] in MATTERS for n in phrases]
    ends = accumulate((len(one.leads) // 3 for one in memory.articles.values()), initial=0)
    return {
        id: in_order(leads[start:end], matters[start:end], traits)
        for id, (start, end) in zip(memory.ids, pairwise(ends), strict=True)
    }


def in_order(leads: list[Related], matters: list[bool], traits: Mapping[str, Traits]) -> tuple[Related, ...]:
    """The leads of one article with the reports on the same matter first, in the order of time."""
    if not any(matters):
        return tuple(leads)
    matter = [lead for lead, is_matter in zip(leads, matters, strict=True) if is_matter]
    others = (lead for lead, is_matter in zip(leads, matters, strict=True) if not is_matter)
    return (*sorted(matter, key=lambda lead: traits[lead.article].printed), *others)
