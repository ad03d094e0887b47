"""How frequent English words are: data/english_words.tsv, read once a process and only when it is asked."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def zipf(word: str) -> float:
    """How frequent the word is: the logarithm of its occurrences in a milliard words, 0.0 for one not listed.

    `the` has 7.7, `newspaper` 4.6, the rarest listed words 2.1. Small and capital letters are the same.
    """
    return _frequencies().get(word.lower(), 0.0)


def is_word(word: str, least: float = 2.1) -> bool:
    """Whether the word is listed and at least as frequent (zipf); the rarest entries are names and misspellings too."""
    return zipf(word) >= least


@cache
def _frequencies() -> dict[str, float]:
    text = files("jianbao.knowledge").joinpath("data", "english_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {word: float(frequency) for frequency, words in rows for word in words.split(" ")}
