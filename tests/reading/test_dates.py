"""Dates in EDTF: when an event was, and when the paper came out, as far as the page lets one know it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.content.edtf import is_edtf
from jianbao.reading.dates import day_of_running_head, event_date, guess_issue


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
