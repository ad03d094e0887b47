"""What is told of a mistake in a file of `_authority/`: the line, what is wrong, and the remedy; the rest counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.knowledge.authority import Misread, read_with_lines, read_yaml, unknown_keys
from jianbao.knowledge.authority_files import FILES, unknown_files
from jianbao.knowledge.bylines import Bylines
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.learned import misread_learned
from jianbao.knowledge.topics import Topics

Tell = Callable[[str, str], Path]


@pytest.fixture
def tell(tmp_path: Path) -> Tell:
    """Writes a file of the authority folder, and gives that folder."""
    folder = tmp_path / "content" / "_authority"
    folder.mkdir(parents=True)

    def write(name: str, text: str) -> Path:
        (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write


def lines(misread: tuple[Misread, ...]) -> list[tuple[int | None, str]]:
    """Where something is wrong, and the English words of it, in the order of the lines."""
    assert all(one.what_zh and one.remedy_zh and one.remedy_en for one in misread)
    return sorted((one.line or 0, one.what_en) for one in misread)


TOPICS = """\
# 我们馆的主题
- {name: 城市更新, slug: urban-renewal, strong: [旧城改造]}
- {name: 灯会, slug: 灯会, strong: [灯会]}
- {name: 农村, slug: rural, strong: [村]}
- name: 水利
  slug: water
  strung: [水库]
- {name: 文化旅游, weak: {艺术: 1}}
- {name: 评论, hide: 'true'}
- {name: 城市更新, weak: [拆迁]}
- 水利
- {name: 体育, hide: maybe}
"""


def test_every_mistake_in_topics_is_told_with_its_line(tell: Tell) -> None:
    """And what is right stands."""
    topics = Topics.load(tell("topics.yaml", TOPICS))
    found = lines(topics.misread)
    assert [line for line, _ in found] == [3, 4, 4, 5, 7, 8, 9, 10, 11, 12]
    assert "cannot stand in an address" in found[0][1]
    assert "of the topic 乡村振兴" in found[1][1]
    assert "one character only" in found[2][1]
    assert "no words that speak for it" in found[3][1]
    assert "“strung” is not known" in found[4][1]
    assert {one.remedy_en for one in topics.misread} >= {"Did you mean strong?", "Did you mean 评论理论?"}
    renewal = topics.by_name["城市更新"]
    assert (renewal.strong, renewal.weak) == (("旧城改造",), ("拆迁",))
    assert "灯会" not in topics.by_name
    assert topics.by_name["文化旅游"].weak == Topics.load().by_name["文化旅游"].weak
    assert "体育" in topics.by_name


def test_a_known_topic_may_be_called_by_its_english_name(tell: Tell) -> None:
    """An English archive writes English."""
    topics = Topics.load(tell("topics.yaml", "- {name: Courts, hide: yes}\n- {name: Sport, strong: [quoits]}\n"))
    assert topics.by_name["体育"].strong == ("quoits",)
    assert [one.line for one in topics.misread] == [1]


DISTRICTS = """\
安阳市:
  高新区: {code: 41057, name: 安阳高新技术产业开发区}
  示范区: {nmae: 安阳城乡一体化示范区}
  示范区: {slug: Shifan}
平项山市:
  老城区: {}
新乡市: [平原新区]
"""


def test_every_mistake_in_districts_is_told_with_its_line(tell: Tell) -> None:
    """A key, a code, an address, a city."""
    districts = Districts.load(tell("districts.yaml", DISTRICTS))
    found = lines(districts.misread)
    assert [line for line, _ in found] == [2, 4, 4, 6, 7]
    assert "six digits" in found[0][1]
    assert districts.find("安阳市/高新区") is not None
    assert districts.find("安阳市/示范区") is not None
    assert "Did you mean 平顶山市?" in {one.remedy_en for one in districts.misread}


def test_a_district_that_is_written_twice_in_a_list_is_told(tell: Tell) -> None:
    """Both entries count; under another of its names, too."""
    text = "- {name: 安阳市/示范区, aliases: [城乡示范区]}\n- {name: 安阳市/文峰区}\n- {name: 安阳市/城乡示范区}\n- {name: 文峰区}\n"
    districts = Districts.load(tell("districts.yaml", text))
    assert [line for line, _ in lines(districts.misread)] == [4]
    twice = Districts.load(tell("districts.yaml", "- {name: 安阳市/示范区}\n- {name: 安阳市/示范区, slug: shifan}\n"))
    assert [line for line, _ in lines(twice.misread)] == [2]


def test_mistakes_in_bylines_and_learned_lists_are_told(tell: Tell) -> None:
    """A list under a key that means nothing is not silently passed over."""
    folder = tell("bylines.yaml", "colective: [安宣]\n")
    assert (1, "The key “colective” is not known and is left out.") in lines(Bylines.load(folder).misread)
    folder = tell("bylines.yaml", "collective:\n- 安宣\n- [综合]\n")
    assert [line for line, _ in lines(Bylines.load(folder).misread)] == [3]
    assert not Bylines.load(folder).is_person("安宣")
    assert [line for line, _ in lines(misread_learned(tell("learned.yaml", "labels: [要闻]\nlable: [x]\n")))] == [2]


def test_a_file_that_nobody_reads_is_told_with_the_name_it_should_have(tell: Tell) -> None:
    """Notes beside are nobody's business."""
    tell("peoples.yaml", "same: []\n")
    tell("Topics.yml", "")
    tell("说明.txt", "给新同事")
    told = list(unknown_files(tell("people.yaml", "")))
    assert [(one.file, one.remedy_en) for one in told] == [
        ("content/_authority/Topics.yml", "Did you mean topics.yaml? Rename it."),
        ("content/_authority/peoples.yaml", "Did you mean people.yaml? Rename it."),
    ]


def test_a_key_written_twice_is_told_at_its_second_place(tell: Tell) -> None:
    """YAML keeps the last one without a word."""
    told = read_with_lines(tell("people.yaml", "same:\n- a\nhide: [b]\nsame:\n- c\n") / "people.yaml")
    assert [one.line for one in told.misread] == [4]
    assert told.value["same"] == ["c"]


def test_the_line_of_anything_written_is_known(tell: Tell) -> None:
    """Of what is not there, the line of what holds it."""
    told = read_with_lines(tell("people.yaml", "same:\n- {name: 甲,\n   at: 乙}\n-\n  name: 丙\n") / "people.yaml")
    assert (told.line("same", 0, "at"), told.line("same", 1), told.line("same", 1, "none"), told.line("x")) == (
        3,
        5,
        5,
        None,
    )
    assert [one.line for one in unknown_keys(told, ("same", 0), ("name",))] == [3]


@given(st.text("a: -[]{}\n&*!|>'\"#1，“", max_size=60))
def test_whatever_is_written_nothing_breaks(text: str) -> None:
    """What cannot be read is told; the value is the same with lines and without."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "topics.yaml")
        path.write_text(text, encoding="utf-8")
        told = read_with_lines(path)
        assert (told.value, told.misread[:1] if told.value is None else ()) == (
            read_yaml(path)[0],
            read_yaml(path)[1] if told.value is None else (),
        )
        Topics.load(Path(folder))


def test_every_file_has_its_reader() -> None:
    """The list of the files is sorted, and no name stands twice."""
    assert list(FILES) == sorted(set(FILES))
