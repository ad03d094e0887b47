"""The pages below seeds/: most raw files are one; of a file that holds several each has a name and a digest of its own.

What was read as one page stays one page, whatever a newer program would make of its file: its articles have addresses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import cache, partial

from jianbao.content.page_name import cut_name, page_name
from jianbao.content.pages_table import PagesTable
from jianbao.frozen import frozen
from jianbao.problems import Problem
from jianbao.reading.keeping.matching import alike
from jianbao.reading.keeping.page_numbers import FilePages, number_pages
from jianbao.reading.keeping.raw_look import Look, PageInFile, look_at, pages_in, text_of
from jianbao.reading.keeping.seeds import RawFile, Seeds, Stretch
from jianbao.reading.keeping.shelf import PageCard, Shelf
from jianbao.reading.keeping.stat_memory import StatMemory
from jianbao.reading.keeping.unreadable import in_use

OldText = Callable[[PageCard], str]


@frozen
class SeedPage:
    """A page below seeds/: a raw file (`a.txt`), or the stretch of one that holds several (`a.txt#2`).

    `sha256` is the digest of the file's bytes, of a stretch that of its text in UTF-8; `without_space` leaves white
    space out.
    """

    file: str
    raw: RawFile
    sha256: str
    without_space: str
    stretch: Stretch | None = None

    @property
    def lines(self) -> tuple[int, ...]:
        """The first and the last line of a stretch."""
        return self.stretch.lines if self.stretch else ()

    @property
    def lines_before(self) -> int:
        """How many lines of the raw file stand before the page."""
        return self.stretch.first - 1 if self.stretch else 0


@frozen
class RawPages:
    """All pages below seeds/ in order. `names` are theirs and those of pages whose file cannot be opened or read now.

    `goes_on` gives by its name a page that was read before, also where it had another name or another text.
    """

    pages: tuple[SeedPage, ...] = ()
    names: frozenset[str] = frozenset()
    goes_on: Mapping[str, PageCard] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def find_raw_pages(seeds: Seeds, shelf: Shelf, table: PagesTable, memory: StatMemory, old_text: OldText) -> RawPages:
    """The pages of all raw files; `old_text` is asked for the raw text of a page as it was read before."""
    finder = _Finder(seeds, shelf, table, old_text)
    found = []
    for raw in seeds.files:
        try:
            found.append(finder.pages_of(raw, look_at(raw, memory)))
        except OSError as error:
            found.append(RawPages((), finder.names_of(raw), problems=(in_use(f"seeds/{raw.file}", error),)))
    return RawPages(
        tuple(page for one in found for page in one.pages),
        frozenset(name for one in found for name in one.names),
        {name: card for one in found for name, card in one.goes_on.items()},
        tuple(problem for one in found for problem in one.problems),
    )


class _Finder:
    """Finds the pages of one raw file, knowing what stands on the shelf and in pages.csv."""

    def __init__(self, seeds: Seeds, shelf: Shelf, table: PagesTable, old_text: OldText) -> None:
        self._shelf = shelf
        self._table = table
        self._old_text = old_text
        self._cards: dict[str, list[PageCard]] = defaultdict(list)
        for card in sorted(shelf.pages.values(), key=lambda card: (card.lines, card.folder)):
            self._cards[card.raw_file].append(card)
        self._by_digest = {card.sha256: card for card in shelf.pages.values()}
        in_locked = (file for folder in shelf.locked for file in shelf.files.get(folder, ()))
        self._locked = {file.id.partition("/")[0] for file in in_locked}
        self._called_so: dict[str, set[int]] = defaultdict(set)
        for raw in seeds.files:
            name, number = cut_name(raw.file)
            if number:
                self._called_so[name].add(number)

    def names_of(self, raw: RawFile) -> frozenset[str]:
        """The names of the file and of the pages that were read from it."""
        return frozenset((raw.file, *(card.file for card in self._cards.get(raw.file, ()))))

    def pages_of(self, raw: RawFile, look: Look) -> RawPages:
        """The pages of the file. Raises OSError where its text is needed and cannot be read."""
        own = self._cards.get(raw.file, [])
        had_several = any(card.lines for card in own)
        several = look.several or (pages_in(raw) if had_several else ())  # the last page of several keeps its name
        if not several:
            return RawPages((SeedPage(raw.file, raw, *look.digests),), self.names_of(raw))
        if self._stays_whole(raw, look, own):
            return RawPages((SeedPage(raw.file, raw, *look.digests),), frozenset([raw.file]))
        return self._several(raw, own, several)

    def _several(self, raw: RawFile, own: Sequence[PageCard], several: Sequence[PageInFile]) -> RawPages:
        """The pages of a file that holds several. One that is new waits while a record is damaged: it may be that page."""
        ids = self._table.ids_by_number(raw.file)
        locked = [page_name(raw.file, number) for number, page_id in ids.items() if page_id in self._locked]
        cards: dict[str, PageCard] = {}
        pages = []
        for (stretch, digests), (number, card) in zip(several, self._numbered(raw, own, several), strict=True):
            name = page_name(raw.file, number)
            if card is not None:
                cards[name] = card
            if card is not None or not locked:
                pages.append(SeedPage(name, raw, *digests, stretch))
        return RawPages(tuple(pages), frozenset((*locked, *(page.file for page in pages))), cards)

    def _stays_whole(self, raw: RawFile, look: Look, own: Sequence[PageCard]) -> bool:
        """Whether the file was read as one page that holds more than one of its stretches, or whose folder is gone."""
        before = next((card for card in own if not card.lines), None)
        page_id, _ = self._table.page_of(raw.file)
        if page_id and not own and page_id not in self._shelf.pages:
            return True
        if before is None or before.sha256 == look.digests.sha256:
            return before is not None
        text, old = text_of(raw), self._old_text(before)
        return sum(alike(stretch.of(text), old) for stretch, _ in look.several) > 1

    def _numbered(
        self, raw: RawFile, own: Sequence[PageCard], several: Sequence[PageInFile]
    ) -> list[tuple[int, PageCard | None]]:
        digests = [one.digests.sha256 for one in several]
        elsewhere = {sha256: card for sha256 in digests if (card := self._by_digest.get(sha256))}
        known = FilePages(
            own,
            {sha256: card for sha256, card in elsewhere.items() if card.raw_file != raw.file},
            {number: id for number, id in self._table.ids_by_number(raw.file).items() if id not in self._shelf.pages},
            self._called_so.get(raw.file, ()),
        )
        text = cache(partial(text_of, raw))
        return number_pages(digests, known, lambda place: several[place].stretch.of(text()), self._old_text)
