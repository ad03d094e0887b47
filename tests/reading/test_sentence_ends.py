"""Where a sentence ends, so that a text that stops there has lost nothing, and one that stops elsewhere has."""

from __future__ import annotations

import pytest

from jianbao.reading.sentence_ends import ends_clause, ends_sentence


@pytest.mark.parametrize(
    "text",
    [
        "全县粮食总产连续五年增长。",
        "“桥修好了！”",
        "他说:“日子会好的。”",
        "(完)。",
        "路是大家修的，谁来管？",
        "（详见《柳河文史》）",
        "日子一天比一天好……",
        "The prize went to Mr. Tull.",
        'He said, "We shall build it."',
        "Is the weir to be mended?",
        "(See the letter of Mr. Pell.)",
        "The inquiry was held in room B.C.D at noon.",
    ],
)
def test_sentence_has_ended(text: str) -> None:
    """With its stop, and whatever closes after the stop."""
    assert ends_sentence(text)
    assert ends_clause(text)


@pytest.mark.parametrize(
    "text",
    [
        "近日，柳河县召开春耕",
        "会议指出，",
        "一是清淤；二是植绿、",
        "“河长制",
        "今年产量达333.",
        "The chair was taken by Mr.",
        "The Rev.",
        "The prize went to J.",
        "before Lieut.",
        "The owners of the mills",
    ],
)
def test_sentence_goes_on(text: str) -> None:
    """A comma, an open quotation, a figure in Chinese text, a title, an initial: the sentence is not at its end."""
    assert not ends_sentence(text)


@pytest.mark.parametrize("text", ["会议提出三点要求：", "一是清淤；", "He proposed three things:"])
def test_colon_and_semicolon_end_a_clause_and_no_sentence(text: str) -> None:
    """After them a new paragraph may begin."""
    assert ends_clause(text)
    assert not ends_sentence(text)
