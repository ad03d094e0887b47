"""The pages of people, places and organizations: slugs, articles, every place that names them, posts, namesakes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from jianbao.archive.catalogue import Catalogue
from jianbao.archive.entities.above import above_of
from jianbao.archive.entities.identify import Entities
from jianbao.archive.entities.naming import Identified, Identity, Naming
from jianbao.archive.entities.places import LISTED
from jianbao.archive.entities.signing import reporter_of
from jianbao.archive.model import AREAS, Entity, Post, Quote
from jianbao.archive.order import UNKNOWN_LAST
from jianbao.archive.slugs import held_slugs, mint
from jianbao.content.register import Address
from jianbao.frozen import frozen

ALONE = 2
"""So many articles must name somebody without a public post or by-line: what stood once in a paper is no reason for a page."""


@frozen
class Pages:
    """The entities of one kind with a page, by slug, in the order of the slugs; and the slug of every key that has one."""

    entities: Mapping[str, Entity]
    slug_of: Mapping[str, str]


NO_PAGES = Pages({}, {})


@frozen
class EntityPages:
    """The pages of each kind."""

    people: Pages = NO_PAGES
    organizations: Pages = NO_PAGES
    places: Pages = NO_PAGES

    def by_kind(self) -> Iterator[tuple[str, Pages]]:
        """(kind, its pages)."""
        yield from (("person", self.people), ("organization", self.organizations), ("place", self.places))

    def named(self) -> Iterator[tuple[str, Entity]]:
        """Every entity with the key under which its slug was minted."""
        for _, pages in self.by_kind():
            yield from ((key, pages.entities[slug]) for key, slug in pages.slug_of.items())


def entity_pages(
    entities: Entities, days: Mapping[str, str], catalogue: Catalogue, register: Mapping[str, Address]
) -> EntityPages:
    """All pages. `days` are the printed days of the articles that lists may name, by id, newest first."""
    signs = partial(reporter_of, catalogue=catalogue)
    return EntityPages(*(
        make_pages(
            kind, identified, days, held_slugs(register, kind), catalogue, signs if kind == "person" else lambda _: ""
        )
        for kind, identified in entities.by_kind()
    ))  # fmt: skip


def make_pages(
    kind: str, identified: Identified, days: Mapping[str, str], held: Mapping[str, str], catalogue: Catalogue,
    signs: Callable[[Identity], str],
) -> Pages:  # fmt: skip
    """The pages of one kind; `held` are slugs published before by key, `signs` tells the slug of a person's by-line."""
    named = by_entity(identified, days)
    shown = {key: one for key, one in identified.entities.items() if has_page(one, len(named.get(key, ())))}
    slugs = mint({key: (one.name, "") for key, one in shown.items()}, held)
    above = {key: above_of(one.parent, catalogue, slugs if kind == "place" else {}) for key, one in shown.items()}
    below, alike = under(above, slugs), of_one_name(shown, slugs)
    entities = {}
    for key in sorted(shown, key=slugs.__getitem__):
        one, slug, namings = shown[key], slugs[key], named.get(key, ())
        namesakes = tuple([other for other in alike[one.name] if other != slug])
        quotes = [Quote(id, *span) for id, naming in namings for span in naming.spans]
        entities[slug] = Entity(
            kind=kind, slug=slug, path=f"{AREAS[kind]}/{slug}/", name=one.name,
            label=labelled(one) if namesakes else one.name, sort=one.sort, articles=tuple([id for id, _ in namings]),
            quotes=tuple(quotes), parent=one.parent,
            above=above[key], below=tuple(sorted(below.get(slug, ()))), other_names=one.other_names, posts=posts_of(namings, days),
            namesakes=namesakes, elsewhere=tuple(not_shown(one.elsewhere, slugs)), why=one.why, reporter=signs(one), public=one.public,
        )  # fmt: skip
    return Pages(entities, slugs)


def not_shown(labels: Iterable[str], shown: Mapping[str, str]) -> Iterator[str]:
    """The labels, with the province before them or without, of places that have no page here."""
    return (label for label in labels if label not in shown and label.partition("/")[2] not in shown)


def has_page(one: Identity, articles: int) -> bool:
    """Whether an entity named in so many articles gets a page of its own. Counties and cities have lists instead."""
    return one.sort not in LISTED and (one.public or articles >= ALONE)


def labelled(one: Identity) -> str:
    """The name with what the entity belongs to, for lists where names repeat: 胡亚军（安阳市文峰区）."""
    return f"{one.name}（{one.parent.replace('/', '')}）" if one.parent else one.name


def under(above: Mapping[str, tuple[tuple[str, str], ...]], slugs: Mapping[str, str]) -> dict[str, list[str]]:
    """The slugs of the places right under each place."""
    below: dict[str, list[str]] = defaultdict(list)
    for key, chain in above.items():
        if chain and chain[-1][0] == "place":
            below[chain[-1][1]].append(slugs[key])
    return below


def of_one_name(shown: Mapping[str, Identity], slugs: Mapping[str, str]) -> dict[str, list[str]]:
    """The slugs of those that share a name, in the order of their keys."""
    alike: dict[str, list[str]] = defaultdict(list)
    for key in sorted(shown):
        alike[shown[key].name].append(slugs[key])
    return alike


def by_entity(identified: Identified, days: Iterable[str]) -> dict[str, tuple[tuple[str, Naming], ...]]:
    """(article id, naming) by the key of the entity, in the order of `days`."""
    named: dict[str, list[tuple[str, Naming]]] = defaultdict(list)
    for id in days:
        for naming in identified.namings.get(id, ()):
            named[naming.key].append((id, naming))
    return {key: tuple(rows) for key, rows in named.items()}


def posts_of(namings: Iterable[tuple[str, Naming]], days: Mapping[str, str]) -> tuple[Post, ...]:
    """Every post with the day on which it is first printed, in the order of time; unknown days last."""
    posts = [Post(naming.post, days[id], id) for id, naming in namings if naming.post]
    if not posts:
        return ()
    first: dict[str, Post] = {}
    for post in sorted(posts, key=lambda post: (post.date or UNKNOWN_LAST, post.article)):
        first.setdefault(post.words, post)
    return tuple(first.values())
