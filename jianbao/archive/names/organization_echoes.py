"""Names that stand again: those that people told of, and a company by its brand alone once its full name is printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from jianbao.archive.names.organization_names import Named
from jianbao.knowledge.word_classes import WordClass, class_of

_LEGAL_FORM = re.compile(r"(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$|集团$")
_BRACKETS = re.compile(r"（[^（）]*）")
SHORTEST = 4
"""Characters of a brand with its trade that is looked for again: 建龙钢铁."""


def find_again(text: str, kinds: Mapping[str, str]) -> tuple[Named, ...]:
    """Where the names stand in the text, the longest at any place; `kinds` leads from a name to its kind."""
    if not kinds:
        return ()
    return tuple(Named(*match.span(), kinds[match[0]]) for match in _any_of(tuple(kinds)).finditer(text))


@lru_cache(maxsize=64)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))))


def short_names(kinds: Mapping[str, str]) -> dict[str, str]:
    """What companies among these names (name → kind) are called for short, with the kind: 吉林建龙钢铁有限责任公司 → 建龙钢铁."""
    return {
        short: kind for name, kind in kinds.items() if kind == "company" and (short := brand_and_trade(name, is_place))
    }


def brand_and_trade(name: str, is_place: Callable[[str], bool]) -> str:
    """The name of a company without its legal form and its place, empty where it has no such form or too little is left."""
    without_form = _LEGAL_FORM.sub("", _BRACKETS.sub("", name))
    if without_form == name or not _LEGAL_FORM.search(name):
        return ""
    size = next((size for size in range(7, 1, -1) if is_place(without_form[:size])), 0)
    short = without_form[size:]
    return short if len(short) >= SHORTEST and short != name else ""


def is_place(text: str) -> bool:
    """Is it a place, whole or for short?"""
    return class_of(text) in (WordClass.PLACE, WordClass.STEM)
