"""The persons of one article: who is named, where, with which post, who signs, and who must not get a page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.archive.names import names_model
from jianbao.archive.names.found import PersonFound
from jianbao.archive.names.passage import Passage
from jianbao.archive.names.people import find_people
from jianbao.archive.names.short_mentions import short_form
from jianbao.knowledge.bylines import Bylines
from jianbao.knowledge.told_people import ToldPeople


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the rules promise holds without the optional model."""
    monkeypatch.setattr(names_model, "_model", lambda: None)


def find(text: str, title: str = "", told: ToldPeople | None = None, **more: object) -> dict[str, PersonFound]:
    """Those written about, by name."""
    passage = Passage(title, text, **more)  # type: ignore[arg-type]
    return {one.name: one for one in find_people(passage, told or ToldPeople()) if not one.role}


def english(text: str) -> dict[str, PersonFound]:
    """Those written about in an English text."""
    return find(text, language="en")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("9月22日，青河区发改委主任何建民介绍，今年全区开工项目30个。", ["何建民"]),
        ("该局副局长周立和原局长陈大海到会。", ["周立", "陈大海"]),
        ("村民郑满仓说：“今年收成好。”", ["郑满仓"]),
        ("“路修好了，出门方便。”孙秀兰高兴地说。", ["孙秀兰"]),
        ("“大家都来搭把手。”马长顺告诉记者，", ["马长顺"]),
        ("据吴国庆介绍，这口井打了三个月。", ["吴国庆"]),
        ("区领导刘峰、谢静、胡长河、李明德、赵宏等出席会议。", ["刘峰", "谢静", "胡长河", "李明德", "赵宏"]),
        ("朱爱国、林晓梅、徐志远、郭红分别作了发言。", ["朱爱国", "林晓梅", "徐志远", "郭红"]),
        ("图为张月娥（左）和李桂枝（右）在剪窗花。", ["张月娥", "李桂枝"]),
        ("罗永福，男，1953年生，青河镇人。", ["罗永福"]),
        ("今年84岁的杨玉珍还在纺线。", ["杨玉珍"]),
        ("梁志强同志因病去世。", ["梁志强"]),
        ("宋家宝一家住上了新房。", ["宋家宝"]),
        ("老板是一个叫秦小军的年轻人。", ["秦小军"]),
        ("爱好者经营者乔国栋开了一家书店。", ["乔国栋"]),
        ("诸葛文武老师退休后，欧阳春梅接了他的班。", ["诸葛文武", "欧阳春梅"]),
        ("德国专家约翰内斯·米勒来到青河。", ["约翰内斯·米勒"]),
        ("孙立行为副主任，马长顺为生产队长。", ["孙立行", "马长顺"]),
        ("1975年，公社书记何建民、大队长周立和生产队长郑满仓到了工地。", ["何建民", "周立", "郑满仓"]),
        ("指导老师为林晓梅。", ["林晓梅"]),
        ("村民都提到徐志远，徐志远患有风湿病。", ["徐志远"]),
        ("丈夫梁志强患病多年。", ["梁志强"]),
        ("队员罗永福、秦小军 乔国栋 宋家宝上场。", ["罗永福", "秦小军", "乔国栋", "宋家宝"]),
        ("运动员何建民夺冠，由主席郭红颁奖。", ["何建民", "郭红"]),
        ("文/图 郭红", ["郭红"]),
        ("老人已平安到家。（何建民 郑满仓）", ["何建民", "郑满仓"]),
        ("本报讯 何建国、孙秀兰报道：麦子熟了。", ["何建国", "孙秀兰"]),
        ("德国客商约翰·施耐德一行来到青河。", ["约翰·施耐德"]),
        ("丘广田、迟长河、覃玉林三位老师参加了活动。", ["丘广田", "迟长河", "覃玉林"]),
    ],
)  # fmt: skip
def test_a_name_is_told_by_its_post_its_speaking_its_row_or_what_is_said_of_it(text: str, names: list[str]) -> None:
    """Whoever is named in one of the ways in which papers name people is found, in the order of the text."""
    found = find(text)
    assert [name for name in found if name in names] == names
    assert set(found) <= set(names)


