"""Names that only sign, in the text itself: 记者 张三 通讯员 李四, 王五 摄."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jianbao.archive.names.reading_of_name import Reading
from jianbao.knowledge.phrases import pairs
from jianbao.knowledge.posts import posts

_CREDIT = re.compile(r"\s*(?:(?P<both>文/图|图/文|文图|图文|摄影报道)|摄影?(?![\u4e00-\u9fff])|供图)")
_BETWEEN = frozenset(("、", " ", "\u3000", ""))


def role_of(text: str, reading: Reading) -> str:
    """The role in which somebody signs here; empty where the name is one of somebody written about."""
    credit = _CREDIT.match(text, reading.end)
    if credit:
        return "text-and-photo" if credit["both"] else "photographer"
    if posts().is_shielded(reading.post):
        return ""  # 小记者
    return next((role for word, role in pairs("role_words").items() if reading.post.endswith(word)), "")


def pass_on_posts(text: str, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Of names enumerated after a word for many people or a role (区领导刘涛、谷静; 记者张三、李四) all have that post."""
    before: Reading | None = None
    for reading in readings:
        if before and not reading.post and _goes_on(text, before, reading):
            before = replace(reading, post=before.post, post_start=before.post_start)
        else:
            before = reading
        yield before


def _goes_on(text: str, before: Reading, reading: Reading) -> bool:
    joined = text[before.end : reading.start] in _BETWEEN
    return joined and bool(before.post) and (posts().is_crowd(before.post) or bool(role_of(text, before)))
