"""What stands around a list: its years, its strip of bars, who appears together; and the list of what needs a person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lxml import html

from jianbao.archive.model import Review
from jianbao.press.paging import leaves
from jianbao.press.strip import draw_strip
from jianbao.press.years import under_years, years_of

from .conftest import printed
from .sample_archive import sample_archive, sample_settings
from .sample_names import with_names
from .test_article_page import words


def test_years_say_how_much_they_have_and_where_they_begin() -> None:
    """60 articles of 2004 after 30 of 2005, fifty to a leaf: 2004 begins on the first, what has no year on the second."""
    years = years_of("topics/x/", enumerate_years(["2005"] * 30 + ["2004"] * 60 + [""] * 5))
    assert [tuple(year) for year in years] == [
        ("2005", 30, "topics/x/#y2005"), ("2004", 60, "topics/x/#y2004"), ("", 5, "topics/x/page/2/#undated"),
    ]  # fmt: skip
    shelves = under_years([("2004", "a"), ("", "b"), ("2004", "c")], years)
    assert [(shelf.anchor, shelf.size, shelf.lines) for shelf in shelves] == [
        ("y2004", 60, ("a", "c")), ("undated", 5, ("b",)),
    ]  # fmt: skip


def enumerate_years(years: list[str]) -> list[tuple[str, int]]:
    """Every article with the number of its line."""
    return [(year, line) for line, year in enumerate(years)]


def test_a_long_list_names_the_leaves_around() -> None:
    """The first, the last, and two on either side."""
    near = [[number for number, _ in leaf.near] for leaf in leaves("x/", range(1000), 50)]
    assert (near[0], near[9], near[19]) == ([1, 2, 3, 20], [1, 8, 9, 10, 11, 12, 20], [1, 18, 19, 20])


def test_a_strip_is_drawn_where_there_is_something_to_see() -> None:
    """Bars by month; by year over a long time; none for a few articles or for one month."""
    strip = draw_strip(["2004-01"] * 6 + ["2004-02"] * 3 + ["2004-04"] * 1 + [""])
    assert strip is not None
    assert (strip.first, strip.last, strip.most, strip.peak) == ("2004-01", "2004-04", 6, "2004-01")
    assert strip.path == "M0 36v-36h4v36zM5 36v-18h4v18zM15 36v-6h4v6z"
    long = draw_strip(["1950-03", "1951", "2004-02"] * 3)
    assert long is not None
    assert (long.first, long.last, long.most) == ("1950", "2004", 3)
    assert draw_strip(["2004-01"] * 50) is None
    assert draw_strip(["2004-01", "2004-02", "2004-03"]) is None


def test_who_appears_together_is_counted(tmp_path: Path) -> None:
    """周大海 stands in two articles with 柳林村; 赵德顺, who is private, is in no such list."""
    settings = sample_settings(tmp_path)
    printed(with_names(sample_archive()), settings)
    page = html.fromstring((settings.folders.site / "people/zhoudahai-3c02/index.html").read_text(encoding="utf-8"))
    (beside,) = page.xpath("//section[@class='beside']")
    assert words(beside.find("h2")) == "同时见报"
    assert "柳林村 2" in [words(item) for item in beside.xpath(".//li")]
    assert "赵德顺" not in words(beside)


def test_review_goes_by_kind_with_the_way_to_mend(tmp_path: Path) -> None:
    """The most urgent kind first; each task leads to the raw line, to the article and to the file."""
    doubts = [
        Review("doubt", f"p/7KQ2M9X/#L{3 + number}", "安阳/页一/04.md", f"第 {number} 处拿不准", "not sure", 0.9)
        for number in range(12)
    ]
    archive = replace(
        sample_archive(), review=(*doubts, Review("facts", "p/ZZ9YX1W/", "pages.csv", "没有日期", "no day"))
    )
    settings = sample_settings(tmp_path)
    assert printed(archive, settings).problems == ()
    first = html.fromstring((settings.folders.site / "review/index.html").read_text(encoding="utf-8"))
    assert [words(head) for head in first.xpath("//main/h2")] == ["存疑 12 处", "报名日期待考 1 处"]
    (task, *others) = first.xpath("//ul[@class='tasks'][1]/li")
    assert len(others) == 9
    assert task.xpath(".//a/@href") == [
        "../p/7KQ2M9X/#L3", "../a/7KQ2M9X/04/",
        "https://github.com/name/repo/edit/main/content/%E5%AE%89%E9%98%B3/%E9%A1%B5%E4%B8%80/04.md",
    ]  # fmt: skip
    assert first.xpath("//p[@class='more']/a/@href") == ["../review/doubt/"]
    whole = html.fromstring((settings.folders.site / "review/doubt/index.html").read_text(encoding="utf-8"))
    assert len(whole.xpath("//ul[@class='tasks']/li")) == 12


def test_about_says_how_far_the_texts_can_be_trusted(tmp_path: Path) -> None:
    """One of eight articles is proofread, one has a loss; the guide is in the other language."""
    settings = sample_settings(tmp_path)
    printed(sample_archive(), settings)
    page = html.fromstring((settings.folders.site / "about/index.html").read_text(encoding="utf-8"))
    rows = {words(row.find("th")): [words(cell) for cell in row.findall("td")] for row in page.xpath("//table//tr")}
    shown = int(rows["文章"][0])
    assert rows["由人对照原件校过的文章"] == ["1", f"{100 / shown:.1f}%"]
    assert rows["缺文"][0] == "1"
    assert rows["其中日期确知"] == ["2", "66.7%"]
    assert page.xpath("//section[@lang='en']/h2/text()") == ["A short guide in English"]
