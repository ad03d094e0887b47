"""What is proposed for the authority files, and what is not: a proposal that is mostly wrong is not read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.archive.alike import alike_pairs, one_stroke_apart
from jianbao.archive.candidates import candidates, ends_of_others
from jianbao.archive.model import Archive, Entity, Group, Post, Review
from jianbao.knowledge.districts import Districts

DISTRICTS = Districts.load()
EMPTY = Archive({}, {}, {}, {}, {}, {}, {}, {}, (), (), (), (), ())
WENFENG, GAOXIN = ("district", "wenfeng"), ("district", "gaoxin")
ANYANG = ("city", "anyang")


def group(kind: str, slug: str, label: str, *, note: str = "") -> Group:
    """A list of one article."""
    return Group(kind, slug, f"{kind}/{slug}/", label.rpartition("/")[2], label, ("A/01",), note=note)


CITY = {"anyang": group("city", "anyang", "安阳市")}
COUNTIES = {
    "wenfeng": group("district", "wenfeng", "安阳市/文峰区"),
    "gaoxin": group("district", "gaoxin", "安阳市/高新区"),
}


def entity(name: str, slug: str, *above: tuple[str, str], posts: str = "", articles: int = 2) -> Entity:
    """A person or body of a county."""
    held = tuple(Post(words, "", "A/01") for words in posts.split())
    ids = tuple(f"A/{number:02}" for number in range(articles))
    return Entity("person", slug, f"people/{slug}/", name, name, "person", ids, (), above=above, posts=held)


def with_people(*people: Entity) -> Archive:
    """An archive of these people in two counties of one city."""
    return replace(EMPTY, people={one.slug: one for one in people}, cities=CITY, districts=COUNTIES)


def with_bodies(*names: str) -> Archive:
    """An archive of these bodies of one county."""
    bodies = {str(number): entity(name, str(number), ANYANG, WENFENG) for number, name in enumerate(names)}
    return replace(EMPTY, organizations=bodies, cities=CITY, districts=COUNTIES)


def proposed(archive: Archive, kind: str, *settled: str) -> list[Review]:
    """The proposals of a kind."""
    return [line for line in candidates(archive, DISTRICTS, frozenset(settled)) if line.kind == kind]


def test_one_name_and_post_in_two_counties_of_a_city_may_be_one_person() -> None:
    """With the line to paste, the one with more articles first."""
    moved = with_people(
        entity("胡亚军", "1", ANYANG, WENFENG, posts="区发改委主任"),
        entity("胡亚军", "2", ANYANG, GAOXIN, posts="发改委主任", articles=5),
    )
    (line,) = proposed(moved, "same-person")
    assert line.en.endswith("add under same: - [胡亚军@安阳市/高新区, 胡亚军@安阳市/文峰区]")
    assert line.file == "_authority/people.yaml"
    assert not proposed(moved, "same-person", "胡亚军"), "people told them apart"


def test_one_name_with_other_posts_or_in_another_city_is_not_proposed() -> None:
    """There are many 张伟."""
    teacher = entity("张伟", "1", ANYANG, WENFENG, posts="教师")
    assert not proposed(with_people(teacher, entity("张伟", "2", ANYANG, GAOXIN, posts="村支书")), "same-person")
    assert not proposed(with_people(teacher, entity("张伟", "2", ("city", "xinxiang"), posts="教师")), "same-person")


def test_names_one_character_apart_with_one_post_in_one_county_may_be_one_person() -> None:
    """A misread character; at another post, or with two characters of a name only, nothing is proposed."""
    first = entity("琚运林", "1", ANYANG, WENFENG, posts="镇党委书记")
    assert proposed(with_people(first, entity("据运林", "2", ANYANG, WENFENG, posts="镇党委书记")), "same-person")
    assert not proposed(with_people(first, entity("据运林", "2", ANYANG, WENFENG, posts="村民")), "same-person")
    short = [entity(name, name, ANYANG, WENFENG, posts="村民") for name in ("王五", "王伍")]
    assert not proposed(with_people(*short), "same-person")


@pytest.mark.parametrize(
    "names",
    [
        ("安阳市天宇贸易有限公司", "安阳市天字贸易有限公司"),
        ("安阳市殷都区卫健委", "安阳殷都区卫健委"),
        ("文峰区市场监管局", "市场监管局"),
    ],
)
def test_bodies_nearly_of_one_name_may_be_one(names: tuple[str, str]) -> None:
    """A character misread, left out, or the county before it."""
    (line,) = proposed(with_bodies(*names), "same-organization")
    assert all(name in line.zh for name in names)
    assert "add under same: - [" in line.en


@pytest.mark.parametrize(
    "names",
    [
        ("安阳市第一中学", "安阳市第二中学"),
        ("文峰区教育局", "文峰区体育局"),
        ("安阳市东关小学", "安阳市西关小学"),
        ("安阳市人民医院", "安阳市人民法院"),
    ],
)
def test_bodies_that_a_character_tells_apart_are_not_proposed(names: tuple[str, str]) -> None:
    """Numbers, directions, and what stands at the end."""
    assert not proposed(with_bodies(*names), "same-organization")


def test_a_topic_beside_one_of_nearly_the_same_name_is_proposed() -> None:
    """One that is not in the vocabulary; two of the vocabulary are meant so."""
    known, other = group("topic", "rural", "乡村振兴", note="Rural"), group("topic", "t1", "乡村振新")
    (line,) = proposed(replace(EMPTY, topics={"rural": known, "t1": other}), "near-topic")
    assert "乡村振新" in line.zh
    twins = {"a": group("topic", "a", "市场监管", note="A"), "b": group("topic", "b", "市场监督", note="B")}
    assert not proposed(replace(EMPTY, topics=twins), "near-topic")


def test_a_district_that_no_table_has_is_proposed() -> None:
    """As the line of districts.yaml."""
    found = {"wenfeng": COUNTIES["wenfeng"], "x": group("district", "x", "安阳市/未来新区")}
    (line,) = proposed(replace(EMPTY, districts=found), "unknown-district")
    assert "- {name: 安阳市/未来新区}" in line.en


def test_names_seen_once_are_one_line_a_kind() -> None:
    """A count and the first ten, however many there are."""
    people = [entity(f"某{number:03}", str(number), articles=1) for number in range(30)]
    (line,) = proposed(with_people(*people, entity("常客", "x", articles=2)), "once")
    assert "人物 30 个" in line.zh
    assert line.zh.count("、") == 9
    assert "常客" not in line.zh


def test_an_empty_archive_has_no_proposals() -> None:
    """And no error."""
    assert not list(candidates(EMPTY, DISTRICTS))


NAMES = st.lists(st.text("甲乙丙丁戊", min_size=1, max_size=8), max_size=12, unique=True)


def one_apart(one: str, other: str) -> bool:
    """By the plain definition."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(short == long[:at] + long[at + 1 :] for at in range(len(long)))


@given(NAMES)
def test_the_pairs_are_those_of_the_plain_definition(names: list[str]) -> None:
    """Found without comparing every name with every other."""
    plain = sorted((one, other) for one in names for other in names if one < other and one_apart(one, other))
    assert sorted(alike_pairs(names)) == plain
    assert set(one_stroke_apart(names)) <= set(plain)


@given(NAMES)
def test_ends_of_others_are_ends(names: list[str]) -> None:
    """Of three characters at least."""
    assert all(long.endswith(short) and len(short) > 2 for short, long in ends_of_others(names))
