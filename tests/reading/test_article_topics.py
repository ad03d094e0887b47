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
        (
            "我县农民运动会闭幕",
            "来自十二个公社的运动员参加了篮球、拔河等项目的比赛，城关公社代表队获团体冠军。",
            "体育",
        ),
        ("连续三天普降大雪", "气象台发布寒潮预警，全县气温下降十度，交通受阻，干部群众连夜清扫积雪。", "灾害天气"),
        ("县医院为山区群众义诊", "医生们为患者量血压、做检查，送去常用药品。", "医疗卫生"),
        (
            "POLICE COURT.",
            "John Smith was charged with stealing a coat; the magistrate committed him for trial.",
            "法治平安",
        ),
        (
            "THE FLOOD.",
            "Heavy rain fell throughout Sunday; the river rose six feet and the storm carried away fences.",
            "灾害天气",
        ),
        (
            "Grand Wedding.",
            "The bride wore white satin and was given away by her father; the guests met at supper.",
            "婚丧礼俗",
        ),
    ],
)
def test_a_newspaper_person_would_agree(title: str, body: str, expected: str) -> None:
    """The first topic is the one that the headline promises."""
    assert topics_of([title], body, SHIPPED)[0] == expected


def test_one_strong_word_in_a_long_text_is_not_enough() -> None:
    """A county's annual report mentions everything once."""
    assert topics_of([], "秋收。玉米玉米玉米玉米。" + "会议指出，要提高认识。" * 160, TWO) == ()


def test_the_same_strong_word_again_and_again_does_not_stand_beside_a_topic_that_more_words_speak_for() -> None:
    """A wharf named three times is the place where something happens."""
    farm = "秋收时节，玉米满仓，各村抢抓农时，秋收进度过半。" + "各级干部深入一线。" * 30
    assert topics_of([], farm + "水库边、水库旁、水库下。", TWO) == ("三农",)


def test_where_nothing_else_is_reached_the_best_topic_stands_alone() -> None:
    """One strong word that others support tells a reader more than no topic."""
    assert topics_of([], "秋收。玉米玉米玉米玉米。" + "会议指出，要提高认识。" * 40, TWO) == ("三农",)


def test_an_office_over_a_piece_that_speaks_of_other_things_is_no_topic() -> None:
    """The text bears out what stands in the title lines; a few lines need not."""
    assert topics_of(["节水办公室"], "秋收时节，玉米满仓，秋收进度过半。" * 20, TWO) == ("三农",)
    assert topics_of(["节水办公室"], "办公室昨日搬迁。", TWO) == ("水利",)


def test_a_word_within_a_word_is_heard_once() -> None:
    """党支部 is no second word beside 支部."""
    one, both = (Topic("甲", "A", "a", words) for words in (("支部",), ("支部", "党支部")))
    text = "党支部昨日开会。"
    assert topics_of([], text, Topics((one,), {})) == topics_of([], text, Topics((both,), {}))
    other = Topic("乙", "B", "b", ("开会", "昨日"))
    assert topics_of([], text, Topics((both, other), {}))[0] == "乙"


COURTS = Topics((Topic("法院", "Courts", "courts", ("court", "petty sessions"), ("Judge",)),), {})


@pytest.mark.parametrize(
    "text", ["The Court sat.", "Two courts sat.", "The court's judge sat.", "PETTY\nSESSIONS, Monday."]
)
def test_an_english_word_is_found_whole_in_either_size_and_number(text: str) -> None:
    """As printed in headlines and over line ends."""
    assert topics_of([], text, COURTS) == ("法院",)


@pytest.mark.parametrize(
    "text", ["With great courtesy.", "In the courtyard.", "The petty officers; sessions.", "sessions petty"]
)
def test_an_english_word_is_not_found_within_another(text: str) -> None:
    """A courtyard is no court."""
    assert topics_of([], text, COURTS) == ()


def test_an_english_word_is_found_amid_chinese() -> None:
    """5G网络 has the word 5G."""
    assert topics_of(["建设5G网络"], "5G基站", Topics((Topic("通信", "Telecoms", "telecoms", ("5G",)),), {})) == (
        "通信",
    )


def test_a_strong_word_in_the_headline_is_enough() -> None:
    """Editors say there what it is about."""
    assert topics_of(["秋收正忙"], "各村抢抓农时。" * 10, TWO) == ("三农",)


def test_weak_words_alone_make_no_topic() -> None:
    """They only add."""
    assert topics_of(["玉米"], "玉米玉米玉米玉米玉米玉米", TWO) == ()


def test_the_stronger_topic_stands_first_and_a_faint_one_falls_out() -> None:
    """Half of the best one's points is the least."""
    assert topics_of(["水库"], "水库节水，秋收秋收秋收。", TWO) == ("水利", "三农")
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
    (tmp_path / "topics.yaml").write_text("- {name: 灯会, slug: lanterns, strong: [磨坊]}\n", encoding="utf-8")
    assert "灯会" in read_page(raw, Facts(), tmp_path).articles[0].front.topics
    (tmp_path / "topics.yaml").write_text("- {name: 老灯会, slug: old-lanterns, strong: [磨坊]}\n", encoding="utf-8")
    assert "老灯会" in read_page(raw, Facts(), tmp_path).articles[0].front.topics
