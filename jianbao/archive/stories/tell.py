"""What belongs together in the whole archive: the story of this room."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jianbao.archive.arrange import Arranged
from jianbao.archive.lists import Lists
from jianbao.archive.load import Shelf
from jianbao.archive.model import Related, Review
from jianbao.archive.stories.continued import join_continued
from jianbao.archive.stories.on_this_day import find_on_this_day
from jianbao.archive.stories.related import KEPT, form, relate
from jianbao.archive.stories.series import find_series, list_series, series_of_articles
from jianbao.archive.stories.traits import Traits
from jianbao.frozen import frozen
from jianbao.kept import keep, read_kept


@frozen
class Stories:
    """What each article belongs to, by id; the lists of the series; the joins that were refused, for the review list.

    `joined` are the articles that a printed jump may mean.
    """

    related: Mapping[str, tuple[Related, ...]]
    series: Lists
    series_of: Mapping[str, tuple[str, ...]]
    on_this_day: Mapping[str, tuple[str, ...]]
    continued: Mapping[str, tuple[str, ...]]
    refused: tuple[Review, ...]
    joined: frozenset[str]


def tell_stories(traits: Mapping[str, Traits], arranged: Arranged, shelf: Shelf, cache: Path | None) -> Stories:
    """Everything that ties articles together; `cache` keeps what was found related."""
    series = find_series(traits)
    lists = list_series(series, shelf.register)
    continued = join_continued(arranged, {held.article.front.id: held.article.path for held in shelf.articles})
    return Stories(
        find_related(traits, cache),
        lists,
        series_of_articles(series, lists),
        find_on_this_day(traits),
        continued.chains,
        continued.refused,
        continued.meant,
    )


def find_related(traits: Mapping[str, Traits], cache: Path | None) -> dict[str, tuple[Related, ...]]:
    """The related articles by id; what was kept of them is read before and written after, where it has changed."""
    kept = read_kept(cache / KEPT, form()) if cache else None
    related, keeping = relate(traits, kept)
    if cache and keeping is not kept:
        keep(cache / KEPT, form(), keeping)
    return related
