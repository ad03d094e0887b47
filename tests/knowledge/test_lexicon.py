"""The Chinese lexicon: where two texts meet, it puts a word across exactly where jieba's own cut does."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.knowledge.lexicon import JiebaLexicon, chinese_lexicon, read_dictionary
from tests.knowledge.jieba_itself import jieba_itself

SEEDS = Path(__file__).parents[2] / "seeds"


def cut_spans(left: str, right: str) -> bool:
    """What the promise is: jieba cuts six characters on each side, and a word of the cut reaches over the seam."""
    seam, at = min(6, len(left)), 0
    for word in jieba_itself().cut(left[-6:] + right[:6], HMM=False):
        if at < seam < at + len(word):
            return True
        at += len(word)
    return False


def test_the_dictionary_is_that_of_jieba() -> None:
    """Every word and every beginning of one, with its number, and all together."""
    assert read_dictionary(chinese_lexicon().dictionary) == (jieba_itself().FREQ, jieba_itself().total)


@pytest.mark.parametrize(
    ("left", "right", "spans"),
    [
        ("他们在高新技术产", "业开发区建厂", True),
        ("会议昨天闭幕", "代表们陆续离开", False),
        ("建于20", "22年", True),
        ("买了一件T", "恤衫", True),
        ("他说：“", "好的”", False),
        ("", "业开发区", False),
    ],
)
def test_a_word_across_a_seam(left: str, right: str, spans: bool) -> None:
    """A word, a number and a word with a Latin letter hold a seam together; a stop or nothing does not."""
    assert chinese_lexicon().spans_seam(left, right) is spans


def test_every_seam_of_the_seeds_is_judged_as_jieba_cuts_it() -> None:
    """The short way to the answer is the same answer, at seams anywhere in real pages."""
    text = "".join("".join(path.read_text(encoding="utf-8").split()) for path in sorted(SEEDS.glob("*.txt")))
    lexicon = chinese_lexicon()
    seams = random.Random(1).sample(range(1, len(text)), 4000)
    wrong = [
        text[at - 6 : at + 6]
        for at in seams
        if lexicon.spans_seam(text[max(0, at - 9) : at], text[at : at + 9])
        is not cut_spans(text[max(0, at - 9) : at], text[at : at + 9])
    ]
    assert wrong == []


@cache
def quick_lexicon() -> JiebaLexicon:
    """One that cuts by rjieba from the first character on."""
    return JiebaLexicon(slowly=0)


LETTERS = st.sampled_from(
    "的一是在不了有和人这中大为上个国以要他时来用们生到作地于出就分对成会可主发年动同工高新区安阳市a1B%.-_+#&，。 \n\u3000龦"
)


@given(st.lists(LETTERS, max_size=30).map("".join))
def test_the_quick_cutter_cuts_alike(text: str) -> None:
    """Whatever the text, rjieba and the lexicon's own way give the same words."""
    pytest.importorskip("rjieba")
    lexicon = quick_lexicon()
    assert lexicon._quick_cutter is not None
    assert list(lexicon.cut(text)) == words_by_own_way(lexicon, text)


NUMBERS = st.sampled_from("59.3 3.14.15 0.5 2017 12 . % 增长 万元 约 至 亿 个 的 A b 研究生 王某某".split())


@settings(max_examples=400)
@given(st.lists(NUMBERS, max_size=9).map("".join))
def test_numbers_are_cut_alike(text: str) -> None:
    """With one point in them, with several, beside letters and per cents."""
    pytest.importorskip("rjieba")
    assert list(quick_lexicon().cut(text)) == words_by_own_way(chinese_lexicon(), text)


def test_the_quick_cutter_cuts_the_seeds_alike() -> None:
    """And so on whole pages."""
    pytest.importorskip("rjieba")
    lexicon = quick_lexicon()
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert list(lexicon.cut(text)) == words_by_own_way(lexicon, text)


def words_by_own_way(lexicon: JiebaLexicon, text: str) -> list[str]:
    """The words without rjieba."""
    lexicon.__dict__["_quick_cutter"], quick = None, lexicon._quick_cutter
    try:
        return list(lexicon.cut(text))
    finally:
        lexicon.__dict__["_quick_cutter"] = quick
