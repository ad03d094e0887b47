"""The scripts that make the gazetteer's files: names as papers print them, and the same file every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.knowledge.sources.former_districts import former_names
from jianbao.knowledge.sources.localities import members, town_name, village_name, write


@pytest.mark.parametrize(
    ("official", "name"),
    [
        ("小营村民委员会", "小营村"), ("小营村村民委员会", "小营村"), ("小营村委会", "小营村"), ("新润社区居委会", "新润社区"),
        ("新润居民委员会", "新润社区"), ("新润社区居民委员会", "新润社区"), ("宝日嘎查委会", "宝日嘎查"), ("东厂社区", "东厂社区"),
    ],
)  # fmt: skip
def test_a_committee_is_named_by_its_place(official: str, name: str) -> None:
    """The bureau lists committees; papers print villages and communities."""
    assert village_name(official) == name


@pytest.mark.parametrize(
    ("official", "name"),
    [
        ("东山头办事处", "东山头街道"),
        ("开发区银杏大街街道", "银杏大街街道"),
        ("开发区", "开发区"),
        ("宝莲寺镇", "宝莲寺镇"),
    ],
)
def test_a_street_is_named_without_its_office_and_its_zone(official: str, name: str) -> None:
    """As papers print it; a zone that is a town itself keeps its name."""
    assert town_name(official) == name


def test_equal_tables_make_equal_files(tmp_path: Path) -> None:
    """Nothing of the day or the machine goes into the file; statistical inventions are left out."""
    streets = [{"code": "990101001", "name": "甲街道", "areaCode": "990101"}]
    villages = [
        {"code": f"990101001{number}", "name": name, "streetCode": "990101001"}
        for number, name in (
            ("001", "东社区居委会"),
            ("002", "南社区居委会"),
            ("200", "西村委会"),
            ("400", "某园虚拟社区"),
        )
    ]
    texts = dict(members({"990101": "9901"}, streets, villages))
    assert texts["9901"] == "#990101\n+001\t甲街道\n东社区\n南社区\n200\t西村\n"
    assert texts["towns"] == "#990101\n+001\t甲街道\n"
    first, second = tmp_path / "1.zip", tmp_path / "2.zip"
    write(first, texts.items())
    write(second, reversed(texts.items()))
    assert first.read_bytes() == second.read_bytes()


def row(year: int, code: str, name: str) -> dict[str, str]:
    """One county of one year."""
    return {"year": str(year), "county_id": code, "county_name": name}


def test_a_change_of_name_is_a_former_name() -> None:
    """The old name is gone in the year in which the new one appears."""
    rows = [row(1990, "990101", "林县"), row(1991, "990101", "林县"), row(1992, "990101", "林州市")]
    assert [tuple(former) for former in former_names(rows, {"990101": "林州市"})] == [("林县", 1990, 1991, "990101")]


def test_a_code_that_went_to_another_county_makes_no_former_name() -> None:
    """The new name stood beside the old one before: these were two counties."""
    rows = [row(1990, "990101", "东县"), row(1990, "990102", "西县"), row(1991, "990101", "西县")]
    assert list(former_names(rows, {"990101": "西县"})) == []
