"""The edition as it was printed, kept beside the archive that stands (`archive.standing`): what amending it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jianbao.archive.model import Archive, Entity
from jianbao.cabinet import Cabinet, fill
from jianbao.press.about_page import AboutFacts, about_facts
from jianbao.press.company import Appearances, all_appearances
from jianbao.press.edition import Edition, Entry, Facts, edition_of
from jianbao.press.entities import entities_by_kind
from jianbao.press.front_page import FrontFacts, front_facts
from jianbao.press.search_page import Entries, search_entries
from jianbao.press.stubs import Stub, Stubs
from jianbao.press.tally import Tally, tally
from jianbao.press.theme import open_theme
from jianbao.press.volume import Month, months_by_year
from jianbao.program_mark import program_mark
from jianbao.settings import Settings

FILE = "edition.cards"
"""In the cache."""
_DRAWER = "edition"


class Whole(NamedTuple):
    """What an edition says of the archive as a whole, whatever its single texts say; and, from `tally` on, what these come to.

    `arrived` are the articles as feeds announce them, newest first; `hidden` the entities that are not shown, by kind;
    `search` the lists on the page of the search, `years` the articles of the volumes of the data, month by month; `stubs`
    those of the texts as they were all printed last, `appearances` who appears in which article. `about` is what the index of
    the search says of itself, `months` are the marks of the months, by the first article of each, and `restubbed` the stubs
    of texts that are others by now.
    """

    entries: dict[str, Entry]
    arrived: tuple[str, ...]
    hidden: dict[str, frozenset[str]]
    day_paths: frozenset[str]
    without: frozenset[str]
    front: FrontFacts
    of_about: AboutFacts
    search: Entries
    years: dict[str, tuple[tuple[str, ...], ...]]
    stubs: dict[str, Stub]
    appearances: Appearances
    tally: Tally
    about: bytes
    months: dict[str, bytes]
    restubbed: dict[str, Stub]

    def volume(self, year: str) -> list[Month]:
        """The months of a volume."""
        return [Month(ids, self.months[ids[0]]) for ids in self.years[year]]


def keep_edition(edition: Edition, stubs: Stubs, about: bytes, mark: str) -> None:
    """Keep what is asked for when an article is amended, under the mark of the archive."""
    archive, told, volumes = edition.archive, tally(edition), months_by_year(edition, stubs)
    whole = Whole(
        dict(edition.entries),
        tuple(sorted(edition.rank, key=edition.rank.__getitem__)),
        {
            kind: frozenset(family.keys() - edition.entities[kind].keys())
            for kind, family in entities_by_kind(archive).items()
        },
        edition.day_paths,
        edition.site.without,
        front_facts(edition),
        about_facts(edition, told),
        search_entries(edition),
        {year: tuple(month.articles for month in months) for year, months in volumes.items()},
        {id: stubs.text(id) for id in archive.articles},
        all_appearances(archive),
        told,
        about,
        {month.articles[0]: month.mark for months in volumes.values() for month in months},
        {},
    )
    fill(edition.settings.folders.cache / FILE, _form(mark), _cards(whole))


def _cards(whole: Whole) -> Iterator[tuple[str, str, Any]]:
    return ((_DRAWER, field, value) for field, value in zip(Whole._fields, whole, strict=True))


class StandingEdition:
    """An edition as it was kept under the mark of its archive."""

    def __init__(self, cabinet: Cabinet) -> None:
        self._cabinet = cabinet
        self.whole = Whole(*(cabinet.card(_DRAWER, field) for field in Whole._fields))

    @classmethod
    def open(cls, cache: Path, mark: str) -> StandingEdition | None:
        """The edition of the archive that was kept under this mark; None where there is none. Raises `Damaged`."""
        cabinet = Cabinet.open(cache / FILE, _form(mark))
        if cabinet is None:
            return None
        try:
            return cls(cabinet)
        finally:
            cabinet.close()

    def keep(self, whole: Whole, mark: str) -> None:
        """Keep what is another one now, under another mark."""
        others = [card for card, old in zip(_cards(whole), self.whole, strict=True) if card[2] is not old]
        self._cabinet.add(others, _form(mark))

    def edition(self, archive: Archive, settings: Settings) -> Edition:
        """The edition of the archive as it is now, of which only texts are others."""
        language = settings.languages[0] if settings.languages else "zh-Hans"
        theme = open_theme(settings.theme, settings.folders.archive, language, settings.folders.cache)
        facts = Facts(
            self.whole.entries,
            {id: place for place, id in enumerate(self.whole.arrived)},
            {kind: _Shown(family, self.whole.hidden[kind]) for kind, family in entities_by_kind(archive).items()},
            self.whole.day_paths,
            self.whole.without,
        )
        return edition_of(archive, settings, theme, facts)


class _Shown(Mapping[str, Entity]):
    """The entities of a kind without those that are not shown."""

    def __init__(self, family: Mapping[str, Entity], hidden: frozenset[str]) -> None:
        self._family, self._hidden = family, hidden

    def __getitem__(self, slug: str) -> Entity:
        if slug in self._hidden:
            raise KeyError(slug)
        return self._family[slug]

    def __contains__(self, slug: object) -> bool:
        return slug not in self._hidden and slug in self._family

    def __iter__(self) -> Iterator[str]:
        return (slug for slug in self._family if slug not in self._hidden)

    def __len__(self) -> int:
        return len(self._family) - len(self._hidden)


def _form(mark: str) -> str:
    return f"edition {program_mark()} {mark}"
