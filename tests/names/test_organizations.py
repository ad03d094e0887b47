"""The bodies that an article names: where each name begins and ends, what is a name, and of which kind it is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.archive.names.organizations import find_organizations
from jianbao.archive.names.passage import Passage
from jianbao.archive.names.words import cut_words
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.told_names import Who
from jianbao.knowledge.told_organizations import ToldOrganizations


def named(text: str, told: ToldOrganizations = ToldOrganizations(), language: str = "zh-Hans") -> dict[str, str]:  # noqa: B008
    """The names in a text, each with its kind."""
    passage = Passage("", text, language=language)
    found = find_organizations(passage, cut_words(passage, chinese_lexicon()), told)
    return {one.name: one.kind for one in found}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("据区教育局负责人介绍，今年新增学位一千个。", {"区教育局": "government"}),
        ("昨日，记者从柳河县住房和城乡建设局获悉，道路已修好。", {"柳河县住房和城乡建设局": "government"}),
        ("县委组织部、县人社局联合举办招聘会。", {"县委组织部": "party", "县人社局": "government"}),
        (
            "由区委、区政府督查局、区审计局组成检查组。",
            {"区委": "party", "区政府督查局": "government", "区审计局": "government"},
        ),
        ("市公安局交警支队和市教育局共同开展宣传。", {"市公安局交警支队": "government", "市教育局": "government"}),
        ("该区农业农村和水利局发布数据。", {"区农业农村和水利局": "government"}),
        ("柳河县人民法院公开审理此案，县检察院派员出庭。", {"柳河县人民法院": "court", "县检察院": "court"}),
        ("成立了大河镇防汛抗旱指挥部。", {"大河镇防汛抗旱指挥部": "government"}),
        ("国务院办公厅印发通知，新华社作了报道。", {"国务院办公厅": "government", "新华社": "media"}),
        ("在县中医院住院部，医生正在查房。", {"县中医院": "hospital"}),
        ("捐给市第一人民医院两台设备。", {"市第一人民医院": "hospital"}),
        ("中国银行解放路支行的职员告诉记者。", {"中国银行解放路支行": "bank"}),
        ("他毕业于河南师范大学文学院。", {"河南师范大学文学院": "school"}),
        ("《柳河日报》、河南电视台派出记者。", {"柳河日报": "media", "河南电视台": "media"}),
        ("县作协、市诗词学会的会员到场。", {"县作协": "association", "市诗词学会": "association"}),
    ],
)
def test_offices_and_institutions(sentence: str, names: dict[str, str]) -> None:
    """A name goes from its place to its last word, and no further either way."""
    assert named(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("引进了上海晟禾机电有限公司的生产线。", {"上海晟禾机电有限公司"}),
        ("走进晟禾（柳河）科技有限公司，工人正在装配。", {"晟禾（柳河）科技有限公司"}),
        ("河南晟禾集团、鼎泰丰纺织股份有限公司参加签约。", {"河南晟禾集团", "鼎泰丰纺织股份有限公司"}),
        ("扶持晟禾铝业、瑞普电气等企业发展壮大。", {"晟禾铝业", "瑞普电气"}),
        ("河南晟禾机床有限公司投产。晟禾机床的产品销往国外。", {"河南晟禾机床有限公司", "晟禾机床"}),
        ("东门街道联合晟禾环保公司开展宣传。", {"晟禾环保公司"}),
        ("中国工商银行股份有限公司河南省分行发放贷款。", {"中国工商银行股份有限公司河南省分行"}),
    ],
)
def test_companies(sentence: str, names: set[str]) -> None:
    """A company is named by its brand, its trade and its form, by brand and trade, or again by these alone."""
    assert named(sentence).keys() == names


@pytest.mark.parametrize(
    "sentence",
    [
        "该局要求各单位、有关部门和市直部门落实责任。",
        "一家企业的负责人说，本公司和该公司都要整改。",
        "全区学校、定点医院、上市公司、物业公司和农村中小学都要检查。",
        "群众到处都说好，这个格局、这个平台、这个部分没有变。",
        "建成养老服务中心和便民服务中心三个。",
        "前沿科技、绿色能源、新型材料是方向。",
        "干部和人大代表、政协委员参加了视察。",
        "住建、工信、商务、交通等部门配合。",
    ],
)
def test_what_names_no_body(sentence: str) -> None:
    """What points at a body, or says its kind only, is no name."""
    assert named(sentence) == {}


def test_the_title_and_the_captions_are_read_too() -> None:
    """Every part of the passage, and each name once with all its places."""
    passage = Passage("柳河县教育局：招聘教师", "9月1日，柳河县教育局开会。", "柳河县教育局会场")
    (found,) = find_organizations(passage, cut_words(passage, chinese_lexicon()), ToldOrganizations())
    assert [span.part for span in found.spans] == ["title", "text", "caption"]


_PIECES = st.sampled_from(
    (
        "柳河县 区 市 公安局 教育局 、 ， 和 的 “ ” （ ） 晟禾 科技 有限公司 集团 中国银行 支行 该 在 第一 中学 办公室 "
        "记者 成立 疫情 防控 指挥部 · 与 党委 书记 《 》 国务院"
    ).split()
)


@given(st.lists(_PIECES, max_size=14).map("".join))
@settings(max_examples=300)
def test_spans_hold_just_the_name_and_none_overlaps(text: str) -> None:
    """Whatever is printed: every span lies in the text, holds the name, and no character belongs to two names."""
    passage = Passage("", text)
    found = find_organizations(passage, cut_words(passage, chinese_lexicon()), ToldOrganizations())
    spans = sorted((span, one.name) for one in found for span in one.spans)
    for (_, start, end), name in spans:
        assert text[start:end] == name
    assert all(one.end <= other.start for (one, _), (other, _) in pairwise(spans))


def test_what_people_told_counts_before_the_rules() -> None:
    """Added names are found with their kind, names that are none vanish, forms told to be the same are names."""
    text = "老磨坊与县教育局合作，大河村合作小组到场，磨坊家说好。"
    told = ToldOrganizations(
        same=((Who("老磨坊"), Who("磨坊家")),),
        added=(("大河村合作小组", "association"),),
        never=frozenset({"县教育局"}),
    )
    assert named(text, told) == {"老磨坊": "other", "大河村合作小组": "association", "磨坊家": "other"}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "The Board of Trade met Mr. Smith of the Grand Trunk Railway Company.",
            {"Board of Trade", "Grand Trunk Railway Company"},
        ),
        (
            "He is cashier of the Bank of Montreal and rows for the Riverside Club.",
            {"Bank of Montreal", "Riverside Club"},
        ),
        (
            "The New South Wales Rugby Union and St. Mary's Church gave a supper.",
            {"New South Wales Rugby Union", "St. Mary's Church"},
        ),
        ("The Company and the Board met at the High School; This Society is new.", set()),
        ("Officials of the Farmers' Union spoke. Congress adjourned.", {"Farmers' Union", "Congress"}),
    ],
)
def test_english_names(sentence: str, names: set[str]) -> None:
    """Rows of capitalised words that end or begin in a word for bodies."""
    assert named(sentence, language="en").keys() == names
