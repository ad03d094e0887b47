"""What each article names: the links in its text, and the people, organizations and places beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from jianbao.archive.catalogue import Catalogue
from jianbao.archive.entities.identify import Entities
from jianbao.archive.entities.mentions import Target, mentions_of
from jianbao.archive.entities.naming import Identified, Naming
from jianbao.archive.entities.pages import EntityPages, Pages
from jianbao.archive.lists import Lists
from jianbao.archive.model import Mention, Named
from jianbao.archive.names.found import Names
from jianbao.archive.names.passage import Passage
from jianbao.archive.passages import main_district
from jianbao.frozen import frozen


@frozen
class ArticleNames:
    """What one article names, as its page shows it."""

    mentions: tuple[Mention, ...] = ()
    people: tuple[Named, ...] = ()
    organizations: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()


NOTHING_NAMED = ArticleNames()
NO_LISTS: Mapping[str, str] = MappingProxyType({})


def names_of_articles(
    names: Mapping[str, Names], passages: Mapping[str, Passage], entities: Entities, pages: EntityPages,
    catalogue: Catalogue,
) -> dict[str, ArticleNames]:  # fmt: skip
    """What each article names, by id."""
    targets = [(one.namings, targets_of(kind, pages_of, catalogue)) for (kind, one), (_, pages_of) in zip(
        entities.by_kind(), pages.by_kind(), strict=True
    )]  # fmt: skip
    people, organizations = _Shown(entities.people, pages.people), _Shown(entities.organizations, pages.organizations)
    places = _Shown(entities.places, pages.places, addresses_of_lists(catalogue))
    return {
        id: ArticleNames(
            mentions_of(_leading(id, targets)),
            (*people.of(id), *signers(one, passages[id], catalogue.reporters)),
            organizations.of(id),
            places.of(id),
        )
        for id, one in names.items()
    }


def targets_of(kind: str, pages: Pages, catalogue: Catalogue) -> dict[str, Target]:
    """Where the entities of a kind lead, by key; a county or a city leads to its list."""
    targets = {key: Target(kind, slug) for key, slug in pages.slug_of.items()}
    if kind == "place":
        targets |= {label: Target("city", slug) for label, slug in catalogue.places.cities.slug_of.items()}
        targets |= {label: Target("district", slug) for label, slug in catalogue.places.districts.slug_of.items()}
    return targets


def addresses_of_lists(catalogue: Catalogue) -> dict[str, str]:
    """The addresses of the lists of counties and cities, by label."""
    return {
        label: lists.groups[slug].path
        for lists in (catalogue.places.cities, catalogue.places.districts)
        for label, slug in lists.slug_of.items()
    }


def _leading(
    id: str, targets: Iterable[tuple[Mapping[str, tuple[Naming, ...]], Mapping[str, Target]]]
) -> Iterator[tuple[Target, Naming]]:
    for namings, target_of in targets:
        for naming in namings.get(id, ()):
            target = target_of.get(naming.key)
            if target is not None:
                yield target, naming


class _Shown:
    """Those of one kind as the pages of articles show them; `listed` are addresses of lists by key."""

    def __init__(self, identified: Identified, pages: Pages, listed: Mapping[str, str] = NO_LISTS) -> None:
        self._identified, self._pages, self._listed = identified, pages, listed
        self._made: dict[tuple[str, str], Named] = {}

    def of(self, id: str) -> tuple[Named, ...]:
        """Those whom the article names, in the order of the text."""
        made = self._made
        return tuple([
            made.get((naming.key, naming.printed)) or self._make(naming.key, naming.printed)
            for naming in self._identified.namings.get(id, ())
        ])  # fmt: skip

    def _make(self, key: str, printed: str) -> Named:
        one = self._identified.entities[key]
        slug = self._pages.slug_of.get(key)
        path = self._pages.entities[slug].path if slug else self._listed.get(key, "")
        self._made[key, printed] = named = Named(one.name, one.sort, one.parent, path, printed)
        return named


def signers(names: Names, passage: Passage, reporters: Lists) -> Iterator[Named]:
    """Those who sign, with their role and the list of what they signed; whom people hid has none."""
    for person in names.people:
        slug = reporters.slug_of.get(person.name) if person.role else None
        if slug is not None:
            path = reporters.groups[slug].path
            yield Named(person.name, person.role, main_district(passage), path, person.name)
