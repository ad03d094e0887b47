"""Advertisements: notices of lost papers, to let, for sale, wanted. Told by their words and by telephone numbers."""

from __future__ import annotations

import re
from functools import cache

from jianbao.knowledge.phrases import phrases
from jianbao.text.characters import ems

PHONE = re.compile(r"\d{3,4}-\d{7,8}|1[3-9]\d{9}|(?<!\d)\d{6,8}(?!\d)")
"""A telephone number, or a postcode."""
_LONG_NUMBER = re.compile(r"\d{6}")
"""What every telephone number and postcode has, and hardly a text: found ten times as fast."""
_LONGEST = 150
"""Ems: what is longer and speaks of sales is an article."""
_SURE = 2.0


@cache
def _words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that count by themselves, and those that count only beside another."""
    entries = phrases("advertisement_words")
    return tuple(e for e in entries if not e.endswith("~")), tuple(e[:-1] for e in entries if e.endswith("~"))


def advertises(text: str) -> float:
    """How much a fragment speaks as an advertisement does: 0 not at all, 2 and more for certain."""
    if ems(text) > _LONGEST:
        return 0.0
    own, beside = _words()
    said = len([word for word in own if word in text])
    numbered = _LONG_NUMBER.search(text) and PHONE.search(text)
    more = any(word in text for word in beside) + bool(numbered)
    return said + min(more, 1 + said) if said else 0.5 * more


def is_sure(said: float) -> bool:
    """Whether as much makes an advertisement by itself."""
    return said >= _SURE
