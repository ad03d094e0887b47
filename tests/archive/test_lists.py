"""The lists of an archive hold exactly the articles that name them."""

from __future__ import annotations

import pytest

from tests.archive.handwritten import Linked, Write, article, record

pytestmark = pytest.mark.usefixtures("two_pages")


def test_districts_of_one_name_are_told_apart_by_their_city(linked: Linked) -> None:
    """高新区 of 安阳市 and of 新乡市 are two lists with two addresses."""
    archive = linked()
    members = {group.label: group.articles for group in archive.districts.values()}
    assert members == {
        "安阳市/文峰区": ("AAAAAAA/01",), "安阳市/高新区": ("AAAAAAA/02",), "新乡市/高新区": ("BBBBBBB/01",)
    }  # fmt: skip
    assert set(archive.districts) == {"wenfengqu-410502", "gaoxinqu-410571", "gaoxinqu-410771"}
    assert archive.articles["AAAAAAA/02"].districts == ("gaoxinqu-410571",)


def test_a_city_gathers_the_articles_of_its_districts(linked: Linked) -> None:
    """And knows its districts by their parent."""
    archive = linked()
    city = archive.cities["anyangshi-4105"]
    assert set(city.articles) >= {"AAAAAAA/01", "AAAAAAA/02"}
    assert "BBBBBBB/01" not in city.articles
    assert {group.name for group in archive.districts.values() if group.parent == city.slug} == {"文峰区", "高新区"}


def test_two_names_of_one_district_are_one_list(linked: Linked, write: Write) -> None:
    """What one editor calls 高新技术开发区 is what the other calls 高新区."""
    write("安阳/0923/04.md", article("AAAAAAA/04", districts="[安阳/高新技术开发区, 安阳市/高新区]"))
    archive = linked()
    assert set(archive.districts["gaoxinqu-410571"].articles) == {"AAAAAAA/02", "AAAAAAA/04"}
    assert archive.articles["AAAAAAA/04"].districts == ("gaoxinqu-410571",)


def test_a_district_that_nobody_knows_is_listed_and_told(linked: Linked, write: Write) -> None:
    """A typing error loses no article, and the message offers the right name."""
    write("安阳/0923/04.md", article("AAAAAAA/04", districts="[安阳市/文锋区]"))
    archive = linked()
    group = next(group for group in archive.districts.values() if group.label == "安阳市/文锋区")
    assert group.articles == ("AAAAAAA/04",)
    assert group.path.isascii()
    told = [problem for problem in archive.problems if problem.file.endswith("04.md")]
    assert len(told) == 1
    assert told[0].weight == "warning"
    assert "安阳市/文峰区" in told[0].remedy.zh


def test_lists_are_newest_print_first_and_unknown_days_last(linked: Linked, write: Write) -> None:
    """A month counts by its month; what has no date stands at the end."""
    for number, issued in enumerate(["'2021-01-01'", "'2023'", "''", "'2022-10'"], start=1):
        write(f"甲/{number}.md", article(f"CCCCCCC/0{number}", issued=issued, topics="[生态环保]"))
    assert linked().topics["environment"].articles == ("CCCCCCC/02", "CCCCCCC/04", "CCCCCCC/01", "CCCCCCC/03")


def test_topics_stand_in_the_order_of_the_vocabulary_and_unknown_ones_behind(linked: Linked, write: Write) -> None:
    """An unknown topic is listed all the same."""
    write("安阳/0923/04.md", article("AAAAAAA/04", topics="[城市更新, Culture and tourism]"))
    archive = linked()
    assert [group.name for group in archive.topics.values()] == ["市场监管", "法治平安", "文化旅游", "城市更新"]
    assert set(archive.topics["culture"].articles) == {"AAAAAAA/01", "AAAAAAA/04"}
    assert list(archive.topics)[-1].startswith("chengshigengxin-")


def test_reporters_are_persons(linked: Linked) -> None:
    """本报 signs, but has no page; who signs most stands first."""
    archive = linked()
    assert [group.name for group in archive.reporters.values()] == ["周俊英", "李娟"]
    assert [author.name for author in archive.articles["AAAAAAA/01"].front.authors] == ["周俊英", "本报"]
    assert len(archive.articles["AAAAAAA/01"].reporters) == 1


def test_papers_and_days_hold_what_is_known_only(linked: Linked) -> None:
    """A page without a day is in no calendar; it has its own place."""
    archive = linked()
    assert [group.path for group in archive.days.values()] == ["dates/2022/09/23/"]
    assert [(group.name, len(group.articles)) for group in archive.newspapers.values()] == [("安阳日报", 3)]
    assert archive.undated == ("BBBBBBB",)


def test_feeds_announce_what_came_into_the_archive_last(linked: Linked) -> None:
    """By `added`, not by the printed day."""
    assert linked().news[0] == "AAAAAAA/02"


def test_articles_stand_as_printed_and_lead_on_across_pages(linked: Linked) -> None:
    """The record's order counts, not the numbers; the known day stands before the unknown one."""
    archive = linked()
    ids = ["AAAAAAA/01", "AAAAAAA/03", "AAAAAAA/02", "BBBBBBB/01"]
    assert list(archive.articles) == ids
    assert [archive.articles[id].position for id in ids] == [1, 2, 3, 1]
    assert [archive.articles[id].next for id in ids] == [*ids[1:], ""]
    assert [archive.articles[id].previous for id in ids] == ["", *ids[:-1]]


def test_an_article_without_a_district_stands_in_its_pages_city(linked: Linked, write: Write) -> None:
    """The city that all districts of the page share, or the one that people told."""
    assert "AAAAAAA/03" in linked().cities["anyangshi-4105"].articles
    write("pages.csv", "file,city\n安阳/0923.txt,鹤壁市\n")
    archive = linked()
    assert archive.cities["hebishi-4106"].articles == ("AAAAAAA/03",)
    assert archive.pages["AAAAAAA"].city == "鹤壁市"


def test_what_people_tell_of_a_page_counts_at_once(linked: Linked, write: Write) -> None:
    """Paper and day filled in with Excel."""
    write("pages.csv", "file,newspaper,issued,page\n新乡/未知.txt,新乡日报,2024/11/5,3\n")
    page = linked().pages["BBBBBBB"]
    assert (page.issued, page.date, page.page) == ("2024-11-05", "2024-11-05", "3")
    assert "新乡日报" in page.display


def test_a_page_without_articles_is_still_a_page(linked: Linked, write: Write) -> None:
    """All furniture, or all of it merged away by hand."""
    write("空/page.yaml", record("DDDDDDD", "空.txt"))
    assert linked().pages["DDDDDDD"].articles == ()


def test_a_desk_that_people_name_is_no_reporter(linked: Linked, write: Write) -> None:
    """Its by-line stays with the article and has no page; a misspelt file is told."""
    write("甲/1.md", article("CCCCCCC/01", authors="[{name: 安宣, role: writer}, {name: 李平, role: reporter}]"))
    assert {"安宣", "李平"} <= {group.name for group in linked().reporters.values()}
    write("_authority/bylines.yaml", "collective: [安宣]\n")
    archive = linked()
    assert "安宣" not in {group.name for group in archive.reporters.values()}
    assert [author.name for author in archive.articles["CCCCCCC/01"].front.authors] == ["安宣", "李平"]
    write("_authority/bylines.yaml", "collectives: [安宣]\n")
    assert "content/_authority/bylines.yaml" in {problem.file for problem in linked().problems}
