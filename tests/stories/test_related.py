"""Related articles: a reader gets from one article to another for a reason that holds, or gets none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.archive.model import Related
from jianbao.archive.stories.related import relate
from jianbao.archive.stories.traits import Traits
from tests.stories.reports import archive, report

OTHERS = [
    report(
        f"ZZZZZZ{page}/0{n}", f"其他新闻{page}{n}", f"这是第{page}版的第{n}条消息，与别的都没有关系。", home="松原县"
    )
    for page in range(1, 7)
    for n in range(1, 6)
]
"""What else stands in a small archive."""


def related(*reports: Traits) -> dict[str, tuple[Related, ...]]:
    """The related articles of these and of what else is there."""
    return relate(archive(*reports, *OTHERS), None)[0]


def led_to(found: tuple[Related, ...]) -> list[tuple[str, str]]:
    """(id, reason in Chinese) of related articles."""
    return [(one.article, one.zh) for one in found]


def test_two_articles_about_one_project_lead_to_each_other() -> None:
    """The name of a project is recognised in the text; a verb before it or the city's name does not hide it."""
    plan = report("AAAAAAA/01", "河东区谋划重点项目", "今年推进柳城青石冷链物流园等项目建设。")
    site = report("BBBBBBB/01", "抓紧施工", "工人正在硬化青石冷链物流园的道路。")
    found = related(plan, site)
    assert led_to(found["BBBBBBB/01"]) == [("AAAAAAA/01", "同一项目：青石冷链物流园")]
    assert found["AAAAAAA/01"] == (
        Related("BBBBBBB/01", "同一项目：柳城青石冷链物流园", "same project: 柳城青石冷链物流园"),
    )


@pytest.mark.parametrize(
    ("kind", "name"), [("people", "胡启明"), ("organizations", "区发改委"), ("places", "小营村"), ("people", "欧阳青")]
)
def test_who_and_what_both_name_is_said(kind: str, name: str) -> None:
    """A person, an office, a village that few articles name."""
    one = report("AAAAAAA/01", "开工", f"{name}那里今年第一个开工。", **{kind: [name]})
    other = report("BBBBBBB/01", "丰收", f"秋天到了，{name}那里丰收了。", **{kind: [name]})
    found = related(one, other)
    assert found["AAAAAAA/01"] == (Related("BBBBBBB/01", f"也写到：{name}", f"also names {name}"),)


@pytest.mark.parametrize("body", ["区委", "河东区委", "市政府", "河东区人民政府", "柳城日报", "国务院"])
def test_what_every_article_names_relates_nothing(body: str) -> None:
    """Committees, governments and papers are named everywhere."""
    one = report("AAAAAAA/01", "开工", f"{body}要求今年第一个开工。", organizations=[body])
    other = report("BBBBBBB/01", "丰收", f"{body}要求颗粒归仓。", organizations=[body])
    assert related(one, other)["AAAAAAA/01"] == ()


def test_the_county_and_the_reporter_relate_nothing() -> None:
    """Most of the archive is about the county, and a reporter writes about everything."""
    known = {"places": ["河东区", "柳城市"], "authors": ("周小英",), "people": ["周小英"], "topics": ("乡村振兴",)}
    one = report("AAAAAAA/01", "开工", "河东区今年第一个开工。", **known)
    other = report("BBBBBBB/01", "丰收", "河东区的玉米丰收了。", **known)
    assert related(one, other)["AAAAAAA/01"] == ()


def test_a_name_that_many_articles_have_is_no_reason() -> None:
    """The secretary whom 20 of 50 articles name leads nowhere; the villager whom two name does."""
    reports = [
        report(
            f"AAAAA{n:02}/01", f"调研第{n}天", f"第{n}天，王书平到各处看。", people=["王书平"] + ["丁三喜"] * (n < 3)
        )
        for n in range(1, 21)
    ]
    found = related(*reports)
    assert led_to(found["AAAAA01/01"]) == [("AAAAA02/01", "也写到：丁三喜")]
    assert found["AAAAA03/01"] == ()


def test_cities_are_not_related_by_what_they_both_speak_of() -> None:
    """Two cities have villages, slogans and rare words in common by chance; one person is one person."""
    words = {"keywords": ("薄壳山核桃", "嫁接苗", "油茶籽", "林下")}
    text = "开展“三个一批”活动。“三个一批”活动种下薄壳山核桃。"
    one = report("AAAAAAA/01", "“三个一批”", text, places=["小营村"], **words)
    other = report("BBBBBBB/01", "“三个一批”", text + "别处也种。", home="松原市/河西区", newspaper="松原日报", **words)
    assert related(one, other)["AAAAAAA/01"] == ()
    person = {"柳城市/河东区/胡启明": "胡启明"}
    found = related(replace(one, people=person), replace(other, people=person))
    assert led_to(found["AAAAAAA/01"]) == [("BBBBBBB/01", "也写到：胡启明")]


