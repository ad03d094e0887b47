"""What names of bodies are made of: the words they end in, by kind, and the words that may or may never stand before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jianbao.frozen import frozen
from jianbao.knowledge.authority import read_yaml, text

FILE = Path(__file__).parent / "data" / "organizations.yaml"


class End(NamedTuple):
    """The last word of a name: the kind of body, and how freely the name is made (see the head of the data file)."""

    kind: str
    freedom: str


@frozen(eq=False)
class Bodies:
    """The shipped words; data/organizations.yaml says what each list is for."""

    ends: Mapping[str, End]
    known: Mapping[str, str]
    """From a well-known name to its kind."""
    subjects: frozenset[str]
    roots: frozenset[str]
    pointing: frozenset[str]
    describing: frozenset[str]
    outside: frozenset[str]
    not_ends: frozenset[str]
    world: frozenset[str]
    not_places: frozenset[str]
    school_words: frozenset[str]
    last_words: re.Pattern[str]
    """Finds, at every place of a text, the longest end, well-known name or decoy that begins there (group 1)."""


@cache
def bodies() -> Bodies:
    """The shipped words, read once."""
    fields, _ = read_yaml(FILE)
    ends = {
        word: End(kind, freedom)
        for kind, by_freedom in fields["ends"].items()
        for freedom, words in by_freedom.items()
        for word in words.split()
    }
    known = {name: kind for kind in fields["known"] for name in text(fields["known"], kind).split()}
    lists = {key: frozenset(text(fields, key).split()) for key in fields if key not in ("ends", "known")}
    return Bodies(
        ends, known, lists["subjects"], lists["roots"], lists["pointing"], lists["describing"], lists["outside"],
        lists["not_ends"], lists["world"], lists["not_places"], lists["school_words"],
        beginnings([*ends, *known, *lists["decoys"]]),
    )  # fmt: skip


def is_national(name: str) -> bool:
    """Is it a well-known body, or a ministry by the name that every paper uses: 工信部?"""
    lists = bodies()
    end = lists.ends.get(name)
    ministry = end is not None and end == End("government", "whole") and name.endswith("部")
    return name in lists.known or (ministry and name not in ("武装部", "人武部"))


def beginnings(words: list[str]) -> re.Pattern[str]:
    """One pattern for the words; they are sorted under their first characters, so that most places fail at once."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    branches = "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in sorted(by_first.items()))
    return re.compile(f"(?=[{''.join(sorted(by_first))}])(?=({branches}))")