@pytest.mark.parametrize(
    "text",
    [
        "高新区、开发区和项目单位要高质量完成任务。",
        "该局会同卫健、林草、公安、司法等部门，落实惠企政策和白名单制度。",
        "石油路社区王大爷说，胡书记常来。张女士也说好。",
        "观摩组先后到小营村、焦田庄村、梁家庄村，看了文峰路和黄河桥。",
        "商户和居民都说好，群众向干部表示感谢。",
        "同时，安全生产、和谐社会、时代新人，常抓不懈。",
        "以周保月、以月保季，严督实考抓落实。",
        "这种说法于是流传开来，任何单位都应当重视。",
        "张某和李某某在路上相遇。",
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    """Zones, villages, words that begin with a surname, forms of address without a full name."""
    assert not find(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("传承人吴燕娴熟地剪着窗花。", "吴燕"),
        ("传承人吴燕娴熟练地剪着窗花。“我从小就学。”吴燕娴向记者介绍。", "吴燕娴"),
        ("刘斐说，路修好了。", "刘斐"),
        ("律师崔志彬分析认为，合同有效。", "崔志彬"),
    ],
)
def test_where_a_name_ends_is_weighed_over_the_article(text: str, name: str) -> None:
    """The words that go on after it, and the same name elsewhere, decide between two characters and three."""
    assert list(find(text)) == [name]


def test_every_further_place_of_a_name_is_found() -> None:
    """Named with a post once, a person is known in the whole article, headline and captions too."""
    text = "青河镇党委书记何建民来了。\n\n天黑了，何建民才走。"
    passage = Passage("记何建民的一天", text, caption="何建民在田间")
    (one,) = find_people(passage, ToldPeople())
    assert [span.part for span in one.spans] == ["title", "text", "text", "caption"]


def test_a_given_name_alone_is_another_place_of_the_same_person() -> None:
    """旭阳 for 乔旭阳 is no new person."""
    found = find("驻村第一书记乔旭阳到任两年。“旭阳踏实，大家信得过。”村民都这么说。")
    assert list(found) == ["乔旭阳"]
    assert len(found["乔旭阳"].spans) == 2


def test_the_last_part_of_a_foreign_name_is_the_same_person() -> None:
    """米勒 after 约翰内斯·米勒."""
    found = find("专家约翰内斯·米勒来了。米勒说，这里的土很好。")
    assert list(found) == ["约翰内斯·米勒"]
    assert len(found["约翰内斯·米勒"].spans) == 2


@pytest.mark.parametrize(
    ("text", "name", "post", "public"),
    [
        ("9月22日，青河区发改委主任何建民到会。", "何建民", "青河区发改委主任", True),
        ("市委常委、副市长周立主持会议。", "周立", "市委常委、副市长", True),
        ("据商务部对外贸易司司长陈大海介绍，", "陈大海", "商务部对外贸易司司长", True),
        ("小营村党支部书记郑满仓说，", "郑满仓", "小营村党支部书记", True),
        ("村民孙秀兰说，", "孙秀兰", "村民", False),
        ("青河面粉厂经理马长顺说，", "马长顺", "青河面粉厂经理", False),
        ("区领导刘峰、谢静等出席。", "谢静", "区领导", True),
    ],
)
def test_the_post_is_printed_with_its_body(text: str, name: str, post: str, public: bool) -> None:
    """As it stands before the name; an office makes a person public, an occupation does not."""
    one = find(text)[name]
    assert (one.post, one.public) == (post, public)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("犯罪嫌疑人赵大勇已被控制。", "赵大勇"),
        ("赵大勇因涉嫌盗窃被带走。赵大勇说，他后悔了。", "赵大勇"),
        ("被告人赵大勇当庭认罪。", "赵大勇"),
        ("被害人钱小丽的家属到庭。", "钱小丽"),
        ("9岁的赵小宝说，他喜欢看书。", "赵小宝"),
        ("赵小宝今年十二岁，村民说他懂事。赵小宝说，他要读书。", "赵小宝"),
        ("小学生赵小宝说，他喜欢看书。", "赵小宝"),
        ("村民赵大勇（化名）说，他常来。", "赵大勇"),
    ],
)
def test_children_suspects_victims_and_changed_names_are_shielded(text: str, name: str) -> None:
    """They are found, so that nothing else is made of them, and marked."""
    assert find(text)[name].shielded


@pytest.mark.parametrize(
    "text", ["今年84岁的赵大勇说，他不累。", "18岁女孩赵大勇说，她不累。", "民警赵大勇说，嫌疑人已被抓获。"]
)
def test_grown_ups_and_who_reports_a_crime_are_not_shielded(text: str) -> None:
    """An age of eighteen or more, a policeman who tells of an arrest."""
    assert not find(text)["赵大勇"].shielded


def test_who_signs_stands_apart_from_who_is_written_about() -> None:
    """Authors with their role, collective by-lines not at all; who does both is found twice."""
    passage = Passage(
        "", "青河镇党委书记何建民来了。（记者 林晓梅 通讯员 徐志远）",
        authors=(("林晓梅", "reporter"), ("何建民", "writer"), ("本报", "writer"), ("青宣", "writer")),
    )  # fmt: skip
    bylines = Bylines(frozenset({"本报", "青宣"}), ())
    found = [(one.name, one.role, len(one.spans)) for one in find_people(passage, ToldPeople(), bylines)]
    assert found == [
        ("何建民", "", 1), ("林晓梅", "reporter", 1), ("何建民", "writer", 0), ("徐志远", "correspondent", 1),
    ]  # fmt: skip


