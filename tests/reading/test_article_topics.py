"""What an article is about, by the words of the vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.knowledge.topics import Topic, Topics
from jianbao.reading.page import Facts, RawPage
from jianbao.reading.read import read_page
from jianbao.reading.topics import topics_of

SHIPPED = Topics.load()
FARM, WATER = (
    Topic("三农", "Farms", "farms", ("秋收",), ("玉米",)),
    Topic("水利", "Water", "water", ("水库", "节水"), ()),
)
TWO = Topics((FARM, WATER), {"三农": FARM, "水利": WATER})


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("开展专项整治行动 规范成品油市场秩序", "执法人员对加油站进行突击检查，查看营业执照。", "市场监管"),
        ("多措并举 护航“三秋”", "玉米收割现场，农机手抢收秋粮，禁烧宣传到村民家中。", "乡村振兴"),
        ("", "今年3月22日至28日是“中国水周”，志愿者宣传节约用水。", "生态环保"),
        ("开发区劳动保障监察联合执法办公室挂牌成立", "维护劳动者合法权益，治理欠薪。", "就业社保"),
    ],
)
def test_a_newspaper_person_would_agree(title: str, body: str, expected: str) -> None:
    """The first topic is the one that the headline promises."""
    assert topics_of([title], body, SHIPPED)[0] == expected


def test_one_strong_word_in_a_long_text_is_not_enough() -> None:
    """A county's annual report mentions everything once."""
    assert topics_of([], "秋收。玉米玉米玉米玉米。" + "会议指出，要提高认识。" * 40, TWO) == ()


def test_a_strong_word_in_the_headline_is_enough() -> None:
    """Editors say there what it is about."""
    assert topics_of(["秋收正忙"], "各村抢抓农时。" * 10, TWO) == ("三农",)


def test_weak_words_alone_make_no_topic() -> None:
    """They only add."""
    assert topics_of(["玉米"], "玉米玉米玉米玉米玉米玉米", TWO) == ()


def test_the_stronger_topic_stands_first_and_a_faint_one_falls_out() -> None:
    """A third of the best one's points is the least."""
    assert topics_of(["水库 节水"], "水库节水，秋收秋收秋收。", TWO) == ("水利", "三农")
    assert topics_of(["水库 节水"], "水库水库水库水库节水节水节水节水。秋收。", TWO) == ("水利",)


def test_an_empty_article_has_no_topic() -> None:
    """And no error."""
    assert topics_of([], "", SHIPPED) == ()


@given(st.lists(st.sampled_from([word for topic in SHIPPED.topics for word in topic.strong]), max_size=30))
def test_never_more_than_three(words: list[str]) -> None:
    """However much an article touches, each topic once."""
    topics = topics_of(words[:3], "，".join(words), SHIPPED)
    assert len(topics) <= 3
    assert len(set(topics)) == len(topics)


def test_a_changed_vocabulary_counts_from_the_next_page_on(tmp_path: Path) -> None:
    """Also in a process that goes on, as the preview does: what people told is read again when its file has changed."""
    raw = RawPage("页.txt", "磨坊街的老灯会\n\n本报讯(记者 王晨)近日，磨坊灯会开幕，磨坊灯会有灯三百盏。\n")
    (tmp_path / "topics.yaml").write_text("- {name: 灯会, slug: lanterns, strong: [磨坊灯会]}\n", encoding="utf-8")
    assert "灯会" in read_page(raw, Facts(), tmp_path).articles[0].front.topics
    (tmp_path / "topics.yaml").write_text(
        "- {name: 老灯会, slug: old-lanterns, strong: [磨坊灯会]}\n", encoding="utf-8"
    )
    assert "老灯会" in read_page(raw, Facts(), tmp_path).articles[0].front.topics
