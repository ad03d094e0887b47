"""/data/: everything to take away. The articles as JSON Lines, a file a year, and a page that says what is in them."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from jianbao.archive.model import Article
from jianbao.press.article_record import FIELDS, TEXT, facts_of, year_of
from jianbao.press.edition import Edition
from jianbao.press.sheet import Late, Sheet, mark_of
from jianbao.press.stubs import Stubs

HOME = "data/"
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A file of data: how many bytes it has, and their SHA-256 in hexadecimal digits."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Row:
    """A file of data as the page lists it; `year` is empty for the articles without one."""

    path: str
    year: str
    articles: int

    @classmethod
    def of(cls, year: str, articles: int) -> Row:
        """The file of a year with so many articles."""
        return cls(f"{HOME}articles-{year or UNDATED}.jsonl.gz", year, articles)


class Volume:
    """The articles of one year as a compressed file. Remembers what it weighed when it was made."""

    def __init__(self, edition: Edition, stubs: Stubs, year: str, articles: list[Article]) -> None:
        """The `articles` of a year, or with an empty `year` those without one, in the order of the archive."""
        self.row = Row.of(year, len(articles))
        self._edition, self._stubs, self._articles = edition, stubs, articles
        self._weighed: Weighed | None = None

    def sheet(self) -> Sheet:
        """The file; its mark is made of the facts of the articles and of the digests of the files that have the texts."""
        told = b"".join(self._stubs.facts(one.id) for one in self._articles)
        return Sheet(self.row.path, self._stubs.docket(told).hex(), self.make)

    def make(self) -> bytes:
        """The bytes: the same for the same articles, whatever the day, the system and the name of the file."""
        packed = BytesIO()
        with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=packed, mtime=0) as lines:
            for article in self._articles:
                record = {**facts_of(self._edition, article), TEXT: article.plain}
                line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
                lines.write(f"{line}\n".encode())
        data = packed.getvalue()
        self._weighed = weigh(data)
        return data

    def weighed(self) -> Weighed:
        """What the file weighs. One that was not made anew stands in the site as it was made."""
        standing = self._edition.settings.folders.site / self.row.path
        if self._weighed is None and standing.is_file():
            self._weighed = weigh(standing.read_bytes())
        return self._weighed or weigh(self.make())


def data_sheets(edition: Edition, stubs: Stubs) -> Iterator[Sheet]:
    """The files of data and then their page, which tells what each of them weighs."""
    by_year: dict[str, list[Article]] = {}
    for article in edition.archive.articles.values():
        if article.id in edition.entries:
            by_year.setdefault(year_of(article), []).append(article)
    volumes = [
        Volume(edition, stubs, year, by_year[year]) for year in sorted(by_year, key=lambda year: (not year, year))
    ]
    sheets = [volume.sheet() for volume in volumes]
    yield from sheets
    marks = [sheet.mark for sheet in sheets]
    yield data_page(edition, [volume.row for volume in volumes], marks, [volume.weighed for volume in volumes])


def data_page(
    edition: Edition, rows: Sequence[Row], marks: Sequence[str], weigh: Sequence[Callable[[], Weighed]]
) -> Sheet:
    """The page of the data: the files as `rows`, the `marks` of their sheets, and what tells how much each weighs."""
    view = {
        "fields": FIELDS,
        "rows": rows,
        "weighed": Late(mark_of(marks), partial(_weigh_all, weigh)),
        "newspapers": edition.settings.newspapers,
    }
    return edition.page("data.html", HOME, view)


def _weigh_all(weigh: Sequence[Callable[[], Weighed]]) -> list[Weighed]:
    return [weighed() for weighed in weigh]


def weigh(data: bytes) -> Weighed:
    """What a file of data weighs."""
    return Weighed(len(data), hashlib.sha256(data).hexdigest())
