"""Tokens: what can be asked of the index."""

from __future__ import annotations

from zlib import crc32

from jianbao.search.tokens import document_tokens, phrase_tokens, place_of, text_tokens


def test_characters_pairs_and_words() -> None:
    """Punctuation and the end of a paragraph part Chinese characters; words are runs of letters and digits."""
    assert text_tokens("营商,环\n境") == {"营", "商", "环", "境", "营商"}
    assert text_tokens("2022年gdp涨3.5%") == {"2022", "年", "gdp", "涨", "3", "5"}
    assert text_tokens("it's café_noir") == {"it", "s", "café", "noir"}


def test_a_phrase_is_looked_up_by_its_pairs() -> None:
    """A single character only where it stands alone."""
    assert phrase_tokens("营商环境") == {"营商", "商环", "环境"}
    assert phrase_tokens("镇") == {"镇"}
    assert phrase_tokens("2022年") == {"2022", "年"}


def test_tokens_of_a_document() -> None:
    """Those of the title lines a second time, told apart; no pair goes from the title into the text."""
    tokens = document_tokens(["开门"], ["红"], ["\x02kind:news"])
    assert tokens == {"开", "门", "开门", "\x01开", "\x01门", "\x01开门", "红", "\x02kind:news"}


def test_words_with_one_beginning_stand_together() -> None:
    """Even those of titles, so that the beginning of a word is found in one file."""
    assert place_of("governor") == place_of("government") == place_of("\x01governed") == crc32(b"gov")
    assert place_of("营商") == place_of("\x01营商") == crc32("营商".encode())
    assert place_of("\x02kind:news") == crc32(b"\x02kind:news") != place_of("\x02kind:photo")