def test_rare_words_are_the_last_resort_and_topics_are_none() -> None:
    """Three words that hardly any paper prints make a reason; 疫情防控 and 企业 make none."""
    rare = ("薄壳山核桃", "嫁接苗圃", "油茶籽油")
    common = ("疫情", "企业", "乡村振兴", "招商引资", "项目")
    text = "各处都忙。"
    found = related(
        report("AAAAAAA/01", text=text, keywords=rare), report("BBBBBBB/01", text="大家都来。", keywords=rare)
    )
    assert [one.article for one in found["AAAAAAA/01"]] == ["BBBBBBB/01"]
    assert found["AAAAAAA/01"][0].zh.startswith("都谈到：")
    found = related(report("AAAAAAA/01", text=text, keywords=common), report("BBBBBBB/01", keywords=common))
    assert found["AAAAAAA/01"] == ()


STORY = {
    "people": ["胡启明"], "organizations": ["青石冷链公司"], "places": ["小营村"], "keywords": ("冷链仓储", "青石冷链"),
}  # fmt: skip


def test_reports_on_one_matter_stand_first_and_in_the_order_of_time() -> None:
    """The reader of the second report is led back to the first and on to the third."""
    reports = [
        report(f"{page}/01", title, text, printed=day, **STORY)
        for page, day, title, text in (
            ("CCCCCCC", "2022-11-02", "青石冷链物流园投产", "胡启明在小营村说，青石冷链公司今天投产。"),
            ("AAAAAAA", "2022-03-01", "青石冷链物流园签约", "胡启明在小营村签了约，青石冷链公司来了。"),
            ("BBBBBBB", "2022-06-05", "青石冷链物流园封顶", "小营村，胡启明看着青石冷链公司的仓库封顶。"),
        )
    ]
    found = related(*reports)
    assert [(one.article, one.zh.partition("：")[0]) for one in found["BBBBBBB/01"]] == [
        ("AAAAAAA/01", "同一事件此前的报道"),
        ("CCCCCCC/01", "同一事件的后续报道"),
    ]
    assert found["AAAAAAA/01"][0].en.startswith("a later report on the same matter: ")


def test_the_same_matter_on_another_page_of_the_day_is_neither_before_nor_after() -> None:
    """Two reports of one day, and two of which only the month is known."""
    for day in ("2022-06-05", "2022-06"):
        one = report("AAAAAAA/01", "青石冷链物流园封顶", "小营村，胡启明看着仓库封顶。", printed=day, **STORY)
        other = report("BBBBBBB/01", "图：青石冷链物流园", "小营村的仓库，胡启明摄于封顶时。", printed=day, **STORY)
        assert related(one, other)["AAAAAAA/01"][0].zh.startswith("同一事件的另一篇报道")


def test_a_reprint_is_recognised_in_another_city_and_with_other_marks() -> None:
    """Another paper prints the text with its own headline, its own marks and a paragraph less."""
    sentences = [
        "青石冷链物流园昨天封顶，三百多名工人参加了仪式", "园区占地一百二十亩，明年五月可以投产",
        "投产后能存两万吨苹果和一万吨蔬菜", "附近八个村的果农不必再把苹果卖给过路的客商",
    ]  # fmt: skip
    one = report("AAAAAAA/01", "封顶", "。".join(sentences) + "。")
    other = report("BBBBBBB/01", "一处物流园建成", ",".join(sentences[:3]), home="松原市/河西区", newspaper="松原日报")
    assert led_to(related(one, other)["BBBBBBB/01"]) == [("AAAAAAA/01", "文字几乎相同（转载或重复）")]


def test_advertisements_lead_nowhere_but_to_their_reprints() -> None:
    """A notice names streets and offices of everybody."""
    one = report("AAAAAAA/01", "招租", "小营村临街房出租，联系胡启明。", people=["胡启明"], kind="advertisement")
    other = report("BBBBBBB/01", "丰收", "胡启明家的玉米丰收了。", people=["胡启明"])
    assert related(one, other)["AAAAAAA/01"] == ()
    again = replace(
        one, id="BBBBBBB/02", page="BBBBBBB", text=one.text + "临街房三间，面积六十平方米，价格可以面谈，长期有效。"
    )
    first = replace(one, text=again.text)
    assert [r.article for r in related(first, again)["AAAAAAA/01"]] == ["BBBBBBB/02"]


