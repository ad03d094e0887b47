"""Body text as CommonMark: what was printed is what a reader of Markdown shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from jianbao.content import markdown
from jianbao.content.markdown import body_of, escape, paragraphs_of, plain_text

MARKDOWN = MarkdownIt("commonmark")


@pytest.mark.parametrize(
    "text",
    [
        "1月至8月，全区完成33个。",
        "“云签约”活动(如图)",
        "12+9+N",
        "3-5 天",
        "A&B 公司",
        "5.5 元",
        "a < b",
        "月均办件数[…]",
        "3*4",
        "D:\\甲",
    ],
)
def test_ordinary_text_is_left_alone(text):
    """Escapes are for what would be read otherwise, and for nothing else."""
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# 号", "\\# 号"),
        ("- 一", "\\- 一"),
        ("1. 一", "1\\. 一"),
        ("2) 二", "2\\) 二"),
        ("> 引", "\\> 引"),
        ("*星*", "\\*星\\*"),
        ("[图](x)", "[图\\](x)"),
        ("[图]: x", "[图\\]: x"),
        ("反\\*斜", "反\\\\*斜"),
        ("<script>", "\\<script>"),
        ("&amp;", "\\&amp;"),
        ("===", "\\==="),
    ],
)
def test_what_would_be_read_as_markup_is_escaped(text, written):
    """A list, a headline, a quotation, a link, a tag: as printed, they are text."""
    assert escape(text) == written
    assert plain_text(escape(text)) == text


marks = st.text(
    st.sampled_from(list("中文，。a1 0.#)-+>*_`[](!)<&;=~\\|:x/'\"amplt\t\u3000…")), min_size=1, max_size=24
)
blocks = st.lists(st.tuples(st.booleans(), marks.filter(lambda text: text.strip())), min_size=1, max_size=4)


@given(blocks=blocks)
def test_a_body_renders_as_exactly_the_text_that_was_printed(blocks):
    """As many paragraphs and sub-headlines, each with its text to the letter, no markup in any."""
    tokens = MARKDOWN.parse(body_of(blocks))
    opened = [token.type for token in tokens if token.level == 0 and token.nesting == 1]
    assert opened == ["heading_open" if is_subhead else "paragraph_open" for is_subhead, _ in blocks]
    inline = [token.children for token in tokens if token.type == "inline"]
    assert all(child.type in ("text", "text_special") for children in inline for child in children)
    assert ["".join(child.content for child in children) for children in inline] == [text for _, text in blocks]
    assert paragraphs_of(body_of(blocks)) == tuple(blocks)


def test_what_a_person_wrote_in_markdown_gives_its_text():
    """Lists, emphasis, links and code: the words remain."""
    body = "## 小标题\n\n一段*强调*和[链接](http://example.org)。\n第二行。\n\n- 甲\n- 乙\n\n> 引文\n"
    assert paragraphs_of(body) == (
        (True, "小标题"),
        (False, "一段强调和链接。\n第二行。"),
        (False, "甲"),
        (False, "乙"),
        (False, "引文"),
    )
    assert plain_text("甲。\n\n乙。") == "甲。\n\n乙。"
    assert plain_text("") == ""


@given(lines=st.lists(marks.filter(lambda text: text.strip()), min_size=2, max_size=3))
def test_lines_that_are_text_stay_lines_of_one_paragraph(lines):
    """Verse and tables: line ends inside a paragraph are text, whatever the next line begins with."""
    tokens = MARKDOWN.parse(escape("\n".join(lines)))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert plain_text(escape("\n".join(lines))) == "\n".join(lines)


MARKED = st.sampled_from(
    ["文峰区开会。", "## 小标题", "- 一等奖", "- 甲\n- 乙", "    缩进", "> 引文", "**要点**说明", "1. 甲", "2) 乙", "# 题 #", "---",
     "第一行\n第二行",
     "\\*星", "[…]", "```", "~~~", "[甲]: http://x.example", "<!-- 注", "-->", "<div>", "&amp;", "", " 空格", "\t制表",
     "甲\n===", "+", "A. 乙", "＊"]
)  # fmt: skip


@given(st.lists(st.one_of(MARKED, st.text(max_size=6)), max_size=7))
def test_blocks_read_alone_say_what_the_whole_says(blocks):
    """The parser of Markdown is spared for plain blocks, and nobody can tell."""
    body = "\n\n".join(blocks).strip("\n")
    assert paragraphs_of(body) == markdown._parsed(body)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("白日依山尽，\n黄河入海流。", "白日依山尽，\n黄河入海流。"),
        ("The river runs,\nand sings", "The river runs,  \nand sings"),
        ("品名  价格\n白菜  1.80", "    品名  价格\n    白菜  1.80"),
        ("Wheat ..... 4s.\n# Oats ..... 2s.", "Wheat ..... 4s.  \n\\# Oats ..... 2s."),
    ],
)
def test_lines_that_are_kept(text, written):
    """Verse breaks where it was printed, a table stands as it was set, and both are read back as they were."""
    assert body_of([(False, text)]) == written
    assert paragraphs_of(written) == ((False, text),)
