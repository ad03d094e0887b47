"""The English word list: it tells common words from rare ones and from pieces of words."""

from __future__ import annotations

from jianbao.knowledge.english import is_word, zipf
from jianbao.knowledge.sources.english import table


def test_frequent_words_have_more_weight() -> None:
    """The article is more frequent than a noun of the trade, that one than its misprint, whatever the capitals."""
    assert zipf("the") > zipf("Newspaper") > 4 > zipf("newspapre") == 0.0


def test_pieces_of_words_are_none() -> None:
    """What stands beside a broken line end is no word by itself; the two together are."""
    assert not is_word("surren")
    assert not is_word("dered")
    assert is_word("surrendered")


def test_table_from_frequencies() -> None:
    """Words of one frequency share a line, the frequent come first; numbers and rarities are left out."""
    frequencies = {"the": 0.05, "river": 1e-5, "bridge": 1e-5, "1898": 1e-4, "don't": 1e-3, "xqzv": 1e-10}
    assert table(frequencies) == "7.7\tthe\n4.0\tbridge river\n"
