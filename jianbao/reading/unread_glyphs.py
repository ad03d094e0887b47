"""Glyphs that say nothing: private-use code points, kept as printed, and the marks of characters that were lost before.

A private-use code point (U+E000–F8FF, planes 15 and 16) had a shape in the paper's own font only; U+FFFD and `锟斤拷`
stand where a program could not read. Nobody but a reader of the page can say what they were.
"""

from __future__ import annotations

import re
from collections import defaultdict

from jianbao.reading.page import Doubt, Span

_UNREAD = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]|锟斤拷(?:锟斤拷)*|\ufffd+")
_MARK_OF_BYLINE = re.compile(
    r"^\s*[\ue000-\uf8ff](?=\s*(?:本报|本報|本刊|见习|特约|记者|記者|通讯员|通訊員))", re.MULTILINE
)
_LINES_NAMED = 5


def list_unread_glyphs(raw: str) -> tuple[Doubt, ...]:
    """A doubt for each private-use code point of the page, and one for what was lost: on which lines, and how often."""
    marks = {found.end() - 1 for found in _MARK_OF_BYLINE.finditer(raw)}
    places: dict[str, list[Span]] = defaultdict(list)
    for found in _UNREAD.finditer(raw):
        if found.start() not in marks:
            places[found[0] if len(found[0]) == 1 and found[0] != "\ufffd" else "\ufffd"].append(found.span())
    return tuple(_doubt(glyph, spans, raw) for glyph, spans in sorted(places.items(), key=lambda item: item[1]))


def _doubt(glyph: str, spans: list[Span], raw: str) -> Doubt:
    lines = list(dict.fromkeys(raw.count("\n", 0, start) + 1 for start, _ in spans))
    named = ", ".join(map(str, lines[:_LINES_NAMED]))
    more = len(lines) > _LINES_NAMED
    zh = f"第 {named.replace(', ', '、')}{' 等' if more else ''}行"
    en = f"line{'s' if len(lines) > 1 else ''} {named}{' and more' if more else ''}"
    times = len(spans)
    if glyph == "\ufffd":
        return Doubt(
            spans[0],
            f"{zh}有 {times} 处文字在来源中已损坏（�、锟斤拷），无法复原，请对照原报补正",
            f"in {times} place{'s' if times > 1 else ''} (�, 锟斤拷; {en}) text was lost before it came here; "
            "see the paper",
        )
    code = f"U+{ord(glyph):04X}"
    return Doubt(
        spans[0],
        f"{zh}有本报自造的字符 {code}（共 {times} 次），照录未改；原报上是什么字，请补正",
        f"{code} ({times} time{'s' if times > 1 else ''}; {en}) is a glyph of the paper's own font, kept as it stands; "
        "see the paper for what it shows",
    )
