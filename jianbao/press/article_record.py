"""An article as one line of the data files: all that is known of it, in a fixed order of keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jianbao.archive.model import Article, Named
from jianbao.press.edition import Edition
from jianbao.press.printed_date import read_edtf

TEXT = "text"
FIELDS = (
    "id", "title", "display", "kind", "issued", "date", "inferred", "newspaper", "page", "page_id", "page_name",
    "authors", "source", "districts", "topics", "keywords", "people", "organizations", "places", "related", "series",
    "continued", "language", "url", TEXT,
)  # fmt: skip
"""The keys of a record, in their order. A key whose value is not known has an empty one."""


def facts_of(edition: Edition, article: Article) -> dict[str, Any]:
    """The record of an article that may be shown, without its text."""
    front, archive = article.front, edition.archive
    values = (
        article.id,
        front.title,
        article.display,
        front.kind,
        front.issued,
        front.date,
        list(article.inferred),
        edition.newspaper(article.newspaper or front.newspaper)[0],
        front.page,
        article.page,
        front.page_name,
        [{"name": author.name, "role": author.role} for author in front.authors],
        [{"file": source.file, "lines": [list(lines) for lines in source.lines]} for source in front.source],
        [archive.districts[slug].label for slug in article.districts],
        [archive.topics[slug].name for slug in article.topics],
        list(article.keywords),
        _named(edition, article.people),
        _named(edition, article.organizations),
        _named(edition, article.places),
        [
            {"id": other.article, "zh": other.zh, "en": other.en}
            for other in article.related
            if other.article in edition.entries
        ],
        [archive.series[slug].name for slug in article.series if slug in archive.series],
        [id for id in article.continued if id in edition.entries],
        edition.language_of(article),
        edition.site.absolute(article.path),
    )
    return dict(zip(FIELDS[:-1], values, strict=True))


def year_of(article: Article) -> str:
    """The year in which an article was printed (`2022`), as far as it is known; else nothing."""
    read = read_edtf(article.front.date or article.front.issued)
    return f"{read.year:04}" if read else ""


def _named(edition: Edition, named: Iterable[Named]) -> list[dict[str, str]]:
    return [_one(edition, one) for one in named]


def _one(edition: Edition, one: Named) -> dict[str, str]:
    """The name as the article prints it, and the full one where that is another."""
    told = {"name": one.printed or one.name, "kind": one.kind, "parent": one.parent}
    if one.printed and one.printed != one.name:
        told["full"] = one.name
    return {**told, "url": edition.site.absolute(one.path)} if one.path else told
