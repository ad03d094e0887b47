"""Dates in EDTF: when an event was, and when the paper came out, as far as the page lets one know it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.content.edtf import is_edtf
from jianbao.reading.dates import day_of_running_head, event_date, guess_issue, latest_day
from jianbao.reading.masthead import paper_of
from jianbao.reading.page import Facts, RawPage
from jianbao.reading.read import read_page


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [
        ("2月16日至17日，未成年人保护培训班举办。", "2023-02", "2023-02-17"),
        ("近日，全区召开大会。2022年全区完成投资。", "2023-02", "2023-02"),
        ("今年以来，全区签约项目7个。", "2023-02", "2023"),
        ("去年12月28日，大桥通车。", "2023-02", "2022-12-28"),
        ("12月28日，大桥通车。", "2023-02", "2022-12-28"),
        ("上月，全县普降瑞雪。", "2023-01", "2022-12"),
        ("预计2025年建成。2021年开工。", "2023-02", "2021"),
        ("2022年9月，第一书记到任。", "2023-02", "2022-09"),
        ("3月5日，项目开工。", "", ""),
        ("2020年3月25日，复工复产。", "", "2020-03-25"),
        ("一年四季，春暖花开。", "2023-02", ""),
        ("2月30日，据说开工。", "2023-02", "2023-02"),
        ("农历八月十五，庙会开市。", "2022-09-23", "2022-09-10"),
        ("腊月二十三，村民忙着蒸年糕。", "2023-02", "2023-01-14"),
        ("除夕之夜，民警坚守岗位。", "2022-02", "2022-01-31"),
        ("中秋节来临之际，慰问老人。", "2022-09-08", ""),
        ("每年农历的十月初一，乡亲们都来赶会。", "2022-12", ""),
        ("2023年农历闰二月十五，古会开市。", "2023-05", "2023-04-05"),
        ("民国二十三年五月四日，学校成立。", "", "1934-05-04"),
        ("二〇二二年九月二十三日开工。", "", "2022-09-23"),
        ("昨日，大桥通车。", "2022-10-01", "2022-09-30"),
        ("昨日，大桥通车。", "2022-10", "2022-10"),
        ("昨天的荒山成了果园。", "2022-10-01", ""),
        ("上月28日，县城降雪。", "2023-01", "2022-12-28"),
        ("去年3月5日，项目开工。", "2023-06", "2022-03-05"),
        ("去年12月，合作社成立。", "2023-02", "2022-12"),
        ("On the 4th of June the bridge was opened.", "1898-06-11", "1898-06-04"),
        ("The fire broke out on December 30.", "1898-01-05", "1897-12-30"),
        ("The prisoner was arrested on the 28th ult.", "1898-03", "1898-02-28"),
        ("An inquest was held yesterday at Ash.", "1898-03-01", "1898-02-28"),
        ("On Friday last the council met.", "1898-06-11", "1898-06-10"),
        ("The sale will take place on June 20th, 1898.", "1898-06-11", ""),
        ("He may march in 5 May processions.", "", ""),
    ],
)
def test_event_date(text: str, issued: str, expected: str) -> None:
    """The latest day that the article dates, never later than the paper, never more precise than printed."""
    assert event_date(text, issued) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["9月22日，大赛举行。", "2022年新入库项目3个。"], "2022-09"),
        (["2月20日，区发改委传来消息。", "2022年完成投资，2023年计划开工。"], "2023-02"),
        (["12月30日，雪。", "1月2日，晴。2023年度工作开始。"], "2023-01"),
        (["1995年他发表讲话。", "10月19日，他逝世。"], ""),
        (["11月4日，大会召开。", "今年以来签约7个。2024年，社区打造品牌。"], "2024-11"),
        (["11月4日，大会召开。", "1998年，他参军。2001年他回乡。"], ""),
        (["从2014年开始试点。", "10月19日，展会开幕。"], ""),
        (["2020年3月25日复工。", "9月2日开学。2022年全年、2022年计划。"], "2022-09"),
        (["在2023年新年贺词中指出"], "2023-01"),
        (["2021年，县里决定修路。"], ""),
        (["力争2035年建成"], ""),
        (["近日，大会召开。"], ""),
    ],
)
def test_issue(texts: list[str], expected: str) -> None:
    """The month of the latest day in the newest year; without a day or a season nothing is guessed."""
    assert guess_issue(texts) == expected


def test_running_head() -> None:
    """A running head prints the whole day."""
    assert day_of_running_head("2023年3月8日 星期三 第02版 柳河日报") == "2023-03-08"
    assert day_of_running_head("第02版 要闻") == ""


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("2022.9.23 星期五", "2022-09-23"),
        ("2022/09/23 星期五 柳河日报", "2022-09-23"),
        ("二〇二二年九月二十三日 星期五", "2022-09-23"),
        ("中华民国二十三年五月四日 星期五", "1934-05-04"),
        ("2022年 农历壬寅年八月廿七 星期四", "2022-09-22"),
        ("农历壬寅年八月廿七", ""),
        ("THE RIVER GAZETTE, FRIDAY, JUNE 3, 1898.", "1898-06-03"),
        ("No. 412. Friday, 3rd June, 1898", "1898-06-03"),
        ("THE RIVER GAZETTE, 1898", ""),
    ],
)
def test_running_heads_of_other_shapes(head: str, day: str) -> None:
    """Points, strokes, numerals, Republican years, lunar days beside a year, English days; half a day is none."""
    assert day_of_running_head(head) == day


@pytest.mark.parametrize(
    "head",
    ["二〇二二年九月二十三日 星期五 柳河日报", "2022年 农历壬寅年八月廿七 柳河日报", "柳河日报 民国二十三年五月四日"],
)
def test_the_paper_beside_a_day(head: str) -> None:
    """The name of the paper is none of the day's characters."""
    assert paper_of(head) == "柳河日报"


