"""The archive as the index has it: its documents by number, and where a list of results finds each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from posixpath import commonprefix
from typing import Any

from jianbao.archive.model import Archive, Article
from jianbao.archive.read_many import digest
from jianbao.search.document import Document
from jianbao.search.facets import facet_tokens

BLOCK = 256
"""So many numbers stand in one file of documents."""


def documents_of(archive: Archive) -> dict[int, Article]:
    """The articles that lists may name, by their numbers, ascending."""
    numbered = {one.number: one for one in archive.articles.values() if one.front.withheld is None and one.number >= 0}
    return dict(sorted(numbered.items()))


def document_of(article: Article) -> Document:
    """What the index takes of an article."""
    return Document(article.number, *passages_of(article), facet_tokens(article))


def passages_of(article: Article) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the title; and the text: paragraphs, captions, the label, every name of the by-line by itself."""
    front = article.front
    captions = (caption.text for caption in front.captions)
    names = (author.name for author in front.authors)
    title, text = (*front.kicker, front.title, *front.subtitle), (*article.plain.split("\n\n"), *captions)
    return tuple(filter(None, title)), tuple(filter(None, (*text, front.section, *names)))


def mark_of(article: Article, facets: tuple[str, ...]) -> str:
    """Stands for all that the index takes of an article with these facets."""
    told = "\n".join((article.digest, *facets))
    return digest(told)


def blocks(documents: Mapping[int, Article]) -> Iterator[tuple[int, bytes]]:
    """The ids of a block of numbers as JSON: for each number how much its id shares with the one before, and the rest.

    A number that nobody has gets an empty rest. No more than ids: what results say of an article stands on its own page,
    which is fetched to confirm them.
    """
    for block, numbers in groupby(documents, key=lambda number: number // BLOCK):
        ids = {number: documents[number].id for number in numbers}
        before, rows = "", list[int | str]()
        for number in range(block * BLOCK, max(ids) + 1):
            id = ids.get(number, before)
            shared = len(commonprefix((before, id)))
            rows += (shared, id[shared:])
            before = id
        yield block, encode(rows)


def encode(value: Any) -> bytes:
    """JSON in as few bytes as it can be."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").encode(
        "utf-8", "replace"
    )  # no name of the archive is markup, wherever it is read
