"""What a Chinese word may do in the name of a body: told by the shipped lists, the gazetteer, and jieba's dictionary."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

from jianbao.knowledge.bodies import bodies
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.phrases import phrases
from jianbao.knowledge.thumb_index import ThumbIndex, indexed


class WordClass(IntEnum):
    """The classes, from what begins names to what never stands in one."""

    PLACE = 0
    """A place with its kind: 文峰区, 光华路街道, 中国."""
    STEM = 1
    """A place for short: 文峰, 河南."""
    LEVEL = 2
    """The kind of a place alone, as local papers write of their own: 区, 市."""
    SUBJECT = 3
    NOUN = 4
    PROPER = 5
    """A name, or a word that no dictionary knows."""
    DESCRIBING = 6
    VERB = 7
    NUMBER = 8
    ORDINAL = 9
    JOINING = 10
    GROUP = 11
    """What brackets or quotation marks hold inside a name: （安阳）."""
    POINTING = 12
    OUTSIDE = 13
    MARK = 14
    """Punctuation, a space, the beginning of the text."""


LEVELS = frozenset("省市区县州镇乡旗") | {"街道"}
PLACE_END = re.compile(r"..+(?:省|市|区|县|镇|乡|街道|社区|村|路|大道|自治州|旗|盟|大街|庄|屯|寨)")
_TAGS = re.compile(r"^(\S+) \d+ (v|d|p|c|r|u\w*|m|mq|q|t|y|vd|f|z|l|i|vi|k|e|o|ns|nr|nrt|nz|nt|a|ad)$", re.MULTILINE)
_BY_TAG = {"ns": WordClass.STEM, "nt": WordClass.NOUN}
_BY_TAG |= dict.fromkeys(("nr", "nrt", "nz"), WordClass.PROPER)
_BY_TAG |= dict.fromkeys(("v", "vd", "vi", "l", "i", "z", "a", "f", "ad"), WordClass.VERB)
_BY_TAG |= dict.fromkeys(("m", "mq", "q"), WordClass.NUMBER)
_FUNCTION_TAGS = frozenset("d p c r u ud ug uj ul uv uz m mq q t y vd f z k e o ad".split())
_ORDINAL = re.compile(r"第[一二三四五六七八九十百0-9]+")
_NUMBER = re.compile(r"[0-9０-９.,%一二三四五六七八九十百千万亿两几多余]+")
_WORDLY = re.compile(r"[\u3400-\u9fffA-Za-z·]+")


def class_of(word: str) -> WordClass:
    """The class of a word as a text is cut into. Whatever is asked again is answered from memory."""
    known = _memory().get(word)
    if known is None:
        known = _memory()[word] = _class_of(word)
    return known


@cache
def _memory() -> dict[str, WordClass]:
    """What was asked before, to begin with the shipped lists. Answers depend on the word alone."""
    lists = bodies()
    answers = dict.fromkeys(lists.describing, WordClass.DESCRIBING)
    answers |= dict.fromkeys(lists.outside, WordClass.OUTSIDE)
    answers |= dict.fromkeys(lists.subjects, WordClass.SUBJECT)
    answers |= dict.fromkeys(lists.pointing, WordClass.POINTING)
    answers |= dict.fromkeys(lists.roots, WordClass.PLACE)
    answers |= dict.fromkeys(lists.world - lists.describing, WordClass.STEM)
    answers |= dict.fromkeys(LEVELS, WordClass.LEVEL)
    answers |= dict.fromkeys(("和", "与", "及", "暨"), WordClass.JOINING)
    return answers


def is_function_word(word: str) -> bool:
    """Is it an adverb, a pronoun, a number, a particle …, a word that says nothing of the matter?"""
    return (_tags().find(word) or "n") in _FUNCTION_TAGS


def is_place_name(word: str) -> bool:
    """Is it a name of a province, a city or a district, whole or for short?"""
    return word in _places()


def place_before(text: str, end: int, floor: int) -> int:
    """Where the whole name of a city or district begins that closes right before `end`; `end` itself where none does."""
    if text[end - 1] in "市区县州旗盟省":
        for start in range(max(floor, end - 9), end - 2):
            if text[start:end] in _places():
                return start
    return end


@cache
def _places() -> dict[str, WordClass]:
    """The names of the gazetteer's provinces, cities and districts: whole or for short."""
    districts = Districts.load()
    names = [*districts.provinces, *districts.cities, *districts.named]
    stems = [name[:-1] for name in districts.named if len(name) > 2 and name[-1] in "市区县旗"]
    whole = {name: WordClass.PLACE if name[-1] in "省市区县州盟旗" else WordClass.STEM for name in names}
    return dict.fromkeys(stems, WordClass.STEM) | whole


@cache
def _transliterations() -> frozenset[str]:
    """The characters in which foreign names are written: 法兰克福."""
    return frozenset("".join(phrases("transliterations")))


@cache
def _tags() -> ThumbIndex[str]:
    """The words of jieba's dictionary whose part of speech decides, with its tag."""
    dictionary = chinese_lexicon().dictionary
    return indexed("tags", dictionary, lambda: dict(_TAGS.findall(dictionary.read_text(encoding="utf-8"))))


def _class_of(word: str) -> WordClass:
    if _ORDINAL.fullmatch(word):
        return WordClass.ORDINAL
    if _NUMBER.fullmatch(word):
        return WordClass.NUMBER
    if not _WORDLY.fullmatch(word):
        return WordClass.MARK
    place = _places().get(word)
    return _class_by_dictionary(word, _tags().find(word)) if place is None else place


def _class_by_dictionary(word: str, tag: str | None) -> WordClass:
    lists = bodies()
    if PLACE_END.fullmatch(word) and word not in lists.not_places and tag not in ("v", "d", "l", "i"):
        return WordClass.PLACE
    if len(word) > 3 and (tag == "nz" or word[:2] in lists.roots or word[:2] in lists.world):
        is_brand = _transliterations().issuperset(word) or word[-2:] in lists.describing  # 法兰克福, 恒瑞医药
        return WordClass.NOUN if tag == "nz" and not is_brand else WordClass.PROPER
    if tag is not None:
        return _BY_TAG.get(tag, WordClass.OUTSIDE)
    return WordClass.NOUN if len(word) == 1 or chinese_lexicon().is_word(word) else WordClass.PROPER