def test_there_are_eight_at_most_the_nearest_in_time_where_nothing_else_decides() -> None:
    """Fifteen articles are about one farmer."""
    farmer = [
        report(f"AAAAA{n:02}/01", text=f"丁三喜的第{n}天。", people=["丁三喜"], printed=f"2022-03-{n:02}")
        for n in range(1, 16)
    ]
    found = relate(archive(*farmer, *OTHERS, *(replace(o, id="Y" + o.id[1:]) for o in OTHERS)), None)[0]
    assert [one.article for one in found["AAAAA01/01"]] == [f"AAAAA{n:02}/01" for n in range(2, 10)]


def test_an_empty_archive_and_a_single_article_have_none() -> None:
    """None is a right answer."""
    assert relate({}, None)[0] == {}
    assert relate(archive(report("AAAAAAA/01", "开工", "开工了。")), None)[0] == {"AAAAAAA/01": ()}


# ---------------------------------------------------------------- what is kept from one run to the next

NAMES = ["胡启明", "丁三喜", "王书平", "李小兰"]
OFFICES = ["区发改委", "青石冷链公司", "区教育局"]
VILLAGES = ["小营村", "聂家庄", "郭村集村", "太昊路街道"]
SENTENCES = [
    "青石冷链物流园昨天封顶，三百多名工人参加了仪式。", "“三个一批”活动开始了。", "苹果和蔬菜都卖出去了，大家都很高兴。",
    "冬春造林绿化行动种下六万棵树。", "园区占地一百二十亩，明年五月可以投产。",
]  # fmt: skip


def some(names: list[str]) -> st.SearchStrategy[list[str]]:
    """Some of these, each once."""
    return st.lists(st.sampled_from(names), unique=True, max_size=3)


@st.composite
def any_report(draw: st.DrawFn, id: str) -> Traits:
    """A report that has much in common with others."""
    return report(
        id, draw(st.sampled_from(["封顶", "丰收", "小营村的故事"])), "".join(draw(some(SENTENCES))),
        people=draw(some(NAMES)), organizations=draw(some(OFFICES)), places=draw(some(VILLAGES)),
        keywords=tuple(draw(some(["薄壳山核桃", "嫁接苗圃", "油茶籽油", "企业"]))),
        printed=draw(st.sampled_from(["", "2022", "2022-03", "2022-03-05", "2023-01-01"])),
        home=draw(st.sampled_from(["柳城市/河东区", "柳城市/河西区", "松原市/河西区"])),
    )  # fmt: skip


IDS = [f"PAGE{page}/0{n}" for page in range(1, 10) for n in range(1, 5)]


@st.composite
def histories(draw: st.DrawFn) -> list[dict[str, Traits]]:
    """An archive as it was on several days: articles are added, edited and taken away."""
    days = [{id: draw(any_report(id)) for id in draw(some_ids(8, 24))}]
    for _ in range(draw(st.integers(1, 3))):
        now = dict(days[-1])
        for id in draw(some_ids(0, 3)):
            now[id] = draw(any_report(id))
        for id in draw(some_ids(0, 2)):
            now.pop(id, None)
        days.append(now)
    return days


def some_ids(least: int, most: int) -> st.SearchStrategy[list[str]]:
    """Ids of articles, so many."""
    return st.lists(st.sampled_from(IDS), unique=True, min_size=least, max_size=most)


@settings(max_examples=60)
@given(histories())
def test_what_is_kept_saves_time_and_changes_nothing(days: list[Mapping[str, Traits]]) -> None:
    """After any edits the outcome, and what is kept of it, is that of a first run, whatever the order of the articles."""
    kept = None
    for articles in days:
        found, kept = relate(articles, json.loads(json.dumps(kept)))
        again, afresh = relate(dict(reversed(articles.items())), None)
        assert found == again
        assert kept == afresh


def test_where_nothing_changed_nothing_need_be_written() -> None:
    """What was kept comes back as it is."""
    articles = archive(report("AAAAAAA/01", people=["胡启明"]), report("BBBBBBB/01", people=["胡启明"]), *OTHERS)
    found, kept = relate(articles, None)
    again, still_kept = relate(articles, kept)
    assert again == found
    assert still_kept is kept
