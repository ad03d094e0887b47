"""Where the name of a body begins: of all places to its left the one where the name costs least.

What stands in a name costs by its class (a subject nothing, a verb much), what is left standing before it costs too (a
place that is cut off, much), and names that begin with a place are cheap. Sums below zero are good names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from jianbao.archive.names.organization_ends import KNOWN, LastWord
from jianbao.archive.names.organization_names import Name, Word, is_name
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.word_classes import LEVELS, WordClass, class_of, place_before
from jianbao.text.characters import is_han

LONGEST = 32
"""Characters of a name, at most."""
DEAREST = 3.5
"""What a name may cost at most."""
NEVER = 100.0
C = WordClass
_OFFICE = {
    C.PLACE: 0.0, C.STEM: 0.0, C.LEVEL: 0.0, C.SUBJECT: 0.0, C.NOUN: 2.0, C.PROPER: 2.5, C.DESCRIBING: 1.0, C.VERB: 4.0,
    C.NUMBER: 4.5, C.ORDINAL: 0.5, C.JOINING: 1.0, C.GROUP: 1.5, C.POINTING: NEVER, C.OUTSIDE: NEVER, C.MARK: NEVER,
}  # fmt: skip
_FREE = {
    C.PLACE: 0.2, C.STEM: 0.2, C.LEVEL: 0.2, C.SUBJECT: 0.3, C.NOUN: 0.6, C.PROPER: 0.2, C.DESCRIBING: 0.3, C.VERB: 3.5,
    C.NUMBER: 3.0, C.ORDINAL: 0.2, C.JOINING: 1.5, C.GROUP: 0.2, C.POINTING: NEVER, C.OUTSIDE: NEVER, C.MARK: NEVER,
}  # fmt: skip
_TRADE = {**_FREE, C.NOUN: 0.6, C.DESCRIBING: 0.6, C.SUBJECT: 2.0, C.VERB: 4.0, C.NUMBER: 4.0, C.PLACE: 1.0}
_LEGAL = {**_FREE, C.NOUN: 0.4, C.VERB: 1.2, C.NUMBER: 1.0}
_TASK = {**_OFFICE, C.NOUN: 0.4, C.VERB: 0.6, C.DESCRIBING: 0.3, C.PROPER: 1.0}
INSIDE: Mapping[str, Mapping[WordClass, float]] = {
    "office": _OFFICE, "rooted": _OFFICE, "whole": _OFFICE, KNOWN: _OFFICE, "task": _TASK,
    "free": _FREE, "world": _FREE, "legal": _LEGAL, "trade": _TRADE,
}  # fmt: skip
FIRST = {C.PLACE: -3.0, C.STEM: -3.0, C.LEVEL: -2.5}
"""What a name costs that begins with such a word; with any other nothing."""
BEFORE = {
    C.PLACE: 4.0, C.STEM: 4.0, C.LEVEL: 4.0, C.SUBJECT: 1.5, C.NOUN: 1.5, C.PROPER: 1.5, C.DESCRIBING: 1.5, C.VERB: 0.5,
    C.NUMBER: 2.5, C.ORDINAL: 1.0, C.JOINING: 0.0, C.GROUP: 0.5, C.POINTING: 0.0, C.OUTSIDE: 0.0, C.MARK: 0.0,
}  # fmt: skip
"""What it costs to leave such a word standing before the name."""
PLACE_INSIDE = 3.0
"""What a place costs to whose left the name goes on with anything but a place: names begin with places."""
STEM_INSIDE = 0.6
"""The same for the short name of a place behind the brand of a company: 阿里巴巴 + 华南."""
CHAINED = -2.0
"""What it costs to stand right behind a body that one belongs to: 市公安局 + 交警支队."""
MANY_WORDS = 0.15
"""What every word costs."""
_PLACES = frozenset((C.PLACE, C.STEM, C.LEVEL))


def possible_names(
    text: str, ends: Sequence[int], last: LastWord, before: Mapping[int, Name], local: Mapping[str, WordClass]
) -> Iterator[Name]:
    """The names that may end with `last`, each cheaper than the ones before it.

    `before` are the cheapest names by their end, `local` the words that are places or people here.
    """
    costs = INSIDE[last.is_end.freedom]
    words: list[Word] = []
    inside, least = 0.0, DEAREST
    first: WordClass | None = None
    for word in words_to_the_left(text, ends, last, local):
        start = words[-1].start if words else last.start
        top = before.get(start)
        if top and _may_hang(top, text, first, last, words):
            name = Name(top.start, last.end, last, tuple(words), inside + CHAINED, top)
        else:
            standing = NEVER if word.is_a is C.GROUP and text[start - 1] == "·" else 0.0 if top else BEFORE[word.is_a]
            name = Name(start, last.end, last, tuple(words), inside + _begins(first, last) + standing)
        if name.cost < least and is_name(text, name, word.is_a, ends):
            least = name.cost
            yield name
        if word.is_a >= C.POINTING:
            return
        inside += costs[word.is_a] + MANY_WORDS + _joint(word, first, last)
        if inside > DEAREST - min(FIRST.values()):
            return
        words.append(word)
        first = word.is_a


def _begins(first: WordClass | None, last: LastWord) -> float:
    """What it costs to begin with such a word."""
    return FIRST.get(first, 0.0) if first is not None and last.is_end.freedom != "trade" else 0.0


def _may_hang(above: Name, text: str, first: WordClass | None, last: LastWord, words: Sequence[Word]) -> bool:
    """May a unit stand behind another body? One that begins with a place only where it is a branch: 中国银行 + 开源路支行."""
    if last.is_end.freedom in (KNOWN, "trade") or first is C.JOINING or any(word.is_a is C.VERB for word in words):
        return False
    if not words and text[last.start] in LEVELS:
        return False
    if last.is_end.freedom == "legal":
        return above.last.is_end.kind == "company"
    if first in (C.PLACE, C.LEVEL):
        return last.is_end.freedom == "rooted" and words[-1].end - words[-1].start > 1
    return True


def _joint(word: Word, right: WordClass | None, last: LastWord) -> float:
    """What it costs that a word stands before one of the class `right`."""
    if word.is_a is C.JOINING and not _may_be_joined(right, last):
        return NEVER
    if right in _PLACES and word.is_a not in _PLACES:
        in_brand = right is C.STEM and last.is_end.freedom in ("free", "legal") and word.is_a in (C.PROPER, C.GROUP)
        return STEM_INSIDE if in_brand else PLACE_INSIDE
    return 0.0


def _may_be_joined(right: WordClass | None, last: LastWord) -> bool:
    """May 和 stand before it in a name? 自然资源和规划局, 农业农村和水利局."""
    if right is None:
        return last.is_end.freedom in ("office", "rooted") and last.end - last.start > 2
    return right in (C.SUBJECT, C.NOUN, C.DESCRIBING)


def words_to_the_left(text: str, ends: Sequence[int], last: LastWord, local: Mapping[str, WordClass]) -> Iterator[Word]:
    """The words before the last one, nearest first, as far as names reach; then a mark."""
    floor = max(0, last.end - LONGEST)
    at = last.start
    number = bisect_left(ends, at)
    while at > floor:
        if number and ends[number - 1] >= at:
            number -= 1
            continue
        start = place_before(text, at, floor)
        if start < at:
            yield Word(start, at, C.PLACE)
            at = start
            continue
        start = max(ends[number - 1] if number else 0, floor)
        if text[at - 1] == "·":
            yield Word(at - 1, at, C.GROUP)
            start = at - 1
        elif text[at - 1] in "）”":
            start = _opening(text, at, floor)
            yield Word(start, at, C.GROUP if start < at - 1 else C.MARK)
        elif text[start:at] in local:
            yield Word(start, at, local[text[start:at]])
        else:
            for word in _pieces(text, start, at):
                yield word
                start = word.start
        at = start
    yield Word(floor, floor, C.MARK)


def _opening(text: str, end: int, floor: int) -> int:
    """Where the brackets or quotation marks open that close before `end`; one before `end` where they hold too much."""
    start = text.rfind("（" if text[end - 1] == "）" else "“", max(floor, end - 12), end)
    return start if start >= 0 else end - 1


_SPLIT_FIRST = frozenset("企据获经某省市区县镇乡村该本由在和与到对向为从将被让请经是的了及入赴驻送给办")

_SPLIT_LAST = frozenset("和与及由在对向被")


def _pieces(text: str, start: int, end: int) -> Iterator[Word]:
    """The word, or where the cut has glued something in front of an unknown one, the two."""
    word = text[start:end]
    is_a = class_of(word)
    if word[0] == "和" and is_a is C.PLACE and len(word) == 2 and start and is_han(text[start - 1]):
        yield Word(start + 1, end, C.LEVEL)  # 海事处和县公安局
        yield Word(start, start + 1, C.JOINING)
    elif word[0] in _SPLIT_FIRST and len(word) > 1 and _is_glued(word, is_a):
        yield Word(start + 1, end, class_of(word[1:]))
        yield Word(start, start + 1, class_of(word[0]))
    elif word[-1] in _SPLIT_LAST and len(word) > 1 and is_a is C.PROPER and not chinese_lexicon().is_word(word):
        yield Word(end - 1, end, class_of(word[-1]))
        yield Word(start, end - 1, class_of(word[:-1]))
    elif is_a is C.LEVEL or len(word) > 1 or is_a is not C.NOUN:
        yield Word(start, end, is_a)
    else:
        yield Word(start, end, C.PROPER)


def _is_glued(word: str, is_a: WordClass) -> bool:
    """Has the cut joined two words? 由区, 该区."""
    if is_a is C.OUTSIDE:
        return len(word) == 2 and class_of(word[1]) is C.LEVEL
    return is_a is C.PROPER and not chinese_lexicon().is_word(word)
