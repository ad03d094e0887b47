"""Signs in the text of an article: losses, words changed, quotes that do not pair, names left in it, odd characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianbao.reading.ledger import LOSS
from jianbao.reading.page import Edit, EditClass, Part, ReadArticle, Role, Sign, Span
from jianbao.reading.sentence_ends import ends_clause
from jianbao.reading.uncertain_cuts import opens_paragraph
from jianbao.text.characters import HAN

_BARE_LINE = 22
"""Characters: a paragraph that is not longer and has no stop is hardly one."""
_SHOWN = 14
"""So many characters before a loss are shown."""
_AROUND = 4
_OPENINGS_LEFT = ("本报讯", "□")
_NAMES_LEFT = re.compile(r"[（(](?:(?:本报)?(?:记者|通讯员)|[^（()）]{2,16}[摄攝][）)]|文[/／]?图)")
_GLYPHS, _SMALL, _STOPS, _HALF_WIDTH = r"\ue000-\uf8ff\ufffd", r"a-z\^~|<>_", "，。、；：", ",;:?!\"'"
_ODD = re.compile(
    rf"[{_GLYPHS}{_SMALL}{_STOPS}{_HALF_WIDTH}]"
    rf"(?:(?<=[{_GLYPHS}])|(?<=[{HAN}][{_SMALL}])(?=[{HAN}])|(?<=[{_STOPS}])[{_STOPS}]+"
    rf"|(?<=[{HAN}，。][{_HALF_WIDTH}])(?=[{HAN}]))"
)
"""Private-use glyphs, a small Latin letter between two Chinese characters, doubled stops, half-width stops in Chinese text.

Looked for by its first character, and then by what stands about it: a page is searched so in a fifth of the time."""
_TWICE = re.compile(r"([和是了与及从对把被将向在的])\1(?<!实在在)(?<!目的的)")
"""Words that hardly ever stand twice."""


def odd_texts(article: ReadArticle) -> Iterator[Sign]:
    """The signs, part by part."""
    for number, part in enumerate(article.parts):
        for edit in part.edits:
            if edit.after == LOSS:
                yield Sign(_kind_of_loss(part, article.parts[number + 1 :]), 1.0, _beside_loss(part, edit))
            elif edit.kind is EditClass.READING:
                yield Sign("changed_word", 1.0, (max(0, edit.span[0] - _AROUND), edit.span[1] + _AROUND))
        if part.role is not Role.BYLINE:
            yield from _in_text(part, article.parts[number + 1 :])


def _in_text(part: Part, later: Sequence[Part]) -> Iterator[Sign]:
    place = part.spans[0]
    if not _pairs(part.text) and not (later and later[0].text.startswith("“")):
        yield Sign("quotes", 1.0, place)
    if part.role is Role.PARAGRAPH and len(part.text) <= _BARE_LINE and not ends_clause(part.text):
        yield Sign("bare_line", 1.0, place)
    if part.role is not Role.CREDIT and _has_names_left(part.text):
        yield Sign("names_left", 1.0, place)
    for odd in (_ODD, _TWICE):
        for _ in odd.finditer(part.text):
            yield Sign("odd_character", 1.0, place)


def _has_names_left(text: str) -> bool:
    return any(opening in text for opening in _OPENINGS_LEFT) or bool(_NAMES_LEFT.search(text))


def _pairs(text: str) -> bool:
    """Whether every quotation mark has its partner; a quotation of several paragraphs closes in the last one alone."""
    return text.count("“") == text.count("”") and not text.count('"') % 2


def _kind_of_loss(part: Part, later: Sequence[Part]) -> str:
    """How the article goes on: a loss is surest before a paragraph that opens as paragraphs do."""
    after = next((one.text for one in later if one.role in (Role.PARAGRAPH, Role.SUBHEAD)), "")
    if part.text.startswith(LOSS):
        return "loss_before"
    if not after:
        return "loss_at_end"
    if after.startswith(("“", '"')):
        return "loss_before_quote"
    return "loss_before_opener" if opens_paragraph(after) else "loss_in_sentence"


def _beside_loss(part: Part, edit: Edit) -> Span:
    """The last characters before the loss, or the first after one at the beginning."""
    at = edit.span[0]
    if part.text.startswith(LOSS) and at == part.spans[0][0]:
        return part.spans[0]
    return max(at - _SHOWN, 0, *(start for start, end in part.spans if start < at <= end)), at