@given(
    st.text(alphabet="0123456789年月日至,，今去近上个,二〇预计 ", max_size=40),
    st.sampled_from(["", "2023", "2023-02", "2023-02-08"]),
)
def test_always_edtf(text: str, issued: str) -> None:
    """Whatever the text, what comes out is EDTF, and no later than the paper."""
    when = event_date(text, issued)
    assert when == "" or is_edtf(when)
    assert when[: len(issued)] <= issued[: len(when)] or not issued


def test_a_span_that_was_not_over() -> None:
    """A week that ends after the page's latest day is dated by what was known when the paper came out."""
    text = "3月22日至28日是“中国水周”。3月25日，志愿者上街宣传。"
    assert event_date(text, "2020-03", "2020-03-26") == "2020-03-25"
    assert event_date(text, "2020-03", "2020-03-29") == "2020-03-28"


@pytest.mark.parametrize("issued", ["2022-09?", "2022-21", "2022-XX", "2022/2023", "../2022", "2022-09-2X"])
def test_a_day_of_issue_that_is_not_certain(issued: str) -> None:
    """A season, an interval or a doubtful month is reckoned with as far as it is certain, and never a fault."""
    assert is_edtf(event_date("昨日，大桥通车。去年3月5日开工，农历八月十五合龙。", issued) or "2022")
    assert is_edtf(event_date("The bridge was opened yesterday, on the 4th inst.", issued) or "2022")
    assert latest_day(["3月5日，项目开工。"], issued) in ("", "2022-03-05")


def test_a_page_with_another_running_head() -> None:
    """A head in numerals gives the page its day, and no article its headline."""
    raw = (
        "柳河日报 二〇二二年九月二十三日 星期五\n\n柳河大桥建成通车\n\n"
        "本报讯(记者张三)昨日,柳河大桥建成通车,全长六百米,历时两年建成,总投资一亿元,两岸村民出行更加方便。\n"
    )
    page = read_page(RawPage("page.txt", raw), Facts())
    assert [article.front.title for article in page.articles] == ["柳河大桥建成通车"]
    assert page.articles[0].front.issued == "2022-09-23"
    assert page.articles[0].front.event_date == "2022-09-22"
