"""Quotations: the sentence around the place where an article names somebody or something, and where it is read."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape

from jianbao.archive.model import Article, Quote
from jianbao.archive.names.passage import CAPTION, TEXT, captions_of, title_of
from jianbao.content.markdown import paragraphs_of
from jianbao.frozen import frozen
from jianbao.press.typeset import set_body

AROUND = 70
"""Of a very long sentence so many characters on either side of the name are shown."""

_SENTENCE_END = re.compile(r"(?:[。！？]|……)+[”’』」）)]*|[.!?][”’\")]*(?=\s)|\n")
_ODD_LINE = re.compile(r"^(?:[ \t]|[-+*>|~`=_:<]|#(?!# \S)|\d{1,9}[.)])|\r|\n\n\n", re.MULTILINE)
"""What can make a block of a body that is neither a paragraph nor a `##` sub-head."""
_PARAGRAPH = re.compile(r"<p id=[^>]*>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@frozen
class Quotation:
    """A sentence in three pieces, the name between what stands before and after it; `anchor` is the id of its paragraph."""

    anchor: str
    before: str
    name: str
    after: str


def quotations_of(article: Article, quotes: tuple[Quote, ...], starts: array[int]) -> list[Quotation]:
    """The sentences of one article in which the quotes stand, each once. `starts` as `paragraph_starts` tells them."""
    found: dict[tuple[str, int], Quotation] = {}
    for quote in quotes:
        text = text_of(article, quote.part)
        start, end = sentence_around(text, quote.start, quote.end)
        anchor = anchor_of(quote, text, starts)
        found.setdefault((quote.part, start), _cut(text, start, quote, end, anchor))
    return list(found.values())


def text_of(article: Article, part: str) -> str:
    """The text of a part of an article: its title lines, its plain text or its captions."""
    front = article.front
    if part == TEXT:
        return article.plain
    return captions_of(front) if part == CAPTION else title_of(front)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends in which text[start:end] stands; a line break ends it too."""
    line = text.rfind("\n", 0, start) + 1
    first = line
    for match in _SENTENCE_END.finditer(text, line, start):
        first = match.end()
    close = _SENTENCE_END.search(text, end)
    last = len(text) if close is None else close.start() if close[0] == "\n" else close.end()
    return first, last


def anchor_of(quote: Quote, text: str, starts: array[int]) -> str:
    """The id of the paragraph or the caption in the article's page; nothing for the title lines."""
    if quote.part == TEXT:
        number = bisect_right(starts, quote.start)
        return f"p{number}" if number else ""
    return f"c{text.count(chr(10), 0, quote.start) + 1}" if quote.part == CAPTION else ""


def paragraph_starts(article: Article) -> array[int]:
    """Where in the plain text each paragraph begins that has an id (p1, p2 …) in the article's page."""
    if _ODD_LINE.search(article.body):
        return array("l", _starts_as_set(article))
    blocks, starts, at = article.body.strip("\n").split("\n\n"), array("l"), 0
    for block, text in zip(blocks, article.plain.split("\n\n"), strict=False):
        if not block.startswith("## "):
            starts.append(at)
        at += len(text) + 2
    return starts


def _starts_as_set(article: Article) -> Iterator[int]:
    """The same, read from the HTML: what is no paragraph there, such as a list, belongs to the paragraph before it."""
    blocks, at = [], 0
    for _, text in paragraphs_of(article.body):
        blocks.append(("".join(text.split()), at))
        at += len(text) + 2
    for paragraph in _PARAGRAPH.findall(set_body(article.body, "")):
        words = "".join(unescape(_TAG.sub("", paragraph)).split())
        same = next((place for place, (text, _) in enumerate(blocks) if text == words), None)
        yield blocks[same or 0][1] if blocks else at
        del blocks[: 0 if same is None else same + 1]


def _cut(text: str, start: int, quote: Quote, end: int, anchor: str) -> Quotation:
    before, after = text[start : quote.start].lstrip(), text[quote.end : end].rstrip()
    if len(before) > AROUND:
        before = "…" + before[-AROUND:]
    if len(after) > AROUND:
        after = after[:AROUND] + "…"
    return Quotation(anchor, before, text[quote.start : quote.end], after)
