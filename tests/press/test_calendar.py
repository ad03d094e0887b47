"""Time: which days of which paper are held, missing or in doubt; days with their pages; pages without a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from jianbao.archive.model import Archive, Page
from jianbao.press.edition import Edition, prepare
from jianbao.press.holdings import Holding, holdings
from jianbao.settings import Newspaper

from .conftest import printed
from .sample_archive import sample_archive, sample_settings

Read = Callable[[str], html.HtmlElement]


def words(element: html.HtmlElement) -> str:
    """The text of an element without its line breaks."""
    return " ".join(element.text_content().split())


def with_pages(archive: Archive, days: Mapping[str, str]) -> Archive:
    """The archive with further pages of 安阳日报: (id → day), without articles."""
    model = archive.pages["7KQ2M9X"]

    def page(id: str, day: str) -> Page:
        date = day if len(day) == 10 else ""
        return replace(model, id=id, path=f"p/{id}/", issued=day, date=date, articles=(), lines=(), losses=0)

    return replace(archive, pages={**archive.pages, **{id: page(id, day) for id, day in days.items()}})


def anyang(tmp_path: Path, days: Mapping[str, str], comes_out: tuple[int, ...] = ()) -> Holding:
    """What is held of 安阳日报, which comes out on these weekdays."""
    settings = sample_settings(tmp_path, newspapers=(Newspaper("安阳日报", days=comes_out),))
    edition: Edition = prepare(with_pages(sample_archive(), days), settings)
    return next(paper for paper in holdings(edition) if paper.name == "安阳日报")


def test_the_calendar_marks_the_days_that_are_held(page: Read) -> None:
    """22 September 2022 was a Thursday: it stands in the fourth column, with its one page, and leads to its day."""
    (row,) = page("dates/2022").xpath("//table[@id='anyangribao-9']//tr[td/a]")
    assert [bool(cell.xpath("a")) for cell in row.xpath("td")] == [False, False, False, True, False, False, False]
    (held,) = row.xpath("td/a")
    assert held.get("href").endswith("dates/2022/09/22/")
    assert held.get("aria-label") == "2022年9月22日：藏 1 版 · 有缺文"


def test_a_day_that_only_articles_tell_stands_in_the_calendar_too(tmp_path: Path) -> None:
    """Nobody dated the page, but its articles: their day is held, with no page of its own, and its year has a calendar."""
    whole = sample_archive()
    undated = {id: replace(page, issued="", date="") for id, page in whole.pages.items()}
    settings = sample_settings(tmp_path)
    printed(replace(whole, pages=undated), settings)
    year = html.fromstring((settings.folders.site / "dates" / "2022" / "index.html").read_text(encoding="utf-8"))
    (held,) = year.xpath("//td/a[contains(@href, '2022/09/22')]")
    assert held.get("aria-label") == "2022年9月22日：藏 0 版"


def test_months_without_a_page_say_so_together(page: Read) -> None:
    """Of 2022 only September is held: the months before and after it stand as two lines, not as ten empty calendars."""
    empty = page("dates/2022").xpath("//section[@class='none']")
    assert [words(one) for one in empty] == ["1月–8月未藏", "10月–12月未藏"]


def test_a_day_that_should_have_a_paper_is_missing_only_where_we_know_when_it_comes_out(tmp_path: Path) -> None:
    """Between Thursday 22 and Tuesday 27 September: a daily lacks four days, a weekday paper two; without a word, none."""
    later = {"LATER01": "2022-09-27"}
    assert anyang(tmp_path, later).gaps == frozenset()
    assert sorted(anyang(tmp_path, later, (1, 2, 3, 4, 5, 6, 7)).gaps) == [
        "2022-09-23", "2022-09-24", "2022-09-25", "2022-09-26",
    ]  # fmt: skip
    assert sorted(anyang(tmp_path, later, (1, 2, 3, 4, 5)).gaps) == ["2022-09-23", "2022-09-26"]


def test_a_day_in_doubt_is_neither_held_nor_missing(tmp_path: Path) -> None:
    """A page that may be of 24 September keeps that day from being called missing, and is not counted as held."""
    paper = anyang(tmp_path, {"DOUBT01": "2022-09-24?", "LATER01": "2022-09-25"}, (1, 2, 3, 4, 5, 6, 7))
    assert sorted(paper.gaps) == ["2022-09-23"]
    assert list(paper.days) == ["2022-09-22", "2022-09-25"]
    assert list(paper.about) == ["2022-09-24"]


def test_missing_days_are_hatched_and_counted(tmp_path: Path) -> None:
    """The month says how many days are missing, and every one of them is marked by more than a colour."""
    settings = sample_settings(tmp_path, newspapers=(Newspaper("安阳日报", days=(4,)),))
    printed(with_pages(sample_archive(), {"LATER01": "2022-10-13"}), settings)
    year = html.fromstring((settings.folders.site / "dates/2022/index.html").read_text(encoding="utf-8"))
    assert year.xpath("//td[@class='gap']/s/text()") == ["29", "6"]
    assert words(year.xpath("//table[@id='anyangribao-9']/caption")[0]) == "9月 1 天 · 缺 1 天"


def test_a_page_known_to_the_month_stands_in_its_month(page: Read) -> None:
    """The page of which only March 2020 is known is found in that year, under its city, as in doubt."""
    year = page("dates/2020")
    (paper,) = year.xpath("//section[@class='holding']")
    assert words(paper.xpath("h2")[0]) == "平顶山市（报名待考） 待考 1 版"
    assert paper.xpath(".//ul[@class='about']//a/@href") == ["../../p/ZZ9YX1W/"]


def test_the_years_at_a_glance(page: Read) -> None:
    """/dates/ has a row a year for every paper, and in it the months that hold something as links to their calendars."""
    (paper,) = page("dates").xpath("//section[h2[contains(., '安阳日报')]]")
    assert paper.xpath(".//tbody/tr/th//text()") == ["2022"]
    (month,) = paper.xpath(".//td/a")
    assert (month.text, month.get("href")) == ("1", "../dates/2022/#anyangribao-9")


def test_a_day_shows_its_pages_and_the_days_around_it(page: Read) -> None:
    """22 September 2022: one page with its spine and its articles; the next day that is held is 1 October 2023."""
    day = page("dates/2022/09/22")
    assert words(day.xpath("//h1")[0]) == "2022年9月22日 星期四"
    (issue,) = day.xpath("//div[@class='issue']/section")
    assert words(issue.xpath("h2")[0]) == "安阳日报 第1版 要闻 4 篇 · 缺 1"
    assert len(issue.xpath("svg")) == 1
    assert len(issue.xpath("ul/li/a")) == 4
    assert day.xpath("//a[@rel='prev']") == []
    assert day.xpath("//a[@rel='next']/@href") == ["../../../../dates/2023/10/01/"]


def test_a_day_says_which_of_its_pages_are_not_held(page: Read) -> None:
    """Of 新乡日报 page 3 is here, so there were pages 1 and 2."""
    assert "新乡日报第 1–2 版未藏" in words(page("dates/2023/10/01").xpath("//p[@class='sum']")[0])


def test_undated_pages_stand_by_what_is_known(page: Read) -> None:
    """The month that is known heads them; the first headline and the raw file help whoever knows more."""
    main = page("dates/undated").xpath("//main")[0]
    assert [words(head) for head in main.xpath("h2")] == ["2020年3月（约） 1 版"]
    assert "卫东区新建三所小学" in words(main.xpath("ul")[0])
    assert "安阳/ZZ9YX1W.txt" in words(main.xpath("ul")[0])


@pytest.mark.parametrize("year", ["2020", "2022", "2023"])
def test_years_lead_to_their_neighbours(page: Read, year: str) -> None:
    """From every year the one before and the one after it, of those that hold anything."""
    turn = page(f"dates/{year}").xpath("//nav[@class='turn']//a/@href")
    others = [one for one in ("2020", "2022", "2023") if one != year]
    near = {"2020": ["2022"], "2022": others, "2023": ["2022"]}[year]
    assert turn == [f"../../dates/{one}/" for one in near]
