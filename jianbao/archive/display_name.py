"""What an article is called where it has no headline, and how it begins: texts for lists, feeds and citations."""

from __future__ import annotations

import re

from jianbao.content.article import FrontMatter

PHOTO, LOST, WITHHELD = ("〔图片〕", "[Photo] "), ("〔题佚〕", "[Headline lost] "), ("〔已撤下〕", "[Withheld]")
CLAUSE, CLAUSE_LATIN = 20, 60
"""Characters of the text at most that stand for a headline."""
SHORTEST_CLAUSE = 8
"""A clause shorter than this (9月22日，) says too little alone."""
SUMMARY, SUMMARY_LATIN = 120, 280
CLAUSE_END = re.compile(r"[，。；：！？…]|[,.;:!?](?=\s|$)|\n")
MAY_END = frozenset("。！？.!?”’）\"')\n")
"""All characters of which the end of a sentence is made."""
SENTENCE_END = re.compile(r"[。！？][”’）]*|[.!?][\"')]*(?=\s|$)|\n\n")


def display_name(front: FrontMatter, plain: str) -> str:
    """The headline, or for an untitled article a mark in the article's language and how its text begins."""
    if front.withheld:
        return WITHHELD[is_latin(front)].strip()
    if front.title:
        return front.title
    mark = (PHOTO if front.kind == "photo" else LOST)[is_latin(front)]
    text = plain or next((caption.text for caption in front.captions if caption.text), "")
    return (mark + first_clause(text, is_latin(front))).strip()


def is_latin(front: FrontMatter) -> bool:
    """Is the article in a language that parts its words by spaces? Articles without a language are Chinese."""
    return not (front.language or "zh").lower().startswith(("zh", "ja", "lzh"))


def first_clause(text: str, latin: bool) -> str:
    """How the text begins, up to the first clause that says something, cut with `…` where the clause is long."""
    text = " ".join(text.split())
    longest = CLAUSE_LATIN if latin else CLAUSE
    ends = (match.start() for match in CLAUSE_END.finditer(text))
    end = next((end for end in ends if end >= SHORTEST_CLAUSE), len(text))
    if end <= longest:
        return text[:end] + ("…" if end < len(text.rstrip("。.!！")) else "")
    return cut(text, longest)


def cut(text: str, longest: int) -> str:
    """The beginning of a text with `…` after it, not within a Latin word or a number unless it is endless."""
    end = longest
    while end > longest // 2 and within_word(text, end):
        end -= 1
    return text[:end].rstrip(" ，、,;：:") + "…"


def within_word(text: str, at: int) -> bool:
    """Would a cut before text[at] go through a Latin word or a number?"""
    return all(character.isascii() and character.isalnum() for character in text[at - 1 : at + 1])


def summary(plain: str, latin: bool) -> str:
    """The first sentences of the text, whole as long as they fill half of the room, else cut with `…`."""
    longest = SUMMARY_LATIN if latin else SUMMARY
    start = " ".join(plain[: 4 * longest].split())
    if len(start) <= longest:
        return start
    end = last_sentence_end(start, longest // 2, longest)
    return start[:end].strip() if end else cut(start, longest)


def last_sentence_end(text: str, least: int, most: int) -> int:
    """The end of the last sentence that ends between `least` and `most`, both included; 0 where none does."""
    first = least
    while first and text[first - 1] in MAY_END:  # the mark may stand before, and what closes it behind
        first -= 1
    ends = [end for match in SENTENCE_END.finditer(text, first) if least <= (end := match.end()) <= most]
    return ends[-1] if ends else 0
