"""By-lines, sign-offs and credits: who is named, in what role, and what is no by-line at all."""

from __future__ import annotations

import pytest

from jianbao.content.article import Author
from jianbao.reading.byline import find_opening, find_sign_off, parse_byline


def told(authors: tuple[Author, ...]) -> str:
    """`周俊 reporter, 张波 correspondent`."""
    return ", ".join(f"{author.name} {author.role}" for author in authors)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("□本报记者 周俊 通讯员 张波", "周俊 reporter, 张波 correspondent"),
        ("(记者朱江)", "朱江 reporter"),
        ("记者 王晨 摄", "王晨 photographer"),
        ("本报记者 刘斐 通讯员 李静 文图", "刘斐 text-and-photo, 李静 text-and-photo"),
        ("(陈玉 李明)", "陈玉 writer, 李明 writer"),
        ("张 璠", "张璠 writer"),
        ("欧阳明华", "欧阳明华 writer"),
        ("□本報記者 陳立", "陳立 reporter"),
        ("By HENRY ALDOUS", "HENRY ALDOUS reporter"),
        ("Photo by E. Marsh.", "E. Marsh photographer"),
        ("By John Smith and Mary Ann Lee", "John Smith reporter, Mary Ann Lee reporter"),
        ("(记者马卫国 侯玉徐松)", "马卫国 reporter, 侯玉 reporter, 徐松 reporter"),
        ("记者 王晨 王晨", "王晨 reporter"),
        ("特约通讯员 阿依古丽·买买提", "阿依古丽·买买提 correspondent"),
    ],
)
def test_by_line(printed: str, expected: str) -> None:
    """The names with the roles that the by-line gives them; a name stands once."""
    assert told(parse_byline(printed)) == expected


@pytest.mark.parametrize(
    "printed",
    [
        "部门动态",
        "新时代 新征程",
        "(完)",
        "(如图)",
        "(2023年3月)",
        "下一步",
        "(以下简称办法)",
        "By the way",
        "By order of the Court",
        "",
    ],
)
def test_no_by_line(printed: str) -> None:
    """A label, a slogan, a remark in brackets name nobody."""
    assert parse_byline(printed) == ()


def test_opening_is_cut_off() -> None:
    """本报讯 and its names stay out of the body; an agency's dateline is part of the news and stays."""
    opening = find_opening("本报讯 (记者朱江 通讯员张翔)近日,全区")
    assert opening is not None
    assert opening.drops
    assert "本报讯 (记者朱江 通讯员张翔)近日,全区"[opening.end :] == "近日,全区"
    assert told(opening.authors) == "朱江 reporter, 张翔 correspondent"
    agency = find_opening("新华社北京10月20日电(记者 王晨)国务院")
    assert agency is not None
    assert not agency.drops
    assert told(agency.authors) == "王晨 reporter"


def test_brackets_that_name_nobody_stay_in_the_text() -> None:
    """本报讯(据县气象台消息)… keeps its bracket."""
    opening = find_opening("本报讯(据县气象台消息)明日有雨")
    assert opening is not None
    assert opening.end == len("本报讯")
    assert opening.authors == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("注入新动能。(高远)", "高远 writer"),
        ("预计今年投入使用。 罗通 摄", "罗通 photographer"),
        ("增添文化底色。(李娟文/图)", "李娟 text-and-photo"),
    ],
)
def test_sign_off(text: str, expected: str) -> None:
    """A sign-off stands after the last stop."""
    found = find_sign_off(text)
    assert found is not None
    assert told(found[1]) == expected


@pytest.mark.parametrize(
    "text", ["让群众可观可赏(如图)。", "涉及五家企业(商户)", "责任人是张三(村主任)", "共12人。(见附表)"]
)
def test_no_sign_off(text: str) -> None:
    """Other brackets at an end are text."""
    assert find_sign_off(text) is None


def test_credit_of_a_caption() -> None:
    """A caption's credit is found without a stop or a space before it; prose that ends in 摄 is left alone."""
    found = find_sign_off("图为植树活动现场董立新 摄", caption=True)
    assert found is not None
    assert told(found[1]) == "董立新 photographer"
    assert find_sign_off("图为植树活动现场董立新 摄") is None
