"""The catalogue: every list of the archive, and where each article stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jianbao.archive.arrange import Arranged
from jianbao.archive.districts import Places, list_places
from jianbao.archive.lists import Lists
from jianbao.archive.load import Shelf
from jianbao.archive.model import Group
from jianbao.archive.newspapers import list_days, list_newspapers
from jianbao.archive.pages import page_of
from jianbao.archive.reporters import list_reporters
from jianbao.archive.topics import list_topics, slugs_in_use
from jianbao.content.article import FrontMatter
from jianbao.frozen import frozen


@frozen
class Catalogue:
    """All lists by kind. `topic_slugs` leads from any name of a topic that an article uses to its slug.

    `newest` are the facts of the articles that lists may name, by id, newest print first.
    """

    newest: Mapping[str, FrontMatter]
    places: Places
    topics: Lists
    topic_slugs: Mapping[str, str]
    newspapers: Lists
    days: Mapping[str, Group]
    reporters: Lists

    def named(self) -> Iterator[tuple[str, Group]]:
        """Every list with the name under which its slug was minted; a day needs none."""
        for lists in (self.places.districts, self.places.cities, self.topics, self.newspapers, self.reporters):
            yield from lists.named()
        yield from (("", day) for day in self.days.values())


def make_catalogue(arranged: Arranged, shelf: Shelf) -> Catalogue:
    """All lists, newest print first."""
    newest = arranged.newest
    cities = {id: arranged.facts[page_of(id)].get("city", "") for id in newest}
    topics = list_topics(newest, shelf.topics, shelf.register)
    return Catalogue(
        newest,
        list_places(newest, cities, shelf.districts, shelf.register),
        topics,
        slugs_in_use(newest, topics, shelf.topics),
        list_newspapers(newest, shelf.register),
        list_days(newest),
        list_reporters(newest, shelf.bylines, shelf.people, shelf.register),
    )
