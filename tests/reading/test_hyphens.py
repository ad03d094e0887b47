"""English words at line ends: which hyphens are printed, which break a word, and which were swallowed."""

from __future__ import annotations

import random

import pytest

from jianbao.knowledge.sources.english import TABLE
from jianbao.reading.hyphens import HyphenSense


@pytest.mark.parametrize(
    "word",
    [
        "news-paper", "Massa-chusetts", "magis-trate", "surren-dered", "under-taken", "un-spoken", "to-day",
        "Broad-foot", "Mac-Donald", "CON-TRIBUTORS", "well-estab-lished", "garrot-ters", "non-compliance",
    ],
)  # fmt: skip
def test_hyphens_that_break_a_word(word: str) -> None:
    """The hyphen goes: the solid form is a word, or a name, or nothing speaks against it."""
    first, second = word.rsplit("-", 1)
    assert not HyphenSense("").is_printed(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("well", "known"), ("Well", "known"), ("mother", "in-law"), ("mother-in", "law"), ("Anglo", "Indian"),
        ("police", "constable"), ("dwelling", "house"), ("twenty", "one"), ("ex", "mayor"), ("good", "natured"),
    ],
)  # fmt: skip
def test_hyphens_that_are_printed(first: str, second: str) -> None:
    """The hyphen stays: both halves are words, and the solid form is none or far rarer."""
    assert HyphenSense("").is_printed(first, second)


def test_the_page_spells_first() -> None:
    """What the page writes inside its lines is stronger than what is usual today, and so is what the archive writes."""
    assert not HyphenSense("").is_printed("to", "day")
    assert HyphenSense("The mills open to-day.").is_printed("to", "day")
    assert HyphenSense("", learned=["to-day"]).is_printed("to", "day")
    assert not HyphenSense("The wellknown house.").is_printed("well", "known")


def test_common_words_join_wherever_they_break() -> None:
    """Of common words broken at random places hardly one keeps a hyphen it never had."""
    chance = random.Random(1)
    lines = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    words = [word for value, row in lines if float(value) >= 3.5 for word in row.split() if len(word) > 5]
    sense, kept = HyphenSense(""), 0
    for word in words:
        at = chance.randint(2, len(word) - 2)
        kept += sense.is_printed(word[:at], word[at:])
    assert kept <= 0.003 * len(words)


@pytest.mark.parametrize(
    "pieces", ["defen dant", "of ficers", "st ruck", "as saulting", "Gov ernment", "coun try", "deposi tions"]
)
def test_swallowed_hyphens(pieces: str) -> None:
    """Two pieces are one word where one of them is no word and the whole is a good one."""
    assert HyphenSense("").is_broken(*pieces.split())


@pytest.mark.parametrize(
    "pieces", ["may be", "in deed", "the rapist", "a way", "not able", "nurse rymen", "Mr Smith", "de Mornay"]
)
def test_words_of_their_own_are_never_joined(pieces: str) -> None:
    """Where both pieces are words, or the whole is none, nothing is certain."""
    assert not HyphenSense("").is_broken(*pieces.split())


def test_a_name_of_the_page_is_a_word() -> None:
    """A piece that the page has elsewhere is a word there (`Ruck`), whatever the dictionary says."""
    assert not HyphenSense("Mr. Ruck spoke. The st ruck fell.").is_broken("st", "ruck")
