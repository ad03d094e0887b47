"""What belongs together in the whole archive: the story of this room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jianbao.archive.arrange import Arranged
from jianbao.archive.lists import Lists
from jianbao.archive.load import Shelf
from jianbao.archive.model import Related, Review
from jianbao.archive.stories.related import KEPT, relate
from jianbao.archive.stories.traits import Traits
from jianbao.kept import keep, read_kept
from jianbao.program_mark import program_mark


@dataclass(frozen=True, slots=True)
class Stories:
    """What each article belongs to, by id; the lists of the series; the joins that were refused, for the review list."""

    related: Mapping[str, tuple[Related, ...]] = field(default_factory=dict)
    series: Lists = field(default_factory=lambda: Lists({}, {}))
    series_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    on_this_day: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    continued: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    refused: tuple[Review, ...] = ()


NO_STORIES = Stories()


def tell_stories(traits: Mapping[str, Traits], cache: Path | None) -> Stories:
    """Everything that ties articles together; `cache` keeps what was found related."""
    form = f"related {program_mark()}"
    kept = read_kept(cache / KEPT, form) if cache else None
    related, keeping = relate(traits, kept)
    if cache and keeping is not kept:
        keep(cache / KEPT, form, keeping)
    return Stories(related)
