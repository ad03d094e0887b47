"""The traits of all articles, gathered from what the archive knows of each."""

from __future__ import annotations

from jianbao.archive.arrange import Arranged
from jianbao.archive.entities.naming import Identified
from jianbao.archive.link_names import Linked
from jianbao.archive.pages import page_of
from jianbao.archive.stories.traits import Traits, traits_of


def gather_traits(arranged: Arranged, linked: Linked) -> dict[str, Traits]:
    """The traits of the articles that lists may name, by id, in the order of the archive."""
    entities = linked.entities
    places = {page: {id: n for n, id in enumerate(ids, start=1)} for page, ids in arranged.printed.items()}
    return {
        id: traits_of(
            arranged.texts[id], passage, places[page_of(id)][id], linked.keywords.get(id, ()),
            _named(id, entities.people), _named(id, entities.organizations), _named(id, entities.places),
        )
        for id, passage in linked.passages.items()
    }  # fmt: skip


def _named(id: str, identified: Identified) -> dict[str, str]:
    """The names of what an article names, by key."""
    entities = identified.entities
    return {naming.key: entities[naming.key].name for naming in identified.namings.get(id, ())}
