"""The post as printed before a name, as far as it reaches to the left: 文峰区发改委主任, 市委常委、副市长."""

from __future__ import annotations

import re
from functools import cache

from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.phrases import phrases
from jianbao.knowledge.posts import posts

_LONGEST = 24
"""Characters in all."""
_BODY = re.compile(r"[\u4e00-\u9fffA-Za-z（）()“”]*\Z")


def printed_post(text: str, start: int, end: int) -> str:
    """The post text[start:end] with the body it belongs to, and the posts enumerated before it."""
    begin = _start_of_body(text, start)
    while begin and text[begin - 1] == "、" and (before := posts().ending(text, begin - 1)) < begin - 1:
        begin = _start_of_body(text, before)
    return text[max(begin, end - _LONGEST) : end] if end - begin <= _LONGEST else text[start:end]


def _start_of_body(text: str, start: int) -> int:
    """Where the body's name begins: behind punctuation, or behind a word that ends what was said before."""
    found = _BODY.search(text, max(0, start - _LONGEST), start)
    begin = here = found.start() if found else start
    for word in chinese_lexicon().cut(text[begin:start]):
        here += len(word)
        if word in _breaks():
            begin = here
    if "记者" in text[begin:start]:  # …日电（记者李明）国务院副总理
        begin = max(begin, text.rfind("）", begin, start) + 1, text.rfind(")", begin, start) + 1)
    for opening, closing in ("（）", "()", "“”"):
        if text.count(opening, begin, start) != text.count(closing, begin, start):
            begin = max(text.rfind(opening, begin, start), text.rfind(closing, begin, start)) + 1
    return begin


@cache
def _breaks() -> frozenset[str]:
    return frozenset(phrases("before_posts"))
