"""people.yaml: what people tell of persons, and what is said of entries that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.knowledge.told_people import ToldPeople

DISTRICT, ZONE = "安阳市/文峰区", "安阳市/高新区"


def told(folder: Path, text: str) -> ToldPeople:
    """What is read of a people.yaml with this text."""
    (folder / "people.yaml").write_text(text, encoding="utf-8")
    return ToldPeople.load(folder)


def test_without_a_file_nothing_is_told(tmp_path: Path) -> None:
    """Everybody is who he is, and nobody is hidden."""
    people = ToldPeople.load(tmp_path)
    assert people == ToldPeople()
    assert people.person("张伟", DISTRICT) == ("张伟", DISTRICT)
    assert not people.hidden("张伟", DISTRICT)


def test_same_makes_one_person_of_two_counties(tmp_path: Path) -> None:
    """The first entry is the one that is kept; others of the name stay apart."""
    people = told(tmp_path, "same:\n- [胡亚军@安阳市/文峰区, 胡亚军@安阳市/高新区]\n")
    assert people.person("胡亚军", ZONE) == ("胡亚军", DISTRICT)
    assert people.person("胡亚军", DISTRICT) == ("胡亚军", DISTRICT)
    assert people.person("胡亚军", "新乡市/高新区") == ("胡亚军", "新乡市/高新区")


def test_same_joins_a_misprinted_name_and_keeps_the_county(tmp_path: Path) -> None:
    """A name without a county means that name everywhere; mappings and plain names mix."""
    people = told(tmp_path, "same:\n- [{name: 琚运林}, 据运林]\n")
    assert people.person("据运林", DISTRICT) == ("琚运林", DISTRICT)


def test_a_county_may_be_written_short_or_without_the_slash(tmp_path: Path) -> None:
    """文峰区 and 安阳市文峰区 mean 安阳市/文峰区."""
    people = told(tmp_path, "hide: [张三@文峰区, 李四＠安阳市文峰区]\n")
    assert people.hidden("张三", DISTRICT)
    assert people.hidden("李四", DISTRICT)
    assert not people.hidden("张三", ZONE)


def test_different_tells_namesakes_apart_by_article_or_post(tmp_path: Path) -> None:
    """Each gets a name of its own: the one that is told, or the next number."""
    people = told(
        tmp_path,
        "different:\n"
        "- {name: 张伟, county: 安阳市/文峰区, articles: [4HP5S8F/01], as: 张伟（教师）}\n"
        "- {name: 张伟, county: 安阳市/文峰区, post: 医生}\n",
    )
    assert people.person("张伟", DISTRICT, "4HP5S8F/01") == ("张伟（教师）", DISTRICT)
    assert people.person("张伟", DISTRICT, "4HP5S8F/02", "市人民医院医生") == ("张伟（3）", DISTRICT)
    assert people.person("张伟", DISTRICT, "4HP5S8F/02", "区委书记") == ("张伟", DISTRICT)
    assert people.person("张伟", ZONE, "4HP5S8F/01") == ("张伟", ZONE)


def test_hide_add_and_not_are_plain_names(tmp_path: Path) -> None:
    """A single name counts as a list of one."""
    people = told(tmp_path, "hide: 张三\nadd: [欧阳修文]\nnot: [卫健]\n")
    assert people.hidden("张三", DISTRICT)
    assert people.added == ("欧阳修文",)
    assert people.never == {"卫健"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hide:\n- 张三\n- [李四]\n", 3),
        ("hide:\n- 张三\n- '@安阳市/文峰区'\n", 3),
        ("same:\n- [甲一, 甲二]\n- 乙一\n", 3),
        ("same:\n- [甲一]\n", 2),
        ("different:\n- {name: 张伟}\n", 2),
        ("different:\n- 张伟\n", 2),
        ("hide: {张三: 是}\n", 1),
        ("add: [欧阳修文]\nhidden: [张三]\n", 2),
        ("- 张三\n", None),
        ("hide: [张三\n", 2),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(tmp_path: Path, text: str, line: int | None) -> None:
    """In both languages, with what to write instead."""
    (one,) = told(tmp_path, text).misread
    assert one.file.endswith("people.yaml")
    assert one.line == line
    assert all((one.what_zh, one.what_en, one.remedy_zh, one.remedy_en))


def test_one_bad_entry_spoils_no_other(tmp_path: Path) -> None:
    """The rest of the file counts."""
    people = told(tmp_path, "hide: [张三, [], 李四]\nsame: [[甲一, 甲二], 乙]\n")
    assert people.hidden("张三")
    assert people.hidden("李四")
    assert people.person("甲二", "") == ("甲一", "")
    assert len(people.misread) == 2
