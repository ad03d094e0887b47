"""What English names of bodies are made of: the words they end and begin with, by kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jianbao.frozen import frozen
from jianbao.knowledge.authority import read_yaml, text

FILE = Path(__file__).parent / "data" / "organizations_en.yaml"


@frozen(eq=False)
class EnglishBodies:
    """The shipped words; data/organizations_en.yaml says what each list is for. The mappings lead from a word to its kind."""

    ends: Mapping[str, str]
    heads: Mapping[str, str]
    known: Mapping[str, str]
    common: frozenset[str]
    weak: frozenset[str]


@cache
def english_bodies() -> EnglishBodies:
    """The shipped words, read once."""
    fields, _ = read_yaml(FILE)
    ends, heads, known = (
        {word.replace("~", " "): kind for kind in fields[key] for word in text(fields[key], kind).split()}
        for key in ("ends", "heads", "known")
    )
    return EnglishBodies(ends, heads, known, *(frozenset(text(fields, key).split()) for key in ("common", "weak")))
