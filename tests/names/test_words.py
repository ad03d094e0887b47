"""The words of a passage: where they end, and which of them may tell what it is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.archive.names.found import Span
from jianbao.archive.names.passage import Passage
from jianbao.archive.names.words import AT_MOST, count_words, cut_words
from jianbao.knowledge.lexicon import chinese_lexicon
from tests.knowledge.jieba_itself import jieba_itself


def counted(passage: Passage, *names: str) -> dict[str, int]:
    """The counted words of a passage in which every stand of the names was found."""
    spans = [
        Span(part, at, at + len(name))
        for name in names
        for part, text in passage.parts()
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    return count_words(passage, cut_words(passage, chinese_lexicon()), spans)


@given(st.text(alphabet="柳河县开展消防安全检查，。 “”abC9（）\n\r\u3000第三", max_size=40))
def test_the_ends_of_the_words_cover_the_text(text: str) -> None:
    """Every character belongs to just one word, whatever stands in the text."""
    ends = cut_words(Passage("", text), chinese_lexicon()).ends.get("text", ())
    assert list(ends) == sorted(set(ends))
    assert (ends[-1] if ends else 0) == len(text)


@given(st.text(alphabet="柳河镇王家庄村委会的和在研究生命科学，。 “”abC9.%（）\n\r\u3000第三", max_size=60))
def test_the_quick_cut_is_that_of_jieba(text: str) -> None:
    """Our own sum finds the same words as jieba's."""
    assert list(chinese_lexicon().cut(text)) == list(jieba_itself().cut(text))


def test_no_part_of_a_name_is_a_word() -> None:
    """Of 柳河寺镇 there is no 柳河寺, though the cut parts it so."""
    words = counted(Passage("柳河寺镇收玉米", "柳河寺镇的玉米丰收，柳河寺镇的农机手很忙。"), "柳河寺镇")
    assert not any("柳河" in word for word in words)
    assert words["玉米"] > 1


def test_a_word_of_the_title_counts_twice() -> None:
    """What the headline says tells more."""
    assert counted(Passage("玉米丰收", "农户收割"))["玉米"] == 2 * counted(Passage("", "玉米丰收，农户收割"))["玉米"]


def test_quoted_words_are_one() -> None:
    """A catchword in quotation marks is a word, whatever the cut makes of it."""
    words = counted(Passage("", "全区落实“三个一批”，推动“三个一批”项目。"))
    assert words["三个一批"] == 2


def test_words_that_never_stand_apart_are_one() -> None:
    """营商 stands only before 环境: the two are a word; 项目 and 建设 stand alone too."""
    words = counted(Passage("", "优化营商环境。营商环境好，企业来。营商环境是招牌。项目建设，项目多，建设快。"))
    assert words["营商环境"] == 3
    assert "营商" not in words
    assert "项目建设" not in words


@pytest.mark.parametrize("word", ["十二", "2022", "的", "近日", "记者", "和"])
def test_numbers_and_empty_words_do_not_count(word: str) -> None:
    """Numbers, single characters and words of every article say nothing."""
    assert word not in counted(Passage("", f"近日，记者看到十二台收割机和2022亩的玉米，{word}。"))


def test_districts_and_authors_have_links_of_their_own() -> None:
    """The county, the city and who signs are no keywords."""
    text, signed = "柳河的玉米，安东的玉米，陈小满摄。", (("陈小满", "photographer"),)
    passage = Passage("", text, city="安东市", districts=("安东市/柳河县",), authors=signed)
    assert not {"柳河", "安东", "陈小满", "小满"} & counted(passage).keys()


def test_no_more_words_than_promised() -> None:
    """A long article keeps the weightiest words only."""
    text = "，".join(
        (
            "玉米 小麦 收割机 化肥 农药 种子 灌溉 农机 合同 贷款 仓库 烘干 储备 价格 市场 运输 公路 桥梁 隧道 港口 码头 渔船 "
            "水库 大坝 发电 电网 煤炭 石油 钢铁 水泥 玻璃 陶瓷 纺织 服装 家具 食品 饮料 药品 医院 学校 教师 学生 课堂 考试"
        ).split()
    )
    words = count_words(Passage("", text), cut_words(Passage("", text), chinese_lexicon()), ())
    assert len(words) == AT_MOST
    assert list(words) == sorted(words)


def test_english_words_in_small_letters_unless_always_capitalised() -> None:
    """Harvest at the head of a sentence is harvest; a word that is capitalised twice and never small keeps its capital."""
    passage = Passage(
        "", "Harvest began. The harvest was good. Methodist farmers gave; Methodist ladies cooked.", language="en"
    )
    words = counted(passage)
    assert words["harvest"] == 2
    assert words["Methodist"] == 2
    assert "the" not in words
