"""Which city a page is from, by all the names on it."""

from __future__ import annotations

import pytest

from jianbao.knowledge.districts import Districts
from jianbao.reading.districts import vote_city


@pytest.fixture(scope="module")
def china() -> Districts:
    """The shipped gazetteer."""
    return Districts.load()


def test_a_district_that_exists_once_tells_the_city(china: Districts) -> None:
    """文峰区 is in 安阳市 only."""
    assert vote_city(["9月22日，文峰区关工委组织开展书画大赛。"], "", china).city == "安阳市"


def test_names_of_far_cities_in_passing_do_not_outweigh_the_home_city(china: Districts) -> None:
    """Investors come from everywhere; the paper's own counties are named again and again."""
    texts = ["卫辉市、获嘉县、新乡县推进项目", "先后引进上海安池、广州汇融通、深圳图与等公司", "卫辉市召开大会"]
    vote = vote_city(texts, "", china)
    assert vote.city == "新乡市"
    assert vote.margin > 2
    assert "卫辉市" in [reason.cue for reason in vote.reasons]


def test_a_zone_that_every_city_has_tells_no_city(china: Districts) -> None:
    """高新区 and 开发区 alone leave the city unknown."""
    assert vote_city(["高新区召开推进会", "开发区开展夜查", "高新区高新区"], "", china).city == ""


def test_two_cities_named_alike_leave_it_open(china: Districts) -> None:
    """A guess would put a whole page into the wrong city."""
    vote = vote_city(["安阳市与新乡市签约"], "", china)
    assert (vote.city, vote.margin) == ("", 0.0)


def test_a_road_named_after_a_city_is_no_evidence(china: Districts) -> None:
    """南京路 is in Shanghai, and in two hundred other places."""
    assert vote_city(["环卫工人在南京路、北京东路清扫"], "", china).city == ""


def test_what_people_told_is_taken_and_completed(china: Districts) -> None:
    """安阳 in pages.csv means 安阳市, whatever the page speaks of."""
    assert vote_city(["新乡市 卫辉市 获嘉县"], "安阳", china).city == "安阳市"


def test_an_empty_page_has_no_city(china: Districts) -> None:
    """And no error."""
    assert vote_city(["", ""], "", china).city == ""
