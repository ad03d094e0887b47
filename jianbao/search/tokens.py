"""Tokens: what an index is asked for. Every Chinese character, every pair that follow one another, every word.

Never words of a dictionary: where a Chinese word begins depends on what stands around it, and a query has nothing around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import add
from zlib import crc32

from jianbao.text.characters import HAN

TITLE = "\x01"
"""Stands before a token of the title lines."""
FACET = "\x02"
"""Stands before what an article is listed under: `district:wenfengqu-410502`."""
_PREFIX = 3
_HAN_RUN = re.compile(f"[{HAN}]+")
WORD_CHARACTER = f"[^\\W_{HAN}]"
"""A letter or digit that is no Chinese character, as a pattern."""
_WORD = re.compile(f"{WORD_CHARACTER}+")


def text_tokens(folded: str) -> set[str]:
    """The tokens of a folded text: characters, pairs, words of letters and digits."""
    found = set(_WORD.findall(folded))
    for run in _HAN_RUN.findall(folded):
        found.update(run)
        found.update(map(add, run, run[1:]))
    return found


def phrase_tokens(folded: str) -> set[str]:
    """The tokens by which a folded phrase is looked up: pairs, words, and Chinese characters that stand alone."""
    found = set(_WORD.findall(folded))
    for run in _HAN_RUN.findall(folded):
        found.update(map(add, run, run[1:]) if len(run) > 1 else run)
    return found


def document_tokens(title: Iterable[str], text: Iterable[str], facets: Iterable[str]) -> set[str]:
    """All tokens of a document, from its folded title lines and paragraphs and from its facets."""
    lines = "\n".join(title)
    tokens = text_tokens("\n".join((lines, *text)))
    tokens.update(TITLE + token for token in text_tokens(lines))
    tokens.update(facets)
    return tokens


def place_of(token: str) -> int:
    """A number of 32 bits by which a token has its place among the shards.

    Words stand by their first three characters, so that all words with one beginning are in one shard; a token of the
    title lines stands where the same token of the text does.
    """
    key = token[1:] if token[0] == TITLE else token
    if len(key) > _PREFIX and key[0] != FACET:  # only words are so long
        key = key[:_PREFIX]
    return crc32(key.encode("utf-8"))
