"""The name of a body as it is read from its last word to the left; whether it says enough to be one, and of which kind."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from jianbao.archive.names.organization_ends import KNOWN, LastWord
from jianbao.knowledge.bodies import bodies
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.word_classes import WordClass, class_of

C = WordClass
_ROOTS = frozenset((C.PLACE, C.STEM, C.LEVEL))
_NOT_OF_PAPERS = frozenset((C.VERB, C.ORDINAL, C.NUMBER))
_SUBJECTS = frozenset((C.SUBJECT, C.NOUN, C.PROPER))
_DESCRIPTIVE = frozenset((C.DESCRIBING, C.SUBJECT, C.GROUP, C.NUMBER))
_AFTER_TRADE = frozenset((C.MARK, C.OUTSIDE, C.POINTING, C.VERB, C.PROPER, C.NUMBER, C.JOINING, C.DESCRIBING))
_VAGUE = frozenset(("委", "办", "部", "处", "报", "网", "中心"))
"""Last words before which something must say what for."""
_CALLED_BY_A_WORD = frozenset(("小学", "中学", "幼儿园"))
_LISTED = frozenset("、等")
WHOLE_AT_MOST = 1.0
"""What stands before a word that is a name by itself must not look like a part of it: 能力 + 建设部."""


class Named(NamedTuple):
    """A body of that kind is named at text[start:end]."""

    start: int
    end: int
    kind: str


class Word(NamedTuple):
    """A word of the text, text[start:end]."""

    start: int
    end: int
    is_a: WordClass


class Name(NamedTuple):
    """A name of a body at text[start:end]: its last word, the words of its last unit before that, nearest first."""

    start: int
    end: int
    last: LastWord
    words: tuple[Word, ...]
    cost: float
    above: Name | None = None
    """The name of the body that it belongs to and stands right behind: 市公安局 of 市公安局交警支队."""


def is_name(text: str, name: Name, before: WordClass, ends: Sequence[int]) -> bool:
    """Does it say enough to be a name? 该公司, 定点医院 and 服务中心 do not. `before` is the class of the word before it."""
    freedom = name.last.is_end.freedom
    classes = [word.is_a for word in name.words]
    rooted = bool(name.above) or (bool(classes) and classes[-1] in _ROOTS)
    if freedom == KNOWN:
        return _ROOTS.issuperset(classes) and not name.above
    if before is C.POINTING and not rooted:
        return False
    if freedom == "whole":
        return name.cost <= WHOLE_AT_MOST
    if not classes and not name.above:
        return False
    if freedom == "trade":
        return _is_called_by_trade(text, name, classes, ends)
    return _says_enough(text, name, classes, rooted=rooted)


def _says_enough(text: str, name: Name, classes: Sequence[WordClass], *, rooted: bool) -> bool:
    of_the_world = bool(classes) and text[name.words[-1].start : name.words[-1].end] in bodies().world
    match name.last.is_end.freedom:
        case "rooted":
            return rooted and (text[name.last.start : name.end] not in _VAGUE or _has_subject(name, classes))
        case "office":
            return (
                classes[:1] == [C.SUBJECT] or (rooted and name.end - name.last.start > 1) or _has_subject(name, classes)
            )
        case "task":
            return rooted or len(classes) > 1
        case "world":
            return of_the_world
        case "legal":
            return classes[-1:] != [C.GROUP] and (rooted or not _DESCRIPTIVE.issuperset(classes))
    if _is_a_deed_of_the_place(classes):
        return False
    return (
        rooted
        or (of_the_world and len(classes) > 1)
        or C.GROUP in classes
        or _has_brand(name)
        or _is_school(text, name)
    )


def _is_school(text: str, name: Name) -> bool:
    """Is it a school that is called by one plain word: 育才小学?"""
    return [text[word.start : word.end] in bodies().school_words for word in name.words] == [True] and text[
        name.last.start : name.end
    ] in _CALLED_BY_A_WORD


def _is_a_deed_of_the_place(classes: Sequence[WordClass]) -> bool:
    """Does a verb follow on the whole name of a place: 东门街道联合 + 方圆环保公司?"""
    behind = len(classes) - next((at for at, is_a in enumerate(reversed(classes)) if is_a not in _ROOTS), len(classes))
    roots = classes[behind:]
    return bool(roots) and behind > 1 and roots[0] is not C.STEM and classes[behind - 1] is C.VERB


def _has_brand(name: Name) -> bool:
    """Is there a name among its words? One character alone is none."""
    brand = [word.end - word.start for word in name.words if word.is_a is C.PROPER]
    return sum(brand) > 1


def _has_subject(name: Name, classes: Sequence[WordClass]) -> bool:
    """Does a name that ends in one character say what for? A newspaper or a site says it by two words: 中国旅游报."""
    if name.last.is_end.kind == "media":
        return len(classes) > 1 and not _NOT_OF_PAPERS.intersection(classes)
    return bool(classes) and (classes[0] is C.SUBJECT or (C.SUBJECT in classes and classes[0] in _SUBJECTS))


def _is_called_by_trade(text: str, name: Name, classes: Sequence[WordClass], ends: Sequence[int]) -> bool:
    """Is it a company that is called by its brand and its trade, and not a beginning of something else?"""
    after = class_of(text[name.end : ends[bisect_right(ends, name.end)]]) if name.end < ends[-1] else C.MARK
    if after not in _AFTER_TRADE or len(classes) > 3:
        return False
    if not _has_brand(name) and C.NOUN not in classes:
        return False
    listed = text[name.end : name.end + 1] in _LISTED or text[name.start - 1 : name.start] == "、"
    is_word = chinese_lexicon().is_word
    if listed and (C.PROPER in classes or (C.NOUN in classes and text[name.end - 1] == "业")):
        return True
    return any(word.is_a is C.PROPER and not is_word(text[word.start : word.end]) for word in name.words)


def kind_of(name: Name) -> str:
    """The kind of body; an office of a company is of the company."""
    kind = name.last.is_end.kind
    if name.above and name.last.is_end.freedom == "rooted" and kind in ("government", "other"):
        return kind_of(name.above)
    return kind
