"""Where a sentence ends: the stop, whatever closes after it, and the English full stops that end none (`Mr.`)."""

from __future__ import annotations

import re

from jianbao.knowledge.phrases import phrases
from jianbao.text.characters import CLOSING, has_han

_CLOSERS = rf"[\"'\s\]{re.escape(CLOSING)}]*"
_STOP = re.compile(rf"(?:[。！？…!?]{_CLOSERS}|[》。！？\"”][)）]|[。！？!?][\"”]?\s*[(（][^()（）]{{2,24}}[)）])$")
_STOP_LATIN = re.compile(rf"[.!?]{_CLOSERS}$")
_HALT = re.compile(rf"[：:；;]{_CLOSERS}$")
_LAST_WORD = re.compile(r"\b([A-Za-z]+)\.$")


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    if _STOP.search(text):
        return True
    return bool(_STOP_LATIN.search(text)) and not has_han(text) and not _is_abbreviated(text)


def ends_clause(text: str) -> bool:
    """Whether the text ends as a sentence does, or with a colon or semicolon."""
    return ends_sentence(text) or bool(_HALT.search(text))


def _is_abbreviated(text: str) -> bool:
    """Whether the full stop belongs to a word such as `Mr.`, or to an initial."""
    found = _LAST_WORD.search(text)
    return found is not None and (found[1] in phrases("abbreviations") or (len(found[1]) == 1 and found[1].isupper()))
