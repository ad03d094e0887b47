"""Lists of articles with an address of their own: what all kinds of them have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jianbao.archive.model import Group
from jianbao.archive.slugs import mint
from jianbao.frozen import frozen


@frozen
class Card:
    """What heads a list: `key` names it in the register (安阳市/高新区), `readable` and `ending` make its slug."""

    key: str
    name: str
    label: str
    readable: str
    ending: str = ""
    parent: str = ""
    note: str = ""


@frozen
class Lists:
    """The lists of one kind by slug, in the order in which they are shown, and the slug of every key."""

    groups: Mapping[str, Group]
    slug_of: Mapping[str, str]

    def named(self) -> Iterator[tuple[str, Group]]:
        """Every list with the key under which its slug was minted."""
        return ((key, self.groups[slug]) for key, slug in self.slug_of.items())


def make_lists(
    kind: str, area: str, cards: Iterable[Card], members: Mapping[str, Iterable[str]], held: Mapping[str, str]
) -> Lists:
    """Lists for the cards, in the order given. `members` holds article ids by the card's key, `held` slugs by key."""
    cards = list(cards)
    slugs = mint({card.key: (card.readable, card.ending) for card in cards}, held)
    groups = {
        slugs[card.key]: Group(
            kind, slugs[card.key], f"{area}/{slugs[card.key]}/", card.name, card.label,
            tuple(members.get(card.key, ())), card.parent, card.note,
        )
        for card in cards
    }  # fmt: skip
    return Lists(groups, slugs)


def gather(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Article ids by key from (key, id) pairs, in the order of the pairs, each id once in a list."""
    members: dict[str, dict[str, None]] = {}
    for key, id in pairs:
        members.setdefault(key, {})[id] = None
    return {key: tuple(ids) for key, ids in members.items()}
