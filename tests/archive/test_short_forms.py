"""Short forms of organizations: whose body is meant in an article on a county."""

from __future__ import annotations

import pytest

from jianbao.archive.entities.short_forms import steady, tie
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.told_names import Who
from jianbao.knowledge.told_organizations import ToldOrganizations

WENFENG, DANCHENG = "安阳市/文峰区", "周口市/郸城县"


@pytest.fixture(scope="module")
def districts() -> Districts:
    """The shipped gazetteer."""
    return Districts.load()


@pytest.mark.parametrize(
    ("county", "printed", "kept"),
    [
        (WENFENG, "区发改委", "文峰区发改委"),
        (WENFENG, "区发展改革委", "文峰区发展改革委"),
        (WENFENG, "安阳市文峰区发展和改革委员会", "文峰区发展和改革委员会"),
        (WENFENG, "区委", "文峰区委"),
        (WENFENG, "区委宣传部", "文峰区委宣传部"),
        (WENFENG, "区纪委、监委", "文峰区纪委监委"),
        (WENFENG, "市委", "安阳市委"),
        (WENFENG, "安阳市人民政府", "安阳市人民政府"),
        (WENFENG, "市市场监管局", "安阳市市场监管局"),
        (WENFENG, "市场监管局", "市场监管局"),
        (WENFENG, "市政工程处", "市政工程处"),
        (WENFENG, "省教育厅", "河南省教育厅"),
        (WENFENG, "县委", "县委"),
        (WENFENG, "国家发展改革委", "国家发展改革委"),
        (WENFENG, "安阳学院", "安阳学院"),
        (DANCHENG, "县委", "郸城县委"),
        (DANCHENG, "区委", "区委"),
        ("安阳市", "市委", "安阳市委"),
        ("安阳市", "区委", "区委"),
        ("", "市委", "市委"),
        ("新乡市/卫辉市", "市委", "市委"),
    ],
)
def test_the_place_in_front(districts: Districts, county: str, printed: str, kept: str) -> None:
    """区 is the county's, 市 its city's, 省 its province's; what might mean another body stays as printed."""
    assert tie({county: {printed: 1}}, districts)[county, printed] == kept


def test_the_names_of_one_body_are_one(districts: Districts) -> None:
    """Of 发改委 and 发展和改革委员会 the one is kept that is printed most; the key is the same whichever it is."""
    names = {"区发改委": 3, "文峰区发展改革委": 1, "发展和改革委员会": 2}
    assert {*tie({WENFENG: names}, districts).values()} == {"文峰区发改委"}
    assert {*tie({WENFENG: {**names, "发展和改革委员会": 9}}, districts).values()} == {"文峰区发展和改革委员会"}
    assert steady("文峰区发展和改革委员会") == steady("文峰区发改委") == "文峰区发改委"


def test_a_body_of_the_city_has_one_name_in_all_its_counties(districts: Districts) -> None:
    """What the city's bodies are called is settled for all of its counties together."""
    kept = tie({WENFENG: {"市人民政府": 1}, "安阳市/北关区": {"市政府": 5}}, districts)
    assert {*kept.values()} == {"安阳市政府"}


def test_a_name_without_a_place_is_the_only_one_that_has_it(districts: Districts) -> None:
    """民政局 is the county's where nobody speaks of the city's; where both are named it stays open."""
    assert tie({WENFENG: {"民政局": 2, "区民政局": 1}}, districts)[WENFENG, "民政局"] == "文峰区民政局"
    both = tie({WENFENG: {"民政局": 2, "区民政局": 1, "市民政局": 1}}, districts)
    assert both[WENFENG, "民政局"] == "民政局"
    assert both[WENFENG, "市民政局"] == "安阳市民政局"


def test_a_department_of_the_committee(districts: Districts) -> None:
    """组织部 alone is that of the only committee named with one."""
    assert tie({WENFENG: {"组织部": 1, "区委组织部": 1}}, districts)[WENFENG, "组织部"] == "文峰区委组织部"


def test_one_county_says_nothing_of_another(districts: Districts) -> None:
    """区民政局 of one county does not make a place for 民政局 in another."""
    kept = tie({WENFENG: {"区民政局": 1}, DANCHENG: {"民政局": 1}}, districts)
    assert kept[DANCHENG, "民政局"] == "民政局"


def test_companies_by_brand_and_trade(districts: Districts) -> None:
    """A company has its full name as soon as it is printed once in the county, and only if one company may be meant."""
    names = dict.fromkeys(["安阳晟禾机床股份有限公司", "晟禾机床", "安阳晟禾机床", "晟禾机床公司", "鼎泰机床"], 1)
    kept = tie({WENFENG: names}, districts)
    assert {kept[WENFENG, name] for name in names} == {"安阳晟禾机床股份有限公司", "鼎泰机床"}
    two = tie({WENFENG: {**names, "河南晟禾机床有限公司": 1}}, districts)
    assert two[WENFENG, "晟禾机床"] == "晟禾机床"


def test_the_order_of_names_and_counties_changes_nothing(districts: Districts) -> None:
    """The same names give the same bodies."""
    names = dict.fromkeys(
        ["区民政局", "民政局", "发改委", "区发改委", "市发改委", "安阳晟禾机床有限公司", "晟禾机床"], 1
    )
    forwards = tie({WENFENG: names, DANCHENG: names}, districts)
    backwards = tie({DANCHENG: dict(reversed(names.items())), WENFENG: names}, districts)
    assert forwards == backwards


def test_what_people_told_counts_more(districts: Districts) -> None:
    """`same` in organizations.yaml names the body, for every county or for the one that it says."""
    told = ToldOrganizations(
        same=((Who("文峰区发展和改革委员会"), Who("文峰区发改委")), (Who("甲"), Who("乙", DANCHENG)))
    )
    assert tie({WENFENG: {"区发改委": 1}}, districts, told)[WENFENG, "区发改委"] == "文峰区发展和改革委员会"
    kept = tie({WENFENG: {"乙": 1}, DANCHENG: {"乙": 1}}, districts, told)
    assert (kept[WENFENG, "乙"], kept[DANCHENG, "乙"]) == ("乙", "甲")
