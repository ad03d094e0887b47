"""Series (系列): a column, a campaign or numbered parts that go on over several pages of one paper or city.

A standing label, a kicker that comes again, or a number (系列报道之三) shows them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from jianbao.archive.lists import Card, Lists, make_lists
from jianbao.archive.slugs import held_slugs
from jianbao.archive.stories.newest import newest_first
from jianbao.archive.stories.numbering import bare, part_of
from jianbao.archive.stories.traits import Traits
from jianbao.content.register import Address
from jianbao.frozen import frozen
from jianbao.knowledge.phrases import phrases

AREA = "series"
ARTICLES_AT_LEAST, PAGES_AT_LEAST = 3, 2
"""What makes a label a series; of numbered parts two are enough."""
_SHORTEST = 4
"""Characters of a kicker or of what is numbered; a shorter one is a place, or comes again by chance."""
_LEFT_OUT = frozenset(("advertisement", "listing", "notice", "other"))


@frozen
class Series:
    """One series. `key` names it in the register, `owner` is its paper or city, empty where neither is known.

    `articles` are ids: numbered parts by number, then the others newest first.
    """

    key: str
    name: str
    owner: str
    articles: tuple[str, ...]


class _Sign(NamedTuple):
    """A label on an article: as printed, and the number of the part (0: none)."""

    article: Traits
    name: str
    number: int


def find_series(traits: Mapping[str, Traits]) -> tuple[Series, ...]:
    """All series of the archive, the longest first. Of two with the same articles the numbered one is kept."""
    found: dict[frozenset[str], Series] = {}
    for owner, label, signs in _by_owner(traits.values()):
        numbers = {sign.number for sign in signs if sign.number}
        ids = frozenset(sign.article.id for sign in signs)
        pages = {sign.article.page for sign in signs}
        if len(numbers) > 1 or (owner and len(ids) >= ARTICLES_AT_LEAST and len(pages) >= PAGES_AT_LEAST):
            one = Series(f"{owner}/{label}" if owner else label, _usual_name(signs), owner, _in_order(signs))
            if ids not in found or len(numbers) > 1:
                found[ids] = one
    return tuple(sorted(found.values(), key=lambda one: (-len(one.articles), one.key)))


def list_series(series: Iterable[Series], register: Mapping[str, Address]) -> Lists:
    """The series as lists with addresses of their own."""
    series = list(series)
    cards = [
        Card(one.key, one.name, f"{one.owner}/{one.name}" if one.owner else one.name, one.name, note=one.owner)
        for one in series
    ]
    return make_lists("series", AREA, cards, {one.key: one.articles for one in series}, held_slugs(register, "series"))


def series_of_articles(series: Iterable[Series], lists: Lists) -> dict[str, tuple[str, ...]]:
    """The slugs of the series of every article that is of one, by id."""
    slugs: dict[str, list[str]] = {}
    for one in series:
        for id in one.articles:
            slugs.setdefault(id, []).append(lists.slug_of[one.key])
    return {id: tuple(of) for id, of in slugs.items()}


def _by_owner(articles: Iterable[Traits]) -> Iterator[tuple[str, str, list[_Sign]]]:
    """(owner, bare label, signs), sorted. A paper that is not known is the one of that city with the same label."""
    by_label: dict[str, list[_Sign]] = defaultdict(list)
    for article in articles:
        if article.kind not in _LEFT_OUT:
            for label, sign in sorted(_signs_on(article).items()):
                by_label[label].append(sign)
    for label in sorted(by_label):
        papers: dict[str, set[str]] = defaultdict(set)
        for sign in by_label[label]:
            papers[sign.article.city] |= {sign.article.newspaper} - {""}
        owners: dict[str, list[_Sign]] = defaultdict(list)
        for sign in by_label[label]:
            of_city = papers[sign.article.city] if sign.article.city else set()
            only = next(iter(of_city)) if len(of_city) == 1 else sign.article.city
            owners[sign.article.newspaper or only].append(sign)
        yield from ((owner, label, owners[owner]) for owner in sorted(owners))


def _signs_on(article: Traits) -> dict[str, _Sign]:
    """The labels of an article, bare, each once: its column, its kickers, and what its title lines number."""
    signs: dict[str, _Sign] = {}
    for line in (article.section, *article.kicker, *article.subtitle, article.title):
        part = part_of(line)
        name = part.name if part else line if line in (article.section, *article.kicker) else ""
        label = bare(name)
        if _is_label(name, label, article, is_section=line == article.section):
            signs.setdefault(label, _Sign(article, name, part.number if part else 0))
    return signs


def _is_label(name: str, label: str, article: Traits, *, is_section: bool) -> bool:
    """Whether a line can stand over a series: a section always, else what is long enough and names no body or place."""
    if not label or label in _generic():
        return False
    if is_section:
        return True
    named = (*article.organizations.values(), *article.places.values(), *article.people.values())
    ends = name.endswith(("：", ":", *phrases("body_endings"), *phrases("kicker_endings")))
    return len(label) >= _SHORTEST and not ends and not any(name in one or one == name for one in named)


@cache
def _generic() -> frozenset[str]:
    return frozenset(bare(label) for label in phrases("generic_labels"))


def _usual_name(signs: Iterable[_Sign]) -> str:
    counts = Counter(sign.name for sign in signs)
    return min(counts, key=lambda name: (-counts[name], name))


def _in_order(signs: Iterable[_Sign]) -> tuple[str, ...]:
    numbered = sorted((sign for sign in signs if sign.number), key=lambda sign: sign.number)
    others = newest_first(sign.article for sign in signs if not sign.number)
    return (*(sign.article.id for sign in numbered), *(article.id for article in others))
