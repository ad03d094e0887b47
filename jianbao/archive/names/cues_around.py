"""What stands before and after a name: a post, a word of speaking, the edge of a clause."""

from __future__ import annotations

import re
from typing import NamedTuple

from jianbao.knowledge.person_cues import person_cues
from jianbao.knowledge.phrases import single_surnames
from jianbao.knowledge.posts import posts

PAUSES = frozenset(" \u3000：:")
"""May stand between a post and the name: 记者 张三, 主持人：李四."""
BETWEEN = frozenset("、 \u3000")
"""Between the names of an enumeration."""
SPEAKS = re.compile("[地着](?:对[\u4e00-\u9fff]{1,4})?说")
"""高兴地说, 笑着说, 激动地对记者说: the end of it."""
_MANNER = re.compile(f"[\u4e00-\u9fff]{{1,5}}{SPEAKS.pattern}")
_DETAILS = re.compile(
    r"[（(](?:[左右中前后][一二三四1-9]?[）)、，]|男|女|身份|化名|[\u4e00-\u9fff]{0,6}[左右中])|[，,]\s?(?:男|女|今年|现年|\d{1,3}岁|19\d\d年)"
)
"""王芳（左）, 李明，男, 张三，45岁."""


_CREDIT = re.compile("[ \u3000]{1,2}(?:摄|文/图|图/文|文图|供图)")
"""郭红 摄."""


class Cue(NamedTuple):
    """What tells of a name: its points, the rule, and the post with the place where it begins."""

    points: float
    rule: str = ""
    post: str = ""
    start: int = 0


def is_enumerated(text: str, start: int, end: int) -> bool:
    """Whether a comma of an enumeration, or a space, stands on one side of text[start:end]."""
    return text[end : end + 1] in BETWEEN or text[start - 1 : start] in BETWEEN


def cue_before(text: str, start: int, edge: int) -> Cue:
    """What stands before text[start]; the Chinese text begins at text[edge]."""
    weights, known = person_cues().weights, posts()
    end = start - 1 if start == edge and text[start - 1 : start] in PAUSES else start
    begin = known.ending(text, end) if end else end
    if begin < end:
        post = text[begin:end]
        if post in person_cues().addresses and text[begin - 1 : begin] in single_surnames():
            return Cue(0.0, "form")
        return Cue(weights["crowd" if known.is_crowd(post) else "post"], "post", post, begin)
    if start == edge:
        return Cue(weights["never" if text[start - 1 : start] == "·" else "start"], "form")
    points = person_cues().left.before(text, start)
    return Cue(points, "called" if points > 5 else "form")


def cue_after(text: str, end: int, edge: int) -> Cue:
    """What stands after text[end]; the Chinese text ends at text[edge]."""
    cues = person_cues()
    if text[end : end + 1] == "·":
        return Cue(cues.weights["never"])
    if end < edge:
        if _MANNER.match(text, end):
            return Cue(cues.right.points["说"], "speaker")
        points = cues.right.after(text, end)
        if text[end] in cues.adverbs:
            points = max(points, cues.right.after(text, end + 1))
        return Cue(points, "speaker" if points > 3 else "form")
    if _CREDIT.match(text, end):
        return Cue(cues.right.points["说"], "speaker")
    if end < len(text) and text[end] in "（(，," and _DETAILS.match(text, end):
        return Cue(cues.right.points["说"], "details")
    return Cue(cues.weights["end"], "form")
