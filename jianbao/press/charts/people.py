"""People who appear together: names one below the other, an arc for every two that stand in the same articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from jianbao.frozen import frozen
from jianbao.press.charts.tally import Tally
from jianbao.press.edition import Edition, Sign

PEOPLE, PAIRS = 30, 60
"""So many people are drawn, those who share most articles with others, and so many pairs are listed."""
LEAST, TOGETHER = 6, 2
"""Fewer people make no picture; once in one article is chance."""
HEIGHT = 26
WIDTHS = 4


@frozen
class Person:
    """A person: the link, a name that nobody else here has, the number of articles, and the line of the name."""

    sign: Sign
    name: str
    size: int
    middle: int


@frozen
class Arc:
    """Two people: who they are, in how many articles they stand together, the arc between their lines, how thick it is."""

    one: Sign
    other: Sign
    size: int
    path: str
    width: int


@frozen
class People:
    """The people from top to bottom, the arcs with the strongest last, `height` in all; and the strongest pairs."""

    people: tuple[Person, ...]
    arcs: tuple[Arc, ...]
    height: int

    @property
    def pairs(self) -> tuple[Arc, ...]:
        """The pairs as a list: those who stand together most often first."""
        return self.arcs[::-1][:PAIRS]


def draw_people(edition: Edition, tally: Tally) -> People | None:
    """The arcs; None where too few people stand together more than once."""
    ties = {pair: size for pair, size in tally.pairs.items() if size >= TOGETHER}
    shared: Counter[str] = Counter()
    for (one, other), size in ties.items():
        shared.update({one: size, other: size})
    chosen = {slug for slug, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:PEOPLE]}
    if len(chosen) < LEAST:
        return None
    ties = {pair: size for pair, size in ties.items() if chosen.issuperset(pair)}
    order = _neighbours_first(chosen, ties)
    line = {slug: place * HEIGHT + HEIGHT // 2 for place, slug in enumerate(order)}
    signs = {slug: edition.sign(edition.entities["person"][slug]) for slug in order}
    most = max(ties.values(), default=1)
    arcs = tuple(
        Arc(signs[one], signs[other], size, _arc(line[one], line[other], len(order)), -(-WIDTHS * size // most))
        for (one, other), size in sorted(ties.items(), key=lambda item: (item[1], item[0]))
    )
    names = Counter(sign.name for sign in signs.values())
    people = tuple(
        Person(sign, sign.name if names[sign.name] == 1 else sign.called, tally.people[slug], line[slug])
        for slug, sign in signs.items()
    )
    return People(people, arcs, len(order) * HEIGHT)


def _neighbours_first(chosen: Iterable[str], ties: dict[tuple[str, str], int]) -> list[str]:
    """An order in which arcs are short: whoever is bound most to those who stand last comes next."""
    bound: dict[str, dict[str, int]] = {slug: {} for slug in chosen}
    for (one, other), size in ties.items():
        bound[one][other] = bound[other][one] = size
    left = sorted(bound, key=lambda slug: (-sum(bound[slug].values()), slug))
    order = [left.pop(0)] if left else []
    while left:
        near = order[-4:][::-1]
        weights = {
            slug: sum(bound[slug].get(other, 0) / (1 + place) for place, other in enumerate(near)) for slug in left
        }
        order.append(max(left, key=lambda slug: weights[slug]))
        left.remove(order[-1])
    return order


def _arc(start: int, end: int, people: int) -> str:
    """From line to line, the wider the further apart they are: across in hundredths of the field, down in pixels."""
    top, bottom = min(start, end), max(start, end)
    out = round(133 * ((bottom - top) / (HEIGHT * max(people - 1, 1))) ** 0.7)
    return f"M0 {top}C{out} {top} {out} {bottom} 0 {bottom}"
