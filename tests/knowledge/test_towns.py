"""The gazetteer below the county: towns, streets, villages and communities, city by city."""

from __future__ import annotations

import pytest

from jianbao.knowledge.city_places import find_forms
from jianbao.knowledge.former_districts import former_names
from jianbao.knowledge.gazetteer import Gazetteer
from jianbao.knowledge.locality_file import read_all_towns, read_city
from jianbao.knowledge.locality_names import proper_form, stem_of
from jianbao.knowledge.namesakes import namesakes_elsewhere


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The one that comes with the program."""
    return Gazetteer.load()


def test_the_whole_country_is_there() -> None:
    """41,000 towns of 31 provinces, every one below a county, each code once."""
    towns = dict(read_all_towns())
    assert 40_000 < len(towns) < 42_000
    assert len({code[:2] for code in towns}) == 31
    assert all(len(code) == 9 and name for code, name in towns.items())


@pytest.mark.parametrize(
    ("city", "towns", "villages"),
    [("安阳市", 100, 3000), ("北京市", 300, 6000), ("重庆市", 1000, 10_000), ("东莞市", 30, 500), ("济源市", 15, 400)],
)
def test_a_city_has_its_towns_and_villages(gazetteer: Gazetteer, city: str, towns: int, villages: int) -> None:
    """Prefectures, municipalities, a city without counties and one that its province rules directly."""
    kinds = [place.kind for place in gazetteer.city(city).places]
    assert kinds.count("town") >= towns
    assert kinds.count("village") >= villages


def test_a_city_that_nobody_knows_has_no_places(gazetteer: Gazetteer) -> None:
    """It is no fault: papers of other countries have cities too."""
    assert gazetteer.city("某某市").places == ()


def test_towns_stand_alone_in_a_city_as_in_the_country() -> None:
    """The two lists of the file are one state of the same table."""
    everywhere = dict(read_all_towns())
    assert {code: name for code, name in read_city("4105") if len(code) == 9}.items() <= everywhere.items()


@pytest.mark.parametrize(
    ("code", "chain"),
    [
        ("410502", ("安阳市", "安阳市/文峰区")),
        ("410502101", ("安阳市", "安阳市/文峰区", "安阳市/文峰区/宝莲寺镇")),
        ("410571564", ("安阳市", "安阳市/高新区", "安阳市/高新区/银杏大街街道")),
        ("999999", ()),
        ("", ()),
    ],
)
def test_what_is_above_a_code(gazetteer: Gazetteer, code: str, chain: tuple[str, ...]) -> None:
    """From the city down to the place itself, functional zones with their own streets included."""
    assert gazetteer.above(code) == chain


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("光华路街道", "光华路"), ("宝莲寺镇", "宝莲寺"), ("新村傈僳族乡", "新村"), ("三岔河彝族乡", "三岔河"), ("小营村", "小营"),
        ("兴泰苑社区", "兴泰苑"), ("前张村社区", "前张"), ("南湖新村社区", "南湖新村"), ("幸福新村", "幸福新村"), ("聂村", "聂村"),
        ("柳家店嘎查", "柳家店"),
    ],
)  # fmt: skip
def test_the_stem_of_a_name(name: str, stem: str) -> None:
    """What is left when papers write another ending, or none; never a single character."""
    assert stem_of(name) == stem


@pytest.mark.parametrize(
    ("printed", "proper"),
    [
        ("光华路办事处", "光华路街道"), ("光华路街道办事处", "光华路街道"), ("光华路街道办", "光华路街道"), ("小营村委会", "小营村"),
        ("小营大队", "小营村"), ("四牌坊社区居委会", "四牌坊社区"), ("四牌坊居委会", "四牌坊社区"), ("宝莲寺镇", "宝莲寺镇"),
    ],
)  # fmt: skip
def test_the_place_of_an_office(printed: str, proper: str) -> None:
    """A street's office and a village's committee stand for the place."""
    assert proper_form(printed) == proper


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("光华路办事处", "安阳市/文峰区/光华路街道"),
        ("宝莲寺公社", "安阳市/文峰区/宝莲寺镇"),
        ("宝莲寺乡", "安阳市/文峰区/宝莲寺镇"),
        ("郭村集村委会", "安阳市/文峰区/宝莲寺镇/郭村集村"),
        ("郭村集大队", "安阳市/文峰区/宝莲寺镇/郭村集村"),
        ("兴泰苑社区", "安阳市/文峰区/光华路街道/兴泰苑社区"),
    ],
)
def test_all_forms_of_a_name_lead_to_the_place(gazetteer: Gazetteer, text: str, label: str) -> None:
    """The whole of the form is taken, and it means one place."""
    (form,) = [form for form in find_forms(f"昨日，{text}。", gazetteer.city("安阳市")) if not form.bare]
    assert (form.start, form.end) == (3, 3 + len(text))
    assert [place.label for place in form.places] == [label]


@pytest.mark.parametrize("text", ["宝莲寺乡村振兴", "宝莲寺镇静地", "光华路街", "幸福生活"])
def test_what_only_begins_like_a_name_is_none(gazetteer: Gazetteer, text: str) -> None:
    """An ending that belongs to the next word, and stems without any."""
    assert all(form.bare for form in find_forms(text, gazetteer.city("安阳市")))


def test_other_towns_of_a_name_are_told_with_their_province(gazetteer: Gazetteer) -> None:
    """光华路街道 is in three cities; the one that is meant is not among the others."""
    assert namesakes_elsewhere("光华路街道", "410502013", gazetteer) == (
        "江苏省/南京市/秦淮区/光华路街道",
        "河南省/平顶山市/卫东区/光华路街道",
    )


def test_other_zones_of_a_name_are_told(gazetteer: Gazetteer) -> None:
    """Seven cities of one province have a 高新区."""
    others = namesakes_elsewhere("高新区", "410571", gazetteer)
    assert sum(label.startswith("河南省/") for label in others) == 6
    assert "河南省/安阳市/高新区" not in others


def test_other_villages_of_a_name_are_those_of_the_city(gazetteer: Gazetteer) -> None:
    """A village's namesakes are told with county and town, and only in the city that the paper is read in."""
    others = namesakes_elsewhere("小营村", "410502101223", gazetteer)
    assert others
    assert all(label.startswith("安阳市/") and label.endswith("/小营村") for label in others)
    assert "安阳市/文峰区/宝莲寺镇/小营村" not in others


def test_what_has_no_code_has_no_namesakes(gazetteer: Gazetteer) -> None:
    """An estate is in no table."""
    assert namesakes_elsewhere("某某小区", "", gazetteer) == ()


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("410581", ("林县（—1993）",)),
        ("210782", ("北镇县（—1988）", "北镇满族自治县（1989—1994）", "北宁市（1995—2005）")),
        ("410502", ()),
    ],
)
def test_former_names_of_counties_have_their_years(code: str, names: tuple[str, ...]) -> None:
    """The oldest first; before 1980 nothing is known of the beginning."""
    assert former_names(code) == names