def test_a_credit_in_the_text_names_a_photographer() -> None:
    """郭红 摄 signs, and is no subject."""
    (one,) = find_people(Passage("", "秋收现场一派繁忙。（郭红 摄）"), ToldPeople())
    assert (one.name, one.role) == ("郭红", "photographer")


def test_names_in_columns_are_names() -> None:
    """A table of names, with spaces between them."""
    assert list(find("受表彰的有：\n\n劳动模范 朱爱国 林晓梅 徐志远 郭红军")) == [
        "朱爱国",
        "林晓梅",
        "徐志远",
        "郭红军",
    ]


def test_what_people_told_counts() -> None:
    """`add` names somebody wherever the name stands, `not` makes a name none."""
    told = ToldPeople(added=("阿甲",), never=frozenset({"何建民"}))
    assert list(find("主任何建民和阿甲来了。", told=told)) == ["阿甲"]


def test_an_article_without_names_has_none() -> None:
    """Nothing in, nothing out."""
    assert find_people(Passage("", ""), ToldPeople()) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr. John B. Smith of Lowville was in town.", ["John B. Smith"]),
        ("The Rev. James Walker preached on Sunday.", ["James Walker"]),
        ("J. W. Brown and Mary Ellen Clark were married.", ["J. W. Brown", "Mary Ellen Clark"]),
        ("Mrs. John Smith gave a party for John Smith.", ["Mrs. John Smith", "John Smith"]),
        ("The Governor met Senator Alvah Whitcomb.", ["Alvah Whitcomb"]),
        ("By Alvah Warren\n\nThe mill burned down.", ["Alvah Warren"]),
    ],
)
def test_english_names_are_told_by_titles_initials_and_first_names(text: str, names: list[str]) -> None:
    """Full names; a married woman under her husband's name is one person, and not he."""
    assert list(english(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "The store on John Street near Charles River Bridge was sold.",
        "George Washington University and James Smith Company agreed.",
        "Mr. Brown was in town on Monday Morning.",
        "New York Central Railroad trains ran late.",
    ],
)
def test_english_places_and_companies_are_no_persons(text: str) -> None:
    """What follows says so; a surname with a title alone names nobody."""
    assert not english(text)


def test_an_english_title_with_a_surname_is_a_further_place() -> None:
    """Mr. Brown, where the article names one Brown in full."""
    found = english("Judge Henry Brown spoke. Later Judge Brown left.")
    assert list(found) == ["Henry Brown"]
    assert len(found["Henry Brown"].spans) == 2
    assert found["Henry Brown"].public
    assert found["Henry Brown"].post == "Judge"


def test_who_stands_before_an_english_court_is_shielded() -> None:
    """Named in one sentence with the charge; an office keeps the constable out of it."""
    found = english("William Wells was charged with stealing by Constable Charles Rowe. Mr. Henry Otter spoke.")
    assert {name: one.shielded for name, one in found.items()} == {
        "William Wells": True, "Charles Rowe": False, "Henry Otter": False,
    }  # fmt: skip


_PIECES = (
    "主任", "村民", "何建民", "孙秀兰", "刘峰", "说，", "、", "和", "高新区", "约翰·米勒", "记者", " ", "（左）", "摄", "。", "\n\n",
    "建民", "米勒", "同志", "10岁的", "A", "🙂", "〇", "·",
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(st.sampled_from(_PIECES), max_size=25), st.lists(st.sampled_from(_PIECES), max_size=6))
def test_spans_hold_the_name_and_never_overlap(body: list[str], title: list[str]) -> None:
    """Every span holds exactly the name, or the short form of it, and no two of one person overlap."""
    passage = Passage("".join(title), "".join(body))
    texts = dict(passage.parts())
    people = find_people(passage, ToldPeople())
    for one in people:
        assert all(texts[span.part][span.start : span.end] in {one.name, short_form(one.name)} for span in one.spans)
    spans = sorted(span for one in people for span in one.spans)
    assert all(first.part != second.part or first.end <= second.start for first, second in pairwise(spans))
    assert people == find_people(passage, ToldPeople())


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    """Nothing that a page holds stops the search, in either language."""
    for language in ("zh-Hans", "en"):
        for one in find_people(Passage(text[:20], text, language=language), ToldPeople()):
            assert one.name.strip()
