"""The bench: where sheets are printed that differ from what stands, and wait until all are made.

Beside the site, on its volume, so that moving a file is a matter of its name. In a site that is new the files wait in
their own folders, which are then moved whole.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, count
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from jianbao.at_rest import collector_at_rest
from jianbao.frozen import frozen
from jianbao.hands import share_out
from jianbao.press.galley import Galley, Place, Work
from jianbao.press.last_edition import LastEdition, Printed, manifest_of, standing, stands
from jianbao.press.sheet import Sheet
from jianbao.problems import Problem, Words

Report = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is in all."""

LOOSE: Place = (1 << 30, 0, 0)
"""Sheets that belong to no galley stand behind all others."""
WHOLE = "whole"
"""The folder of the bench that becomes a new site."""
_PER_FOLDER = 1000
"""Waiting files in one folder: few enough for every file system, many enough to spare making folders."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Row(NamedTuple):
    """A sheet: its place, its number in its job, its file, how it was printed, where it waits (nothing: it stands)."""

    place: Place
    number: int
    file: str
    printed: Printed
    waits: str = ""


_Told = tuple[Place, int, str] | tuple[Place, int, str, tuple[Any, ...], str]
"""What one hand tells of a sheet: the first three alone where all is as it was."""


@frozen
class Staged:
    """An edition made and not yet delivered: where each changed file waits; `files` are all, as they stand or wait."""

    changed: Mapping[str, str]
    files: Mapping[str, Printed]
    further: Mapping[str, Sequence[str]]
    bytes: int
    ours: frozenset[str]
    is_new: bool
    problems: tuple[Problem, ...]


@frozen
class Bench:
    """The `site`, the `folder` where sheets wait, the files that are `ours` in the site and how they were printed last."""

    site: str
    folder: str
    last: LastEdition
    ours: frozenset[str]
    is_new: bool

    @classmethod
    def at(cls, site: Path, folder: Path, last: LastEdition) -> Bench:
        """The bench for a site; `folder` is empty."""
        ours = manifest_of(site, last)
        is_new = not ours and not (site.exists() and any(site.iterdir()))
        return cls(str(site), str(folder), last, ours, is_new)

    def print_all(self, galleys: Sequence[Galley], hands: int, report: Report) -> list[Row]:
        """Print what differs of all galleys, and tell of every sheet, in the order of the edition."""
        with collector_at_rest():
            work = [partial(self._print, galley) for galley in galleys]
            rows = share_out(work, hands, lambda begun: report("sheets", begun + 1, len(work)))
            return sorted(map(self._row, chain.from_iterable(rows)), key=itemgetter(0, 1))

    def print_here(self, sheets: Iterable[Sheet]) -> list[Row]:
        """Print what differs of sheets that belong to no galley, in their order."""
        placed = ((LOOSE, sheet) for sheet in sheets)
        return [self._row(told) for told in self._go_through(placed, self._places(f"loose-{os.urandom(4).hex()}"))]

    def _row(self, told: _Told) -> Row:
        """The row of a sheet that some hand told of."""
        if len(told) == 3:
            return Row(*told, self.last.files[told[2]])
        place, number, file, printed, waits = told
        return Row(place, number, file, Printed(*printed), waits)

    def _print(self, galley: Galley) -> list[_Told]:
        """What one hand does with a galley."""
        name = f"{galley.family}-{galley.piece}-{galley.first}"
        return list(self._go_through(galley.sheets(), self._places(name)))

    def _go_through(self, work: Iterable[tuple[Place, Work]], places: Iterator[str]) -> Iterator[_Told]:
        """Of a job with the docket of the last edition, whose files stand as they stood then, no sheet is looked at."""
        made: set[str] = set()
        for place, one in work:
            if isinstance(one, Sheet):
                yield self._look_at(place, 0, one, b"", made, places)
                continue
            docket = one.tell()
            files = self._standing(one.file, docket)
            if files:
                yield from ((place, number, file) for number, file in enumerate(files))
            else:
                for number, sheet in enumerate(one.sheets()):
                    yield self._look_at(place, number, sheet, docket, made, places)

    def _standing(self, first: str, docket: bytes) -> Sequence[str]:
        """The files of a job where all were printed under this docket and stand as they stood then; else none."""
        files = (first, *self.last.further.get(first, ()))
        for file in files:
            printed = self.last.files.get(file)
            if printed is None or printed.docket != docket or file not in self.ours:
                return ()
            if not stands(self.site, file, printed):
                return ()
        return files

    def _look_at(
        self, place: Place, number: int, sheet: Sheet, docket: bytes, made: set[str], places: Iterator[str]
    ) -> _Told:
        """A sheet with the mark that it had in the last edition, whose file stands as it stood then, is not even printed."""
        file, mark, waits = sheet.file, sheet.mark, ""
        stand = standing(self.site, file) if file in self.ours else None
        printed = self.last.files.get(file)
        if stand is None or printed is None or (printed.mark, printed.standing) != (mark, stand):
            data = sheet.make()
            if stand is None or not _stands(f"{self.site}/{file}", data):
                waits = self._put(file, data, made, places)
                stand = standing(waits)
            assert stand is not None, "it was just written or read"
        changed = None if sheet.listed is None else sheet.changed
        return place, number, file, (mark, stand.size, stand.mtime, docket, changed), waits

    def _put(self, file: str, data: bytes, made: set[str], places: Iterator[str]) -> str:
        """Write a file where it is to wait."""
        if self.is_new:
            path = f"{self.folder}/{WHOLE}/{file}"
            above = path.rpartition("/")[0]
            if above not in made:
                _make_folder(above)
                made.add(above)
            if _write(path, data):
                return path
        path = next(places)  # another sheet has the name, or the site stands
        _write(path, data)
        return path

    def _places(self, name: str) -> Iterator[str]:
        """Names for waiting files; `name` is that of a galley, which no other hand has."""
        for number in count():
            folder = f"{self.folder}/{name}-{number // _PER_FOLDER}"
            if number % _PER_FOLDER == 0:
                os.makedirs(folder, exist_ok=True)
            yield f"{folder}/{number}"


def gather(rows: Sequence[Row], bench: Bench) -> Staged:
    """The edition from all its sheets; of two for one file the first counts."""
    first: dict[str, Row] = {}
    problems = []
    for row in rows:
        if first.setdefault(row.file.casefold(), row) is not row:
            problems.append(_twice(row.file))
            if row.waits:
                os.unlink(row.waits)
    if problems and bench.is_new:
        for row in first.values():
            _put_in_place(row, bench)
    return Staged(
        {row.file: row.waits for row in first.values() if row.waits},
        {row.file: row.printed for row in first.values()},
        _further(first.values()),
        sum(row.printed.size for row in first.values()),
        bench.ours,
        bench.is_new,
        tuple(problems),
    )


def _further(rows: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """The files of jobs behind the first, by that."""
    firsts = {row.place: row.file for row in rows if row.number == 0 and row.printed.docket}
    further: dict[str, list[str]] = {}
    for row in rows:
        if row.number and row.place in firsts:
            further.setdefault(firsts[row.place], []).append(row.file)
    return {first: tuple(files) for first, files in further.items()}


def _put_in_place(row: Row, bench: Bench) -> None:
    """Let the sheet that counts have the name that another one took first."""
    own = f"{bench.folder}/{WHOLE}/{row.file}"
    if row.waits != own:
        os.makedirs(os.path.dirname(own), exist_ok=True)
        os.replace(row.waits, own)


def _make_folder(path: str) -> None:
    try:
        os.mkdir(path)
    except OSError:  # it is there, or what is above it is not
        os.makedirs(path, exist_ok=True)


def _write(path: str, data: bytes) -> bool:
    """Write a new file; False where one of this name is there."""
    try:
        file = os.open(path, _NEW, 0o666)
    except FileExistsError:
        return False
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)
    return True


def _stands(path: str, data: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read() == data
    except OSError:
        return False


def _twice(file: str) -> Problem:
    return Problem(
        f"site/{file}",
        Words(
            "两个不同的东西要用同一个网址，只写了前一个。",
            "Two things claim the same address; only the first was written.",
        ),
        Words(
            "请在 content/_authority/ 里给其中一个改 slug。", "Give one of them another slug in content/_authority/."
        ),
    )
