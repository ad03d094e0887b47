"""What people tell of places in places.yaml is laid over the gazetteer; mistakes are told with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.knowledge.divisions import Locality
from jianbao.knowledge.gazetteer import Gazetteer


def tell(folder: Path, text: str) -> Gazetteer:
    """The gazetteer of an archive whose places.yaml says this."""
    (folder / "places.yaml").write_text(text, encoding="utf-8")
    return Gazetteer.load(folder)


def place(gazetteer: Gazetteer, city: str, name: str) -> Locality:
    """The one place of this name that people told of."""
    (found,) = [one for one in gazetteer.city(city).places if one.name == name and one.told]
    return found


def test_a_further_name_is_added_to_a_place_of_the_table(tmp_path: Path) -> None:
    """The place keeps its code; the short name of its city is enough."""
    gazetteer = tell(tmp_path, "- {name: 宝莲寺镇, in: 安阳/文峰区, aliases: [宝莲寺, 北宝莲寺]}")
    found = place(gazetteer, "安阳市", "宝莲寺镇")
    assert (found.code, found.aliases) == ("410502101", ("宝莲寺", "北宝莲寺"))
    assert gazetteer.misread == ()


def test_a_place_that_no_table_has_is_added(tmp_path: Path) -> None:
    """Estates, hamlets, new villages; the kind may be told in Chinese, or by the name itself."""
    gazetteer = tell(
        tmp_path,
        "- {name: 星河湾, in: 安阳市/文峰区, kind: 小区}\n- {name: 红旗社区, in: 周口市/开发区/太昊路街道}\n",
    )
    assert place(gazetteer, "安阳市", "星河湾") == Locality(
        "", "星河湾", "estate", "安阳市/文峰区", "安阳市/文峰区", told=True
    )
    added = place(gazetteer, "周口市", "红旗社区")
    assert (added.kind, added.label, added.district) == (
        "village",
        "周口市/开发区/太昊路街道/红旗社区",
        "周口市/开发区",
    )


def test_a_renamed_street_takes_its_villages_along(tmp_path: Path) -> None:
    """The new name stands in all labels, the old one stays a name of the street."""
    gazetteer = tell(tmp_path, "- {name: 银杏街道, code: '410571564'}")
    assert place(gazetteer, "安阳市", "银杏街道").aliases == ("银杏大街街道",)
    labels = {one.label for one in gazetteer.city("安阳市").places if one.code.startswith("410571564")}
    assert all("/银杏街道" in label for label in labels)
    assert len(labels) > 5


def test_a_name_that_is_no_place_is_hidden(tmp_path: Path) -> None:
    """By its county and name; the town need not be known."""
    gazetteer = tell(tmp_path, "- {name: 郭村集村, in: 安阳市/文峰区, hide: true}")
    assert "郭村集村" not in {one.name for one in gazetteer.city("安阳市").places}


def test_places_of_another_country_need_no_gazetteer(tmp_path: Path) -> None:
    """Where no city is known the label is what people wrote."""
    gazetteer = tell(tmp_path, "- {name: Harlow, in: Lyme County, kind: town, aliases: [Harlow village]}")
    assert place(gazetteer, "", "Harlow").label == "Lyme County/Harlow"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("- {name: 甲村, in: 安阳市/文峰区}\n- 乙村\n", 2, "no place"),
        ("- {name: 甲村}\n", 1, "no place"),
        ("甲村: 安阳市\n", None, "no place"),
        ("- name: 甲村\n  in: 安阳市/文锋区\n", 2, "文锋区"),
        ("- name: 甲村\n  in: 安阳市/文峰区\n  kind: 村落群\n", 3, "村落群"),
        ("- name: 甲村\n  in: 安阳市/文峰区\n  alias: 乙村\n", 3, "alias"),
        ("- name: 甲村\n   in: 安阳市\n", 2, "cannot be read"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_rest_counts(
    tmp_path: Path, text: str, line: int | None, said: str
) -> None:
    """In both languages, with what to write instead."""
    (misread,) = tell(tmp_path, text).misread
    assert misread.line == line
    assert said in misread.what_en
    assert misread.remedy_zh
    assert misread.remedy_en


def test_what_is_right_beside_a_mistake_counts(tmp_path: Path) -> None:
    """One wrong entry leaves the others alone."""
    gazetteer = tell(tmp_path, "- 乙村\n- {name: 新月小区, in: 安阳市/文峰区}\n")
    assert place(gazetteer, "安阳市", "新月小区").kind == "estate"
