"""Setting a body: the short cut gives what the library gives, and no markup of a stranger's becomes ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from markdown_it import MarkdownIt

from jianbao.press.typeset import first_paragraphs, set_body, set_headline

PIECES = [
    "九月，", "“好”", "9", "1. ", "- ", "## ", "#", "[…]", "\\[…\\]", "[", "]", "(", "a", "\n\n", "\n", " ", "\u3000", "<b>", "&amp;",
    "&", '"', "*", "_", "`", "\\", ">", "=", "---", "12)", "+ ", ": ", "http://x", "\t", "村", "!", "```\n", "~~~", "    码", "\n\n- ",
]  # fmt: skip


@given(some.lists(some.sampled_from(PIECES), max_size=12).map("".join))
def test_the_short_cut_agrees_with_the_library(body: str) -> None:
    """Whatever the text, paragraphs set directly are what CommonMark makes of them."""
    library = MarkdownIt("commonmark", {"html": False}).disable("image")
    expected = library.render(body).replace("h1>", "h2>")
    found = str(set_body(body, "缺", anchors=False)).replace('<span class="loss" lang="zh">〔缺〕</span>', "[…]")
    assert found.replace("<br>\n", "\n") == expected


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;"),
        ("一句 <img src=x onerror=y> 话", "&lt;img src=x onerror=y&gt;"),
        ("[点我](javascript:alert(1))", "[点我](javascript:alert(1))"),
        ("![图](https://elsewhere.example/x.png)", '!<a href="https://elsewhere.example/x.png">图</a>'),
    ],
)
def test_raw_html_and_foreign_pictures_are_text(body: str, shown: str) -> None:
    """HTML is shown as characters, a script address makes no link, a picture loads nothing."""
    found = set_body(body, "缺")
    assert shown in found
    assert "<script" not in found
    assert "<img" not in found


def test_a_loss_is_marked_in_text_and_not_in_attributes() -> None:
    """The word for it stands for `[…]` where that is read, never inside a tag; in English it has English brackets."""
    found = set_body('前\\[…\\]后 [词](https://a.example "题\\[…\\]")', "原文缺")
    assert found.count('class="loss"') == 1
    assert '前<span class="loss" lang="zh">〔原文缺〕</span>后' in found
    assert 'title="题[…]"' in found
    assert '<span class="loss" lang="en">[text lost]</span>' in set_body("It was\\[…\\]", "text lost")


def test_printed_line_ends_of_verse_stay() -> None:
    """Two lines of verse are two lines; a wrapped English line is one."""
    assert "白日依山尽，<br>" in set_body("白日依山尽，\n黄河入海流。", "缺")
    assert "<br>" not in set_body("A wrapped\nline.", "缺")


def test_headlines_break_where_the_paper_broke_them() -> None:
    """Chinese lines of a headline hold together; a Latin headline breaks as it will."""
    assert set_headline("甲乙丙 丁戊己", "缺") == "<span>甲乙丙</span> <span>丁戊己</span>"
    assert set_headline("A new school", "缺") == "A new school"


def test_an_opening_is_whole_paragraphs() -> None:
    """The front page never cuts a paragraph, and stops before a sub-head."""
    assert first_paragraphs("一二三\n\n四五六\n\n七八九", 4) == "一二三\n\n四五六"
    assert first_paragraphs("一二三\n\n## 题\n\n四五六", 100) == "一二三"


def test_a_table_that_somebody_typed_is_a_table() -> None:
    """With its cells, and without styles of its own, which the pages forbid."""
    html = str(set_body("前文。\n\n| 村 | 户 |\n|---|--:|\n| 柳林 | 12 |\n\n后文。", "缺"))
    assert "<th>村</th>" in html
    assert "<td>12</td>" in html
    assert "style" not in html
    assert "|" not in html


def test_no_line_of_a_body_vanishes() -> None:
    """What Markdown takes for the definition of a link is shown as it was typed."""
    assert "[注]: 见第三版" in str(set_body("正文。\n\n[注]: 见第三版", "缺"))
