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


_REST_OF_ROW = re.compile("(?:[ 　][一-鿿]{2,4})*[）)](?:\n|\\Z)")
_LONGEST_ROW, _LONGEST_CREDIT = 24, 6
_CREDITED = re.compile(r"(?:文/图|图/文|文图|图文|撰文|摄影|供图|撰稿|供稿|编辑|作者)[:： 　]{1,2}\Z")
"""文/图 王军."""
_DATELINE = frozenset(("讯 ", "讯\u3000", "电 ", "电\u3000"))
"""Behind a dateline they may sign who report: 本报讯 张三、李四报道."""
_IS = frozenset("为是系")
"""Between a post and the name: 指导老师为方红霞."""
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


def signs_in_row(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] stands in brackets with nothing but names, at the end of a paragraph: （朱善永 宣扬）."""
    if text[end : end + 1] not in ") ）\u3000" or not _REST_OF_ROW.match(text, end):
        return False
    opening = max(text.rfind(mark, max(0, start - _LONGEST_ROW), start) for mark in "（(")
    return opening >= 0 and all(2 <= len(word) <= 4 for word in text[opening + 1 : start].split())


def cue_before(text: str, start: int, edge: int) -> Cue:
    """What stands before text[start]; the Chinese text begins at text[edge]."""
    weights, known = person_cues().weights, posts()
    end = start - 1 if start == edge and text[start - 1 : start] in PAUSES else start
    begin = known.ending(text, end) if end else end
    if end < start and _CREDITED.search(text, max(0, start - _LONGEST_CREDIT), start):
        return Cue(weights["post"], "signs")
    if begin < end:
        post = text[begin:end]
        if post in person_cues().addresses and text[begin - 1 : begin] in single_surnames():
            return Cue(0.0, "form")
        return Cue(weights["crowd" if known.is_crowd(post) else "post"], "post", post, begin)
    if start == edge:
        if text[max(0, start - 2) : start] in _DATELINE:
            return Cue(weights["crowd"], "form")
        return Cue(weights["never" if text[start - 1 : start] == "·" else "start"], "form")
    if text[start - 1] in _IS and known.ending(text, start - 1) < start - 1:
        return Cue(weights["crowd" if text[start - 1] == "是" else "called"], "called")
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
