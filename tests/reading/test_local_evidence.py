"""Towns and villages tell the county of an article, and the city of a page, where no county is named."""

from __future__ import annotations

from jianbao.knowledge.gazetteer import Gazetteer
from jianbao.reading.local_evidence import city_by_towns, counties_by_places

GAZETTEER = Gazetteer.load()


def test_a_town_tells_the_county_of_its_article() -> None:
    """The paper's readers know where 宝莲寺镇 is, and so does the gazetteer."""
    assert counties_by_places("", "昨日，宝莲寺镇的机手们开镰收麦。", "安阳市", GAZETTEER) == ("安阳市/文峰区",)


def test_the_same_street_is_of_the_papers_city() -> None:
    """光华路街道 is in three cities."""
    body = "昨日，光华路街道的志愿者上街清雪。"
    assert counties_by_places("", body, "平顶山市", GAZETTEER) == ("平顶山市/卫东区",)
    assert counties_by_places("", body, "安阳市", GAZETTEER) == ("安阳市/文峰区",)


def test_the_town_of_the_headline_outweighs_those_that_it_visits() -> None:
    """One town goes to see another."""
    body = "代表们到瓦店乡参观，瓦店乡的枣园、瓦店乡的水渠都让人开了眼界。"
    assert counties_by_places("宝莲寺镇取经记 宝莲寺镇学先进", body, "安阳市", GAZETTEER)[0] == "安阳市/文峰区"


def test_a_village_that_several_counties_have_tells_none() -> None:
    """小营村 is in five counties, and one village in passing says too little."""
    assert counties_by_places("", "小营村的枣红了。郭村集村也一样。", "安阳市", GAZETTEER) == ()


def test_without_a_city_no_county_is_claimed() -> None:
    """A street's name alone could be anywhere."""
    assert counties_by_places("光华路街道清雪", "光华路街道清雪。", "", GAZETTEER) == ()


def test_several_towns_of_one_city_tell_the_city_of_a_page() -> None:
    """A page that names no county and no city at all, but its towns."""
    assert city_by_towns(["宝莲寺镇开镰。", "崔家桥镇修渠，宝莲寺镇相助。"], GAZETTEER) == "安阳市"


def test_one_town_or_towns_of_two_cities_leave_it_open() -> None:
    """A guess would put a whole page into the wrong city."""
    assert city_by_towns(["宝莲寺镇开镰。宝莲寺镇丰收。"], GAZETTEER) == ""
    assert city_by_towns(["宝莲寺镇开镰。", "孙杏村镇修渠。", "崔家桥镇相助。"], GAZETTEER) == ""
    assert city_by_towns(["全镇上下，乡镇干部，各街道都来了。"], GAZETTEER) == ""
