"""/places/: the places as a tree, 市 → 区县 → 镇街 → 村; when it is large a page for every county."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from jianbao.archive.model import Entity, Group
from jianbao.frozen import frozen
from jianbao.press.alphabet import Alphabet
from jianbao.press.edition import Edition, Sign
from jianbao.press.paging import leaves, packed
from jianbao.press.sheet import Sheet

LENGTH = 400
"""So many places stand on one page at most: with their markup they stay below 60 KB."""
HOME = "places/"
ALPHABET = "places/letter/"
"""Where the places stand from A to Z."""

Roots = Mapping[tuple[str, str], Sequence[Entity]]
"""The places that are in no other place, by the kind and slug of the county or city they are in."""


@frozen
class Branch:
    """A place, the number of its articles, and the places below it; without an address a county that has no list."""

    sign: Sign
    size: int
    below: tuple[Branch, ...]

    @property
    def places(self) -> int:
        """How many places the branch has, its own among them."""
        return bool(self.sign.path) + sum(branch.places for branch in self.below)


@frozen
class Bough:
    """The places of a county, of a city's other counties, or of nothing known; how many, and where they stand."""

    head: Sign | None
    path: str
    places: int
    branches: tuple[Branch, ...]


@frozen
class Trunk:
    """A city (None: not known) with its boughs."""

    head: Sign | None
    boughs: tuple[Bough, ...]


@frozen
class PlaceTree:
    """The whole tree: on one page when it `is_small`, else with a page for every bough."""

    trunks: tuple[Trunk, ...]
    is_small: bool

    def place_of(self, group: Group) -> str:
        """The address of the places of a county or city; nothing where it has none."""
        boughs = (bough for trunk in self.trunks for bough in trunk.boughs)
        return next((bough.path for bough in boughs if bough.head and bough.head.path == group.path), "")


BARE = PlaceTree((), True)
"""A tree without places."""


def grow(edition: Edition) -> PlaceTree:
    """The tree of all places that the site shows."""
    archive, small = edition.archive, len(edition.entities["place"]) <= LENGTH
    roots = _roots(edition)
    trunks = []
    for city in (*archive.cities.values(), None):
        slug = city.slug if city else ""
        parts = [one for one in archive.districts.values() if (one.parent in archive.cities and one.parent) == slug]
        boughs = tuple(bough for part in (*parts, city) if (bough := _bough(edition, part, roots, small)).branches)
        trunks += [Trunk(edition.sign(city) if city else None, boughs)] if boughs else []
    return PlaceTree(tuple(trunks), small)


def tree_sheets(edition: Edition, tree: PlaceTree, alphabet: Alphabet) -> Iterator[Sheet]:
    """/places/ and, for a large tree, /places/district/SLUG/, /places/city/SLUG/ and /places/elsewhere/."""
    around = {"letters": alphabet.letters(), "alphabet": alphabet.home, "size": len(edition.entities["place"])}
    trunks = tree.trunks if tree.is_small else tuple(map(_outline, tree.trunks))
    packs = [trunks] if tree.is_small else packed(trunks, lambda trunk: 1 + len(trunk.boughs), LENGTH)
    for leaf in leaves(HOME, packs, 1):
        view = {**around, "leaf": leaf.bare(), "trunks": leaf.lines[0], "whole": tree.is_small}
        yield edition.page("places.html", leaf.path, view)
    for trunk in () if tree.is_small else tree.trunks:
        for bough in trunk.boughs:
            for part in leaves(bough.path, packed(bough.branches, lambda branch: branch.places, LENGTH), 1):
                told = {"city": trunk.head, "bough": replace(bough, branches=part.lines[0]), "leaf": part.bare()}
                yield edition.page("bough.html", part.path, told)


def _roots(edition: Edition) -> Roots:
    roots: dict[tuple[str, str], list[Entity]] = {}
    for one in edition.entities["place"].values():
        known = [(kind, slug) for kind, slug in one.above if edition.meant(kind, slug)]
        if not known or known[-1][0] != "place":
            roots.setdefault(known[-1] if known else ("", ""), []).append(one)
    return roots


def _bough(edition: Edition, group: Group | None, roots: Roots, small: bool) -> Bough:
    kind, slug = (group.kind, group.slug) if group else ("", "")
    inside = roots.get((kind, slug), ())
    branches = _branches(edition, inside) if kind == "district" else _by_county(edition, group, inside)
    page = f"{HOME}{kind}/{slug}/" if group else f"{HOME}elsewhere/"
    path = f"{HOME}#{slug or 'elsewhere'}" if small else page
    return Bough(edition.sign(group) if group else None, path, sum(one.places for one in branches), branches)


def _by_county(edition: Edition, city: Group | None, places: Iterable[Entity]) -> tuple[Branch, ...]:
    """Places in counties that have no list of their own, county by county."""
    counties: dict[str, list[Entity]] = {}
    for one in places:
        county = one.parent.removeprefix(f"{city.label}/") if city and one.parent != city.label else one.parent
        counties.setdefault("" if city and county == city.label else county.replace("/", ""), []).append(one)
    named = (
        Branch(Sign("district", "", county, county, ""), 0, _branches(edition, inside))
        for county, inside in sorted(counties.items())
        if county
    )
    return (*_branches(edition, counties.get("", ())), *named)


def _branches(edition: Edition, places: Iterable[Entity]) -> tuple[Branch, ...]:
    known = edition.entities["place"]
    ordered = sorted(places, key=lambda one: one.slug)
    below = ([known[slug] for slug in one.below if slug in known] for one in ordered)
    return tuple(
        Branch(edition.sign(one), edition.size(one), _branches(edition, under))
        for one, under in zip(ordered, below, strict=True)
    )


def _outline(trunk: Trunk) -> Trunk:
    """The trunk with its boughs and without their branches, which have pages of their own."""
    return replace(trunk, boughs=tuple(replace(bough, branches=()) for bough in trunk.boughs))
