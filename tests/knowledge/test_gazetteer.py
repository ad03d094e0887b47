"""The gazetteer: every district of China under the names that papers use, corrected by what people wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.knowledge.districts import Districts


@pytest.fixture(scope="module")
def shipped() -> Districts:
    """The table that comes with the program."""
    return Districts.load()


def tell(folder: Path, text: str) -> Districts:
    """The gazetteer of an archive whose districts.yaml says this."""
    (folder / "districts.yaml").write_text(text, encoding="utf-8")
    return Districts.load(folder)


@pytest.mark.parametrize(
    ("written", "code", "label"),
    [
        ("安阳市/文峰区", "410502", "安阳市/文峰区"),
        ("安阳市/高新区", "410571", "安阳市/高新区"),
        ("新乡市/高新区", "410771", "新乡市/高新区"),
        ("安阳/高新技术开发区", "410571", "安阳市/高新区"),
        ("周口市/临港开发区", "411671", "周口市/开发区"),
        ("新乡市/卫辉市", "410781", "新乡市/卫辉市"),
        ("北京市/海淀区", "110108", "北京市/海淀区"),
        ("重庆市/城口县", "500229", "重庆市/城口县"),
        ("文峰区", "410502", "安阳市/文峰区"),
        ("济源市", "419001", "济源市"),
        ("东莞市", "441900", "东莞市"),
        ("恩施土家族苗族自治州/恩施市", "422801", "恩施州/恩施市"),
    ],
)
def test_a_district_is_found_by_its_city_and_any_of_its_names(
    shipped: Districts, written: str, code: str, label: str
) -> None:
    """Functional zones, county-level cities, municipalities and places without a prefecture are all found."""
    found = shipped.find(written)
    assert found is not None
    assert found.code == code
    assert found.label in (label, label.replace("恩施州", "恩施土家族苗族自治州"))


@pytest.mark.parametrize("written", ["高新区", "鼓楼区", "安阳市/海淀区", "某市/文峰区", ""])
def test_a_name_that_does_not_tell_one_district_finds_none(shipped: Districts, written: str) -> None:
    """Thirty cities have a 高新区: alone it means none of them."""
    assert shipped.find(written) is None


def test_every_label_leads_back_to_its_own_district(shipped: Districts) -> None:
    """No two districts of a city share a short name, so a label never means two places."""
    for inside in shipped.in_city.values():
        for district in inside:
            assert shipped.find(district.label) == district


def test_all_of_china_is_there(shipped: Districts) -> None:
    """31 provinces with their counties, and three that are known by name only."""
    codes = {district.code for inside in shipped.in_city.values() for district in inside}
    assert len(codes) == 2978
    assert len({code[:2] for code in codes}) == 31
    assert shipped.provinces["香港"] == "香港特别行政区"


def test_people_add_a_district_that_the_table_lacks(tmp_path: Path) -> None:
    """A zone that the statistics do not number is known from then on, without a code."""
    found = tell(tmp_path, "安阳市:\n  示范区: {name: 安阳城乡一体化示范区}\n").find("安阳市/安阳城乡一体化示范区")
    assert found is not None
    assert (found.label, found.code) == ("安阳市/示范区", "")


def test_people_rename_a_district_by_its_code_and_the_old_names_still_lead_to_it(tmp_path: Path) -> None:
    """What the paper calls it is for people to say."""
    known = tell(tmp_path, "新乡市:\n  平原新区: {code: '410773', aliases: [平原]}\n")
    found = known.find("新乡市/平原示范区")
    assert found is not None
    assert found.label == "新乡市/平原新区"
    assert known.find("新乡市/平原") == found


def test_a_file_that_is_no_yaml_is_told_with_its_line_and_the_table_counts(tmp_path: Path) -> None:
    """Curly quotes and full-width colons happen; nothing else may suffer."""
    known = tell(tmp_path, "安阳市:\n  示范区: {name: “安阳\n")
    assert known.find("安阳市/文峰区") is not None
    assert [one.line is not None for one in known.misread] == [True]


def test_an_unknown_city_is_told_and_the_rest_of_the_file_counts(tmp_path: Path) -> None:
    """One wrong line costs one line."""
    known = tell(tmp_path, "安洋市:\n  示范区: {}\n安阳市:\n  示范区: {}\n")
    assert known.find("安阳市/示范区") is not None
    assert "安洋市" in known.misread[0].what_zh
    assert "安洋市" in known.misread[0].what_en


def test_a_list_of_districts_with_addresses_of_their_own(tmp_path: Path) -> None:
    """People may write a plain list, and choose the address of a district; a bad address is told and not taken."""
    (tmp_path / "districts.yaml").write_text(
        "- {name: 安阳市/高新区, slug: gaoxin}\n- {name: 安阳市/示范区, slug: ../oops}\n", encoding="utf-8"
    )
    known = Districts.load(tmp_path)
    assert [(told.line, "slug" in told.what_en) for told in known.misread] == [(2, True)]
    gaoxin, shifan = known.find("安阳市/高新区"), known.find("安阳市/示范区")
    assert gaoxin is not None
    assert (gaoxin.slug, gaoxin.short) == ("gaoxin", "高新区")
    assert shifan is not None
    assert shifan.slug == ""
