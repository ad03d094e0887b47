"""The traits of all articles, gathered from what the archive knows of each."""

from __future__ import annotations

from jianbao.archive.arrange import Arranged
from jianbao.archive.entities.naming import Identified
from jianbao.archive.link_names import Linked
from jianbao.archive.order import printed_day
from jianbao.archive.pages import page_of
from jianbao.archive.stories.traits import Traits


def gather_traits(arranged: Arranged, linked: Linked) -> dict[str, Traits]:
    """The traits of the articles that lists may name, by id, in the order of the archive."""
    entities = linked.entities
    places = {page: {id: n for n, id in enumerate(ids, start=1)} for page, ids in arranged.printed.items()}
    traits = {}
    for id, passage in linked.passages.items():
        front, page = arranged.texts[id].front, page_of(id)
        traits[id] = Traits(
            id=id, page=page, position=places[page][id], kind=front.kind, title=front.title, kicker=front.kicker,
            subtitle=front.subtitle, section=front.section, text=passage.text,
            digest=arranged.texts[id].digest, newspaper=front.newspaper, printed=printed_day(front),
            city=passage.city, districts=passage.districts, topics=front.topics,
            keywords=linked.keywords.get(id, ()), people=_named(id, entities.people),
            organizations=_named(id, entities.organizations), places=_named(id, entities.places),
            authors=tuple(name for name, _ in passage.authors), language=passage.language,
        )  # fmt: skip
    return traits


def _named(id: str, identified: Identified) -> dict[str, str]:
    """The names of what an article names, by key."""
    entities = identified.entities
    return {naming.key: entities[naming.key].name for naming in identified.namings.get(id, ())}
