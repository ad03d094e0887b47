"""Series: a reader who likes a column finds the rest of it; what every page has is no series."""

from __future__ import annotations

import pytest

from jianbao.archive.stories.numbering import Part, part_of
from jianbao.archive.stories.series import Series, find_series, list_series, series_of_articles
from jianbao.archive.stories.traits import Traits
from jianbao.content.register import Address
from tests.stories.reports import archive, report


def months(**known: str | tuple[str, ...]) -> list[Traits]:
    """Three articles alike in something, a month apart, on three pages."""
    pages = ("AAAAAAA", "BBBBBBB", "CCCCCCC")
    return [
        report(f"{page}/01", f"第{n}篇的题目", printed=f"2022-0{n}-01", **known)
        for n, page in enumerate(pages, start=1)
    ]


def articles_of(*reports: Traits) -> dict[str, tuple[str, ...]]:
    """The articles of every series by its name."""
    return {one.name: one.articles for one in find_series(archive(*reports))}


def test_a_column_of_a_paper_is_a_series_newest_first() -> None:
    """今日评论 stands over an article a month."""
    found = find_series(archive(*months(section="今日评论")))
    ids = ("CCCCCCC/01", "BBBBBBB/01", "AAAAAAA/01")
    assert found == (Series("柳城日报/今日评论", "今日评论", "柳城日报", ids),)


@pytest.mark.parametrize("label", ["图片新闻", "简讯", "广告", "本报讯", "部门动态", "LOCAL NEWS"])
def test_labels_that_every_page_has_are_no_series(label: str) -> None:
    """They stand over whatever there is."""
    assert articles_of(*months(section=label)) == {}


def test_a_kicker_that_comes_again_is_a_series_and_one_that_names_who_acts_is_none() -> None:
    """A slogan stands over the reports of a campaign; an office stands over what it did."""
    assert list(articles_of(*months(kicker=("奋进新征程 建功新时代",)))) == ["奋进新征程 建功新时代"]
    for kicker in ("高新区市场监督管理局", "宝莲寺镇：", "宝莲寺镇小营村", "任建新在大会上强调"):
        assert articles_of(*months(kicker=(kicker,))) == {}
    assert articles_of(*months(kicker=("青石冷链物流",), organizations=("青石冷链物流",))) == {}


def test_two_articles_or_one_page_are_no_series() -> None:
    """A label over three articles of one page is a rubric of that page."""
    assert articles_of(*months(section="今日评论")[:2]) == {}
    one_page = [report(f"AAAAAAA/0{n}", section="今日评论") for n in range(1, 6)]
    assert articles_of(*one_page) == {}


def test_every_paper_has_its_own_column() -> None:
    """Two papers of two cities print 今日评论; neither has three of them."""
    here = months(section="今日评论")
    there = report("DDDDDDD/01", section="今日评论", newspaper="松原日报", home="松原市/河西区")
    assert articles_of(*here[:2], there) == {}
    assert set(articles_of(*here, there)["今日评论"]) == {one.id for one in here}


def test_a_page_of_unknown_paper_counts_to_the_paper_of_its_city() -> None:
    """The column has one home while only one paper of the city prints it."""
    here = months(section="今日评论")
    unknown = report("DDDDDDD/01", section="今日评论", newspaper="", printed="2022-09")
    assert articles_of(*here, unknown)["今日评论"][0] == "DDDDDDD/01"


def test_numbered_parts_are_a_series_from_two_on_in_their_order() -> None:
    """The second part was printed on a page whose day nobody knows."""
    parts = [
        report("BBBBBBB/01", "看变化", subtitle=("——“项目为王”系列报道之二",)),
        report("AAAAAAA/02", "开门红", subtitle=("——“项目为王”系列报道之一",), printed="2023-02-01"),
        report("CCCCCCC/05", "再出发", kicker=("“项目为王”系列报道之十一",), printed="2023-03-01"),
    ]
    assert articles_of(*parts) == {"“项目为王”系列报道": ("AAAAAAA/02", "BBBBBBB/01", "CCCCCCC/05")}
    assert len(articles_of(*parts[:2])) == 1
    assert articles_of(parts[0]) == {}


def test_one_column_with_two_labels_is_one_series() -> None:
    """Section and kicker stand over the same three articles."""
    assert len(find_series(archive(*months(section="百姓故事", kicker=("百姓故事 天天讲",))))) == 1


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("“项目为王”系列报道之三", Part("“项目为王”系列报道", 3)),
        ("老街往事（上）", Part("老街往事", 1)),
        ("老街往事（下）", Part("老街往事", 3)),
        ("老街往事（十二）", Part("老街往事", 12)),
        ("乡村振兴看柳城④", Part("乡村振兴看柳城", 4)),
        ("长篇小说《柳河》连载（27）", Part("长篇小说《柳河》连载", 27)),
        ("百年党史 第二十一期", Part("百年党史", 21)),
        ("LETTERS FROM ABROAD.—No. IV.", Part("LETTERS FROM ABROAD", 4)),
        ("The Old Mill, Part 2", Part("The Old Mill", 2)),
        ("卫东区已引进项目7个", None),
        ("新年贺词（全文）", None),
        ("气温回升（图）", None),
        ("", None),
    ],
)
def test_how_parts_are_numbered(line: str, part: Part | None) -> None:
    """What is numbered, and its number."""
    assert part_of(line) == part


def test_a_series_has_an_address_that_stays() -> None:
    """A new article changes nothing of it, and its slug comes from the register."""
    series = find_series(archive(*months(section="今日评论")))
    lists = list_series(series, {})
    [group] = lists.groups.values()
    assert (group.kind, group.name, group.label) == ("series", "今日评论", "柳城日报/今日评论")
    assert group.path == f"series/{group.slug}/"
    assert group.slug.startswith("jinripinglun-")
    assert series_of_articles(series, lists)["AAAAAAA/01"] == (group.slug,)
    known = {"series/old/": Address("series/old/", "series", name="柳城日报/今日评论")}
    assert list(list_series(series, known).groups) == ["old"]
