"""Charts: drawn from what is held, told in words and numbers, and absent where there is nothing to see."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from jianbao.archive.model import Archive, Entity, Named
from jianbao.press.charts.over_time import draw_over_time
from jianbao.press.charts.scale import SHADES, marks, shade
from jianbao.press.charts.tally import Tally

from .conftest import printed
from .sample_archive import sample_archive, sample_settings

PEOPLE = ("周大海", "赵德顺", "吴敏", "陈晓禾", "李长河", "孙立")


def words(element: html.HtmlElement) -> str:
    """The text of an element without its line breaks."""
    return " ".join(element.text_content().split())


def years_of_papers(pages: int) -> Archive:
    """The sample archive with so many further pages, one a month from January 2019 on, each with one story.

    Stories of odd months are of 文峰区 on farming, the others of 新乡市 on community life; six people stand in all of them.
    """
    archive = sample_archive()
    page, farming, community = archive.pages["7KQ2M9X"], archive.articles["7KQ2M9X/01"], archive.articles["B3D8F1Z/01"]
    held, articles = dict(archive.pages), dict(archive.articles)
    people = tuple(Named(name, "person", path=f"people/p{place}-0000/") for place, name in enumerate(PEOPLE))
    for number in range(pages):
        id, day = f"M{number:06}", f"{2019 + number // 12}-{number % 12 + 1:02}-05"
        held[id] = replace(
            page, id=id, path=f"p/{id}/", issued=day, date=day, articles=(f"{id}/01",), lines=(), losses=0
        )
        model = community if number % 2 else farming
        front = replace(model.front, id=f"{id}/01", issued=day, date=day)
        articles[f"{id}/01"] = replace(
            model, id=f"{id}/01", path=f"a/{id}/01/", front=front, page=id, position=1, people=people
        )
    ids = tuple(id for id in articles if id.startswith("M"))
    topics = {
        slug: replace(group, articles=(*group.articles, *(id for id in ids if slug in articles[id].topics)))
        for slug, group in archive.topics.items()
    }
    districts = {
        slug: replace(group, articles=(*group.articles, *(id for id in ids if slug in articles[id].districts)))
        for slug, group in archive.districts.items()
    }
    known = {
        f"p{place}-0000": Entity("person", f"p{place}-0000", f"people/p{place}-0000/", name, name, "person", ids, ())
        for place, name in enumerate(PEOPLE)
    }
    return replace(archive, pages=held, articles=articles, topics=topics, districts=districts, people=known)


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory) -> html.HtmlElement:
    """The page of the charts of an archive with thirty months."""
    settings = sample_settings(tmp_path_factory.mktemp("archive"))
    assert printed(years_of_papers(30), settings).problems == ()
    return html.fromstring((settings.folders.site / "charts/index.html").read_text(encoding="utf-8"))


def test_a_few_pages_make_no_charts(site: Path) -> None:
    """With three pages there is nothing to see from afar: no page, and no link to one."""
    assert not (site / "charts").exists()
    front = html.fromstring((site / "index.html").read_text(encoding="utf-8"))
    assert not [link for link in front.xpath("//footer//a/@href") if "charts" in link]


def test_two_dozen_dated_pages_make_charts(charts: html.HtmlElement) -> None:
    """Thirty months: all four charts, the page in the foot of the site."""
    assert [words(head) for head in charts.xpath("//main//h2")] == [
        "每月篇数",
        "主题的起落",
        "区县与主题",
        "一起见报的人",
    ]
    assert charts.xpath("//footer//a[@aria-current or contains(@href, 'charts')]/text()") == ["图表"]


def test_every_chart_has_its_numbers_behind_it(charts: html.HtmlElement) -> None:
    """Under each chart its table: of 2020 one article a month, and in March another one."""
    tables = charts.xpath("//section[@class='chart']/details//table")
    assert len(tables) == 4
    (row,) = tables[0].xpath(".//tr[th='2020']")
    assert [words(cell) for cell in row.xpath("td")] == ["1", "1", "2", *["1"] * 9, "13"]


def test_every_chart_has_a_name_and_words(charts: html.HtmlElement) -> None:
    """A chart is named by what stands on the page; one with links in it is a group, one without a picture."""
    ids = set(charts.xpath("//@id"))
    for drawing in charts.xpath("//section[@class='chart']//svg[not(ancestor::svg)]"):
        assert drawing.get("role") == ("group" if drawing.xpath(".//a") else "img")
        assert set(drawing.get("aria-labelledby").split()) <= ids


def test_topics_are_shares_of_a_year(charts: html.HtmlElement) -> None:
    """Every other story of 2019 and 2020 is about farming: half."""
    (farming,) = charts.xpath("//ul[@class='multiples']/li[h3/a='农业农村']")
    assert "2019 年 50%" in words(farming)


def test_districts_by_topics(charts: html.HtmlElement) -> None:
    """15 farming stories of the months and the feature of the sample stand in the square of 文峰区."""
    squares = charts.xpath("//svg[@class='squares']")[0]
    assert "16" in squares.xpath("text/text()")
    assert "文峰区" in squares.xpath("a/text/text()")


def test_people_who_appear_together(charts: html.HtmlElement) -> None:
    """Six people in the same stories: fifteen pairs, as arcs and in the table."""
    assert len(charts.xpath("//svg[@class='arcs']//path")) == 15
    pairs = charts.xpath("//section[h2/@id='people']//tbody/tr")
    assert len(pairs) == 15
    assert all(words(pair.xpath("td")[0]) == "30" for pair in pairs)


def test_charts_have_no_colours_of_their_own(charts: html.HtmlElement) -> None:
    """Classes colour them, so that night, print and the strict policy of the pages hold."""
    assert charts.xpath("//svg//@style") == []
    assert charts.xpath("//svg//@fill") == []


@pytest.mark.parametrize(
    ("most", "told"),
    [(0, []), (1, [1]), (4, [1, 2, 3, 4]), (34, [10, 20, 30]), (79, [20, 40, 60]), (2300, [500, 1000, 1500, 2000])],
)
def test_an_axis_has_round_marks(most: int, told: list[int]) -> None:
    """About three round numbers, none above the highest bar."""
    assert marks(most) == told


def test_shades_tell_few_from_none() -> None:
    """Nothing has no shade, one of a thousand has one, the largest the darkest."""
    assert [shade(number, 1000) for number in (0, 1, 250, 1000)] == [0, 1, 3, SHADES]


def test_a_century_is_drawn_by_the_year() -> None:
    """Over twenty years a bar is a year, and not every year is written below."""
    told = [f"{year}-06" for year in range(1904, 2004)]
    tally = Tally(Counter(told), Counter(one[:4] for one in told), Counter(), Counter(), Counter(), Counter())
    drawn = draw_over_time(tally)
    assert drawn is not None
    assert drawn.by_year
    assert len(re.findall("M", drawn.bars)) == 100
    assert [mark.text for mark in drawn.years][:3] == ["1910", "1920", "1930"]
