"""What each article names: the links in its text, and the people, organizations and places beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jianbao.archive.catalogue import Catalogue
from jianbao.archive.entities.identify import Entities
from jianbao.archive.entities.mentions import Target, mentions_of
from jianbao.archive.entities.naming import Identified, Naming
from jianbao.archive.entities.pages import EntityPages, Pages
from jianbao.archive.lists import Lists
from jianbao.archive.model import Mention, Named
from jianbao.archive.names.find import Names
from jianbao.archive.names.passage import Passage
from jianbao.archive.passages import main_district


@dataclass(frozen=True, slots=True)
class ArticleNames:
    """What one article names, as its page shows it."""

    mentions: tuple[Mention, ...] = ()
    people: tuple[Named, ...] = ()
    organizations: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()


NOTHING_NAMED = ArticleNames()


def names_of_articles(
    names: Mapping[str, Names], passages: Mapping[str, Passage], entities: Entities, pages: EntityPages,
    catalogue: Catalogue,
) -> dict[str, ArticleNames]:  # fmt: skip
    """What each article names, by id."""
    targets = {kind: targets_of(kind, one, catalogue) for kind, one in pages.by_kind()}
    listed = addresses_of_lists(catalogue)
    return {
        id: ArticleNames(
            mentions_of(_leading(id, entities, targets)),
            (*_named(id, entities.people, pages.people), *signers(names[id], passages[id], catalogue.reporters)),
            tuple(_named(id, entities.organizations, pages.organizations)),
            tuple(_named(id, entities.places, pages.places, listed)),
        )
        for id in names
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
    id: str, entities: Entities, targets: Mapping[str, Mapping[str, Target]]
) -> Iterator[tuple[Target, Naming]]:
    for kind, identified in entities.by_kind():
        for naming in identified.namings.get(id, ()):
            if naming.key in targets[kind]:
                yield targets[kind][naming.key], naming


def _named(id: str, identified: Identified, pages: Pages, listed: Mapping[str, str] | None = None) -> Iterator[Named]:
    """Those of one kind whom the article names, in the order of the text; `listed` are addresses of lists by key."""
    for naming in identified.namings.get(id, ()):
        one = identified.entities[naming.key]
        slug = pages.slug_of.get(naming.key)
        path = pages.entities[slug].path if slug else (listed or {}).get(naming.key, "")
        yield Named(one.name, one.sort, one.parent, path, naming.printed)


def signers(names: Names, passage: Passage, reporters: Lists) -> Iterator[Named]:
    """Those who sign, with their role and the list of what they signed; whom people hid has none."""
    for person in names.people:
        slug = reporters.slug_of.get(person.name) if person.role else None
        if slug is not None:
            path = reporters.groups[slug].path
            yield Named(person.name, person.role, main_district(passage), path, person.name)
