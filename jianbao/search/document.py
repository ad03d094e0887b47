"""A document: what the index takes of one article."""

from __future__ import annotations

import json
import zlib
from typing import NamedTuple

from jianbao.search.tokens import document_tokens
from jianbao.text.folding import fold


class Document(NamedTuple):
    """An article's number, its title lines, its paragraphs with its captions, and its facets as tokens."""

    number: int
    title: tuple[str, ...]
    text: tuple[str, ...]
    facets: tuple[str, ...]

    @property
    def tokens(self) -> set[str]:
        """All tokens of a folded document."""
        return document_tokens(self.title, self.text, self.facets)

    @property
    def scanned(self) -> str:
        """The text of a folded document in which a plain scan looks: no match goes over the end of a passage."""
        return "\n".join((*self.title, *self.text))


def fold_document(document: Document) -> Document:
    """The document with its passages folded, each by itself."""
    title, text = (tuple(filter(None, map(fold, passages))) for passages in (document.title, document.text))
    return document._replace(title=title, text=text)


def keep_document(folded: Document) -> bytes:
    """The document as the cache has it."""
    return zlib.compress(
        json.dumps(folded, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), 1
    )


def kept_document(data: bytes) -> Document:
    """The folded document that was kept. Raises zlib.error or ValueError where it is damaged."""
    number, title, text, facets = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    return Document(number, tuple(title), tuple(text), tuple(facets))
