"""Where a raw text breaks into pages: form feeds always tell, running heads only where nobody could doubt it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.reading.keeping.page_breaks import stretches

STORY = (
    "青石桥上说变化\n\n□本报记者 周远\n\n青石桥修好那天，老街上的人都来了。老街拆了围挡，铺子又开了门，河里又有了船。"
    "从桥头往东走，是镇里新修的河滨步道，早晚都有人散步。\n\n"
    + "镇里说，今年还要再修两座桥，把河两岸的村子连起来。\n"
    * 8
)
PHOTO = "桥上的人。 周远 摄\n"


def pages(text: str) -> list[str]:
    """The first line of each page."""
    return [one.of(text).strip().partition("\n")[0] for one in stretches(text)]


def under(*heads: str, body: str = STORY) -> str:
    """A raw text with these heads, each over a good amount of text."""
    return "\n".join(f"{head}\n\n{body}" for head in heads)


@pytest.mark.parametrize(
    "heads",
    [
        ("柳河日报 2022年9月23日 星期五 第1版 要闻", "柳河日报 2022年9月23日 星期五 第2版 综合"),
        ("2022年9月23日 星期五 第2版 柳河日报", "第3版:时政 柳河日报 2022年9月23日"),
        ("柳河日报 2022年9月23日 A1版", "柳河日报 2022年9月24日 A1版"),
        ("柳河日報 民國二十三年五月六日 第一版", "柳河日報 民國二十三年五月六日 第二版"),
        ("02版 2022年09月23日 星期五", "０３版 ２０２２年０９月２３日 星期五", "04版 2022年09月23日 星期五"),
        ("THE RIVER TIMES, FRIDAY, JUNE 3, 1898. Page 4", "THE RIVER TIMES, FRIDAY, JUNE 3, 1898. Page 5"),
    ],
)
def test_running_heads_of_one_paper_begin_pages(heads):
    """Other days or other numbers, whatever stands first in them."""
    assert pages(under(*heads)) == list(heads)


def test_front_page_with_a_nameplate_is_a_page():
    """It has no number; the head of page two tells that there is one before it."""
    text = f"柳河日报\n2022年9月23日 今日4版\n\n{STORY}\n" + under(
        "柳河日报 2022年9月23日 第2版", "柳河日报 2022年9月23日 第3版"
    )
    assert pages(text) == ["柳河日报", "柳河日报 2022年9月23日 第2版", "柳河日报 2022年9月23日 第3版"]


@pytest.mark.parametrize(
    "text",
    [
        under("柳河日报 2022年9月23日 第1版"),
        under("柳河日报 2022年9月23日 第1版", "柳河日报 2022年9月23日 第1版"),
        under("柳河日报 2022年9月23日 第1版", "洹水晚报 2022年9月23日 第2版"),
        under("第1版 要闻", "第2版 综合"),
        under("柳河日报 2022年9月23日 第1版", "柳河日报 2022年9月23日 第2版", body=PHOTO),
        STORY + under("柳河日报 2022年9月23日 第1版", "柳河日报 2022年9月23日 第2版"),
        f"{STORY}\n柳河日报 2022年9月23日 第1版\n\n{STORY}\n柳河日报 2022年9月23日 第2版\n",
        under("（原载《柳河日报》2022年9月23日第1版）", "（原载《柳河日报》2022年9月24日第2版）"),
        under("2022年9月23日，柳河日报第1版刊登了消息。", "2022年9月24日，柳河日报第2版又登了一篇。"),
        under("柳河日报 2022年9月23日 下转第4版", "柳河日报 2022年9月23日 下转第5版"),
    ],
    ids=[
        "one head", "the head twice", "two papers", "no day", "hardly any text", "heads in the midst of a page",
        "feet of pages", "sources of clippings", "sentences", "jump lines",
    ],
)  # fmt: skip
def test_without_clear_evidence_the_text_is_one_page(text):
    """A page too much cuts an article; one too few does not."""
    assert len(stretches(text)) == 1


def test_form_feeds_tell_and_heads_do_not_where_there_are_some():
    """Whoever set form feeds set them at the ends of pages."""
    text = f"{STORY}\f" + under("柳河日报 2022年9月23日 第1版", "柳河日报 2022年9月23日 第2版")
    assert pages(text) == ["青石桥上说变化", "柳河日报 2022年9月23日 第1版"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_those_of_the_file(end):
    """With each kind of line end; a line that the form feed cuts is of both pages."""
    text = end.join(["甲", "\f乙", "乙", "", "丙\f丁"])
    assert [(one.of(text).strip(), *one.lines) for one in stretches(text)] == [
        ("甲", 1, 1), (f"乙{end}乙{end}{end}丙", 2, 5), ("丁", 5, 5),
    ]  # fmt: skip


@given(st.text(alphabet="甲乙 \n\r\f\u3000", max_size=60))
def test_nothing_but_white_space_stands_between_pages(text):
    """Every other character is of exactly one page, in order; and a text that is one page is so from end to end."""
    found = stretches(text)
    assert "".join("".join(one.of(text).split()) for one in found) == "".join(text.split())
    assert all(one.end <= after.start for one, after in pairwise(found))
    if len(found) == 1:
        assert found[0][:2] == (0, len(text))
    else:
        assert all(one.of(text).strip() for one in found)
