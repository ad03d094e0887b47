"""The sentence around a name, and the paragraph of the page in which it is read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some
from lxml import html

from jianbao.archive.model import Quote
from jianbao.content.markdown import plain_text
from jianbao.press.quotations import paragraph_starts, quotations_of
from jianbao.press.typeset import set_body

from .sample_archive import sample_archive

ARTICLE = sample_archive().articles["B3D8F1Z/01"]
NAME = "周大海"


def quoted(body: str) -> list[tuple[str, str]]:
    """(anchor, sentence) for every place of a body that has the name, each sentence once."""
    article = replace(ARTICLE, body=body, plain=plain_text(body))
    at = [place for place in range(len(article.plain)) if article.plain.startswith(NAME, place)]
    quotes = tuple(Quote(article.id, "text", place, place + len(NAME)) for place in at)
    found = quotations_of(article, quotes, paragraph_starts(article))
    return [(one.anchor, one.before + one.name + one.after) for one in found]


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("天晴。周大海来了。他笑。", [("p1", "周大海来了。")]),
        ("“好！”周大海说，“再来。”众人笑。", [("p1", "周大海说，“再来。”")]),
        ("周大海来，周大海去。", [("p1", "周大海来，周大海去。")]),
        ("前面有\\[…\\]周大海和\\[…\\]后面。", [("p1", "前面有[…]周大海和[…]后面。")]),
        ("Mr. Zhou 周大海 came. He left.", [("p1", "Zhou 周大海 came.")]),
        ("一。\n\n## 题：周大海\n\n周大海二。", [("p1", "题：周大海"), ("p2", "周大海二。")]),
        ("一。\n\n- 甲\n- 周大海\n\n三，周大海。", [("p1", "周大海"), ("p2", "三，周大海。")]),
        ("**一**。\n\n> 引，周大海。\n\n三，周大海。", [("p2", "引，周大海。"), ("p3", "三，周大海。")]),
        ("白日\n周大海\n黄河", [("p1", "周大海")]),
    ],
)
def test_a_sentence_is_whole_and_found_where_it_is_read(body: str, sentences: list[tuple[str, str]]) -> None:
    """Up to its full stop and closing quotation mark; a loss does not end it; twice in a sentence is quoted once."""
    assert quoted(body) == sentences


def test_a_very_long_sentence_is_cut_around_the_name() -> None:
    """So that a page of sentences stays readable."""
    ((_, sentence),) = quoted("长" * 500 + NAME + "短" * 500 + "。")
    assert sentence.startswith("…长")
    assert sentence.endswith("短…")
    assert len(sentence) < 160


BLOCKS = [
    f"{NAME}说话。",
    f"## {NAME}",
    f"- {NAME}\n- 乙",
    f"> {NAME}在",
    f"**{NAME}**好",
    "    码  三",
    "| 甲 |\n|---|\n| 乙 |",
    "1. 一\n\n2. 二",
]


@given(some.lists(some.sampled_from(BLOCKS), min_size=1, max_size=7))
def test_every_anchor_is_on_the_page_and_holds_the_paragraph(blocks: list[str]) -> None:
    """Whatever stands between the paragraphs, the anchor exists; of a paragraph it is the very one."""
    body = "\n\n".join(blocks)
    shown = html.fragment_fromstring(str(set_body(body, "")), create_parent=True)
    paragraphs = {one.get("id"): one.text_content() for one in shown.xpath(".//p[@id]")}
    for anchor, sentence in quoted(body):
        assert anchor == "" or anchor in paragraphs
        if sentence == f"{NAME}说话。" and anchor:
            assert paragraphs[anchor] == sentence
