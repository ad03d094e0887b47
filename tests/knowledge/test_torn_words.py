"""Torn words: a text that stops, or begins, inside a word has lost what completes it."""

from __future__ import annotations

import pytest

from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.torn_words import begins_inside, begins_torn, ends_torn


@pytest.mark.parametrize("text", ["进一步激", "全面推动乡村振兴战略实", "河西村种了六百亩葡"])
def test_text_ends_inside_a_word(text: str) -> None:
    """激(发), 实(施), 葡(萄): the last character is no word by itself and ends none."""
    assert ends_torn(text, chinese_lexicon())


@pytest.mark.parametrize(
    "text", ["村民们都来了", "清出淤泥六万立方米", "全县召开动员会", "他说,桥是大家的", "在柳河县"]
)
def test_text_ends_with_a_word(text: str) -> None:
    """Never: a word of one character or more is whole."""
    assert not ends_torn(text, chinese_lexicon())


@pytest.mark.parametrize("text", ["们都说好。", "施方案已经印发。", "萄已经熟了。"])
def test_text_begins_inside_a_word(text: str) -> None:
    """(村民)们, (实)施, (葡)萄: the first character is no word by itself and begins none."""
    assert begins_torn(text, chinese_lexicon())


@pytest.mark.parametrize("text", ["村民都说好。", "实施方案已经印发。", "桥修好了。", "他说,好。"])
def test_text_begins_with_a_word(text: str) -> None:
    """Never: a word of one character or more is whole."""
    assert not begins_torn(text, chinese_lexicon())


@pytest.mark.parametrize("text", ["的石板擦得发亮。", "了一座新桥。", "们都来了。", "着灯笼上街。"])
def test_particle_never_begins_a_sentence(text: str) -> None:
    """A text that begins with 的, 了, 着 or 们 goes on from another."""
    assert begins_inside(text)


@pytest.mark.parametrize(
    "text",
    ["的确,桥修好了。", "的士司机都说好。", "了解到这一情况后,县里派了人。", "着力整治三条河道。", "着眼长远抓治理。"],
)
def test_words_that_begin_with_such_a_character(text: str) -> None:
    """Never: 的确, 的士, 了解, 着力 and 着眼 are words that sentences begin with."""
    assert not begins_inside(text)
