"""Which districts an article is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.knowledge.districts import Districts
from jianbao.reading.districts import districts_of, own_districts, share_of_page

CHINA = Districts.load()


def about(title: str, body: str, city: str = "安阳市", share: dict[str, float] | None = None) -> tuple[str, ...]:
    """The districts of an article on a page of the city."""
    own = own_districts(title, body, city, CHINA)
    return districts_of(own, (title, body), city, share or {}, CHINA)


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("文峰区开展大赛", "近日，选手们各展才艺。", ("安阳市/文峰区",)),
        ("", "9月20日，高新区市场监督管理局有关负责人介绍。", ("安阳市/高新区",)),
        ("——文峰区(高新区)推进项目建设纪实", "今年，文峰区(高新区)抓项目。", ("安阳市/文峰区", "安阳市/高新区")),
        (
            "——文峰区（高新区）推进项目建设纪实",
            "今年，文峰区抓项目。文峰区。文峰区。",
            ("安阳市/文峰区", "安阳市/高新区"),
        ),
        ("市市场监管综合行政执法支队文峰大队", "当天上午，大队举办了竞赛。", ("安阳市/文峰区",)),
        ("安阳高新区再添一企", "项目开工。", ("安阳市/高新区",)),
    ],
)
def test_headline_first_sentence_and_offices_tell_the_district(
    title: str, body: str, expected: tuple[str, ...]
) -> None:
    """文峰区(高新区) is two in one; 文峰大队 is an office of 文峰区."""
    assert set(about(title, body)) == set(expected)


def test_the_subject_of_the_headline_wins_over_the_places_it_visits() -> None:
    """A town that goes to see three counties is still of its own district."""
    body = "学习组先后到获嘉县北街村、新乡县任小营村，卫辉市孙杏村镇，一路看、一路听。卫辉市的做法值得学习。"
    assert about("平原示范区原武镇 观摩学习取真经", body, "新乡市") == ("新乡市/平原示范区",)


def test_a_county_level_city_is_a_district() -> None:
    """卫辉市 stands under 新乡市."""
    assert about("", "在卫辉市物资交流大会上，糖画艺人制作糖人。", "新乡市") == ("新乡市/卫辉市",)


def test_another_citys_zone_is_not_ours() -> None:
    """郑州高新区 on a page of 安阳 is of 郑州."""
    assert about("考察团赴郑州高新区", "一行人参观了园区。") == ("郑州市/高新区",)


def test_zones_in_general_are_no_district() -> None:
    """周口's 开发区 is not 经济技术开发区 of somewhere, nor is a model zone 示范区 the district of that name."""
    assert about("", "打造全国农业产业示范区。", "南阳市") == ()


def test_without_a_city_a_common_name_stands_alone() -> None:
    """Nobody knows which 高新区; the paper's word is kept."""
    assert about("高新区召开会议", "会议指出。", city="") == ("高新区",)


def test_a_list_of_all_districts_makes_an_article_of_the_city() -> None:
    """A weather report names them all and is about none."""
    assert about("", "明天，文峰区、北关区、殷都区、龙安区、林州市有雨。") == ()


def test_an_article_that_names_nothing_takes_the_district_of_nearly_all_its_page() -> None:
    """全区 on a district's page means that district."""
    assert about("", "全区掀起植树热潮。", share={"安阳市/文峰区": 0.8, "安阳市/高新区": 0.4}) == ("安阳市/文峰区",)


def test_a_mixed_page_lends_no_district() -> None:
    """Two thirds are not nearly all."""
    assert about("女子骑车摔倒", "交警上前查看。", "新乡市", {"新乡市/高新区": 0.67}) == ()


def test_an_article_from_elsewhere_takes_no_district_of_its_page() -> None:
    """Taken over from another city's paper."""
    assert about("", "在成都市，外卖小哥救人。", share={"安阳市/文峰区": 1.0}) == ()


def test_the_share_of_a_page_counts_the_articles_that_name_a_district() -> None:
    """Those that name none do not thin it out; one article alone speaks only for itself."""
    articles = [("文峰区开会", ""), ("高新区开会", ""), ("文峰区文峰区", ""), ("", "全区植树。")]
    told = [own_districts(title, body, "安阳市", CHINA) for title, body in articles]
    share = share_of_page(told)
    assert share == {"安阳市/文峰区": pytest.approx(2 / 3), "安阳市/高新区": pytest.approx(1 / 3)}
    assert share_of_page(told[:1]) == {}


@given(
    st.text(alphabet="文峰区高新市安阳卫辉县（）。，开发示范大队路", max_size=60),
    st.sampled_from(["", "安阳市", "新乡市", "某市"]),
)
def test_any_text_gives_known_or_bare_names_and_never_fails(text: str, city: str) -> None:
    """Whatever damage comes: each label once, and none is made up."""
    labels = about(text, text, city)
    assert len(set(labels)) == len(labels)
    for label in labels:
        assert CHINA.find(label) or label in CHINA.named
