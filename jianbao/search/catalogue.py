"""The archive as the index has it: its documents by number, and what a list of results says of each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from itertools import groupby
from typing import Any

from jianbao.archive.model import Archive, Article
from jianbao.archive.order import printed_day
from jianbao.search.document import Document
from jianbao.search.facets import facet_tokens

BLOCK = 64
"""So many numbers stand in one file of documents."""


def documents_of(archive: Archive) -> dict[int, Article]:
    """The articles that lists may name, by their numbers, ascending."""
    numbered = {one.number: one for one in archive.articles.values() if one.front.withheld is None and one.number >= 0}
    return dict(sorted(numbered.items()))


def document_of(article: Article) -> Document:
    """What the index takes of an article."""
    front = article.front
    title = (*front.kicker, front.title, *front.subtitle)
    captions = (caption.text for caption in front.captions)
    return Document(article.number, title, (*article.plain.split("\n\n"), *captions), facet_tokens(article))


def mark_of(article: Article, facets: tuple[str, ...]) -> str:
    """Stands for all that the index takes of an article with these facets."""
    told = "\n".join((article.digest, *facets))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def blocks(archive: Archive, documents: Mapping[int, Article]) -> Iterator[tuple[int, bytes]]:
    """The rows of the documents, a block at a time, as JSON."""
    for block, numbers in groupby(documents, key=lambda number: number // BLOCK):
        yield block, encode([_row(archive, documents[number]) for number in numbers])


def _row(archive: Archive, article: Article) -> list[Any]:
    """Number, id, display, paper, printed day as known (EDTF), page, names of districts, kind, language."""
    front, paper = article.front, archive.newspapers.get(article.newspaper)
    districts = [
        archive.districts[slug].label.replace("/", "") for slug in article.districts if slug in archive.districts
    ]
    return [
        article.number,
        article.id,
        article.display,
        paper.name if paper else front.newspaper,
        printed_day(front),
        front.page,
        districts,
        front.kind,
        front.language,
    ]


def encode(value: Any) -> bytes:
    """JSON in as few bytes as it can be."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
