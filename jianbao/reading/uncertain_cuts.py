"""Places where a sentence ends with a printed line, and the column does not tell whether its paragraph ends as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jianbao.knowledge.phrases import paragraph_openers
from jianbao.reading.fragments import Fragment
from jianbao.reading.lines import Block
from jianbao.reading.page import Sign
from jianbao.reading.sentence_ends import ends_clause

_FULL, _NEARLY_FULL = 1.6, 4.0
"""Ems: a line that falls short of its column by less may have ended there on purpose, or not."""
_OPENS = re.compile(r"\d{1,2}月|[近昨]日|[\"“]")
"""What often stands at the beginning of a paragraph, beside the paragraph openers."""


def opens_paragraph(text: str) -> bool:
    """Whether the text begins as paragraphs often do: 同时, 据了解, 9月22日, a quotation."""
    return bool(_OPENS.match(text)) or text.startswith(paragraph_openers())


def uncertain_cuts(blocks: Sequence[Block], fragments: Sequence[Fragment]) -> Iterator[Sign]:
    """Such places on a page, in reading order; where paragraphs are indented there are none."""
    starts = {fragment.span[0] for fragment in fragments}
    for block in blocks:
        if not block.measure or any(line.indent >= 1.0 for line in block.lines):
            continue
        for before, line in pairwise(block.lines):
            if ends_clause(before.text):
                name = _name(block, block.measure - before.width, line.text, line.span[0] in starts)
                if name:
                    yield Sign(name, 1.0, line.span)


def _name(block: Block, falls_short: float, text: str, cut: bool) -> str:
    """The name of the sign, or nothing where the column tells; measured on generated pages.

    Where printed lines are left, a paragraph begins at one in two of the full lines after which the text opens like one,
    and at one in five of the others; where spaces stand for them, the indent still shows, and it is one in ten, or none.
    """
    opens = opens_paragraph(text)
    if cut:
        sure = 0.0 if opens and block.spaced else _FULL if opens or block.spaced else _NEARLY_FULL
        return "cut_at_full_line" if falls_short < sure else ""
    if not opens:
        return "" if block.spaced else "passed_over"
    return "passed_over_spaced" if block.spaced else "passed_over_opener"
