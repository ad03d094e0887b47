"""The ledger: whatever text comes in, no character of it is lost, taken twice or invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.reading.ledger import imbalances, replay
from jianbao.reading.page import Edit, Facts, RawPage, ReadPage
from jianbao.reading.read import read_page

PIECES = st.sampled_from(
    ["本报讯", "(记者 王晨)", "□本报记者 周俊英", "近日,", "卫东区", "“云签约”活", "动举行。", "(高创)", "李娟 摄",
     "图为", "\n", "\n\n", "\n\n\n\n", " ", "\u3000\u3000", "2月16日", "\"开门红\"", "'", "——", "部门动态", "119个",
     "369.7 亿元", " and ", "邮编:467002 电话:3988715", "THE POLICE.", "news-\npaper", "\r\n", "\f", "\u200b",
     "\ufeff", "不不", "(", ")", "《", "》", "。", ",", "…", "\t", "\x85", "\u2028"]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map("".join),
    st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map("".join),
    st.text(max_size=300),
)


def read(text: str) -> ReadPage:
    """The page as read, with nothing known of it."""
    return read_page(RawPage("页.txt", text), Facts())


@settings(max_examples=150)
@given(TEXTS)
def test_any_text_balances(text: str) -> None:
    """Articles and furniture partition the page, and replaying the edits gives every part."""
    page = read(text)
    assert imbalances(page) == ()
    for article in page.articles:
        for part in article.parts:
            assert replay(text, part) == part.text


@settings(max_examples=60)
@given(TEXTS)
def test_nothing_is_invented(text: str) -> None:
    """Every character of an article is on the page, or the mark of a loss, or what a named edit put there."""
    for article in read(text).articles:
        for part in article.parts:
            by_edits = "".join(edit.after for edit in part.edits)
            assert set(part.text) <= set(text) | set(by_edits)
            assert all(edit.before or edit.after == "[…]" for edit in part.edits)


@pytest.fixture(scope="module")
def page() -> ReadPage:
    """A small page with an edit in it."""
    return read("卫东区开展植树\n\n本报讯(记者 朱江森)近日,卫东区开展植树活动。\n")


def test_a_lost_character_is_found(page: ReadPage) -> None:
    """A page that leaves a character out does not balance."""
    assert imbalances(page) == ()
    assert imbalances(replace(page, articles=()))


def test_a_character_taken_twice_is_found(page: ReadPage) -> None:
    """Nor does one that prints an article twice."""
    assert imbalances(replace(page, articles=page.articles * 2))


def test_an_invented_word_is_found(page: ReadPage) -> None:
    """Nor one that inserts a word, however it is declared."""
    article = page.articles[0]
    part = article.parts[-1]
    end = part.spans[-1][1]
    invented = Edit("loss", (end, end), "", "据悉")
    forged = replace(part, text=part.text + "据悉", edits=(*part.edits, invented))
    assert imbalances(replace(page, articles=(replace(article, parts=(*article.parts[:-1], forged)),)))
