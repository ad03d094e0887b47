"""Word lists of the trade: plain files in data/, one entry a line, `#` for remarks. A person can read and extend them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The entries of data/NAME.txt in their order; an entry may hold spaces inside."""
    text = files("jianbao.knowledge").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def pairs(name: str) -> dict[str, str]:
    """The entries of data/NAME.txt that give a value to a word: `word value`."""
    return {word: value for word, _, value in (entry.partition(" ") for entry in phrases(name))}


@cache
def standing_labels() -> frozenset[str]:
    """The labels that papers print over a column."""
    return frozenset(entry.rstrip("+") for entry in phrases("section_labels"))


@cache
def labels_of_several() -> frozenset[str]:
    """Of the standing labels those that stand over several articles; the list marks them with a plus."""
    return frozenset(entry.rstrip("+") for entry in phrases("section_labels") if entry.endswith("+"))


@cache
def paragraph_openers() -> tuple[str, ...]:
    """Words that open a paragraph rather than go on with a sentence."""
    return tuple(entry.rstrip("+") for entry in phrases("paragraph_openers"))


@cache
def sure_openers() -> tuple[str, ...]:
    """Of these the ones that hardly ever begin a sentence inside a paragraph; the list marks them with a plus."""
    return tuple(entry.rstrip("+") for entry in phrases("paragraph_openers") if entry.endswith("+"))


@cache
def single_surnames() -> frozenset[str]:
    """Surnames of one character."""
    return frozenset(character for entry in phrases("surnames") if " " not in entry for character in entry)


@cache
def double_surnames() -> frozenset[str]:
    """Surnames of two characters."""
    return frozenset(name for entry in phrases("surnames") if " " in entry for name in entry.split())
