"""A volume: the articles of one year as a compressed file of JSON Lines, month by month, so that an edit makes one month anew.

The file is one gzip member after the other (RFC 1952, 2.2), which unpack as one text.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from jianbao.archive.model import Article
from jianbao.frozen import frozen
from jianbao.kept import keep, read_kept
from jianbao.press.article_record import TEXT, facts_of, year_of
from jianbao.press.edition import Edition
from jianbao.press.printed_date import read_edtf
from jianbao.press.sheet import Sheet
from jianbao.press.stubs import Stubs
from jianbao.program_mark import program_mark

HOME = "data/"
UNDATED = "undated"
FOLDER = "volumes"
"""In the cache."""


@frozen
class Weighed:
    """A file of data: how many bytes it has, and their SHA-256 in hexadecimal digits."""

    bytes: int
    sha256: str


@frozen
class Row:
    """A file of data as the page lists it; `year` is empty for the articles without one."""

    path: str
    year: str
    articles: int


class Month(NamedTuple):
    """Articles of a volume that stand together, by id; the mark of what is told of them."""

    articles: tuple[str, ...]
    mark: bytes


class _Made(NamedTuple):
    """A volume as it was made: the mark of its sheet, its SHA-256, and of every month the mark and the bytes it takes."""

    mark: str
    sha256: str
    months: Sequence[tuple[bytes, int]]


class Volume:
    """The articles of one year (an empty `year`: those without one), in the order of the archive."""

    def __init__(self, edition: Edition, stubs: Stubs, year: str, months: Sequence[Month]) -> None:
        self.row = Row(f"{HOME}articles-{year or UNDATED}.jsonl.gz", year, sum(len(one.articles) for one in months))
        self._edition, self._months = edition, months
        self._mark = stubs.docket(*(one.mark for one in months)).hex()
        self._standing = edition.settings.folders.site / self.row.path
        self._kept = edition.settings.folders.cache / FOLDER / f"{year or UNDATED}.kept"
        self._form = f"volume 1 {program_mark()}"

    def sheet(self) -> Sheet:
        """The file; its mark is made of the facts of the articles and of the digests of the files that have the texts."""
        return Sheet(self.row.path, self._mark, self.make)

    def make(self) -> bytes:
        """The bytes: the same for the same articles, whatever the day, the system and the name of the file.

        The months that are as they were are taken from the file that stands.
        """
        standing = dict(self._standing_months())
        members = [standing.get(one.mark) or self._member(one.articles) for one in self._months]
        data = b"".join(members)
        sizes = [(one.mark, len(member)) for one, member in zip(self._months, members, strict=True)]
        keep(self._kept, self._form, (self._mark, _sum_of(data), sizes))
        return data

    def weighed(self) -> Weighed:
        """What the file weighs, as it was made, or stands in the site."""
        made = self._made()
        if made and made.mark == self._mark:
            return Weighed(sum(size for _, size in made.months), made.sha256)
        data = _bytes(self._standing) or self.make()
        return Weighed(len(data), _sum_of(data))

    def _made(self) -> _Made | None:
        kept = read_kept(self._kept, self._form)
        return _Made(*kept) if kept else None

    def _standing_months(self) -> Iterator[tuple[bytes, bytes]]:
        """The mark and the bytes of every month in the file that stands, if that is what was made last."""
        made = self._made()
        data = _bytes(self._standing) if made else b""
        if made and data and _sum_of(data) == made.sha256:
            start = 0
            for mark, size in made.months:
                yield mark, data[start : start + size]
                start += size

    def _member(self, ids: Iterable[str]) -> bytes:
        lines = []
        for article in map(self._edition.archive.articles.__getitem__, ids):
            record = {**facts_of(self._edition, article), TEXT: article.plain}
            lines.append(json.dumps(record, ensure_ascii=False, separators=(",", ":")))
        packed = BytesIO()
        with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=packed, mtime=0) as member:
            member.write("".join(f"{line}\n" for line in lines).encode())
        return packed.getvalue()


def months_by_year(edition: Edition, stubs: Stubs) -> dict[str, tuple[Month, ...]]:
    """The months of every volume, in the order of the years; what has none stands at the end."""
    by_year: dict[str, list[Article]] = {}
    for article in edition.archive.articles.values():
        if article.id in edition.entries:
            by_year.setdefault(year_of(article), []).append(article)
    return {
        year: tuple(month_of(stubs, tuple(one.id for one in run)) for _, run in groupby(by_year[year], key=_month_of))
        for year in sorted(by_year, key=lambda year: (not year, year))
    }


def month_of(stubs: Stubs, ids: tuple[str, ...]) -> Month:
    """Articles that stand together."""
    return Month(ids, stubs.docket(*map(stubs.facts, ids)))


def _month_of(article: Article) -> int:
    read = read_edtf(article.front.date or article.front.issued)
    return read.month or 0 if read else 0


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # it is not there, or in use: all is made anew
        return b""


def _sum_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
