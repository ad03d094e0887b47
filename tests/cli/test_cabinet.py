"""The cabinet of cards gives back what was put into it, card by card, or nothing: never another thing, and nothing is run."""

from __future__ import annotations

import os
import pickle
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, make_dataclass
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from jianbao.archive.model import Group, Mention, Related
from jianbao.archive.stories.clues import Sort
from jianbao.cabinet import Cabinet, Damaged, Drawer, fill
from jianbao.kept import keep

FORM = "news 1"
DISTRICT = Group(
    "district", "wenfengqu-410502", "districts/wenfengqu-410502/", "文峰区", "安阳市/文峰区", ("AAAAAAA/01",)
)
NEWS = (
    ("news", "九月二十三日", "文峰区开展书画大赛"),
    ("news", "九月二十四日", "高新区规范成品油市场"),
    ("news", "九月二十五日", "宝莲寺镇秋收"),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a cabinet is to stand: in a folder that is not there yet, with a space and Chinese in its path."""
    return tmp_path / "县志 档案" / "news.cards"


@contextmanager
def opened(file: Path, form: str = FORM) -> Iterator[Cabinet]:
    """The cabinet of this file, which must be there."""
    cabinet = Cabinet.open(file, form)
    assert cabinet is not None
    try:
        yield cabinet
    finally:
        cabinet.close()


def read_back(file: Path, value: object) -> Any:
    """What comes back of the only card of a cabinet."""
    fill(file, FORM, [("news", "甲", value)])
    with opened(file) as cabinet:
        return cabinet.card("news", "甲")


# ---------------------------------------------------------------- what was put in comes back
@pytest.mark.parametrize(
    "value",
    [
        DISTRICT,
        Mention(3, 6, "person", "hu-qiming"),
        (Related("AAAAAAA/02", "同一项目：象道物流园", "same project: 象道物流园"), Sort.PROJECT),
        {"安阳市": [DISTRICT, {"文峰区": frozenset({1, 2**40}), "": None}], "页": (True, 2.5, b"\x00")},
        "缺字\udc80，原样留下",
    ],
)
def test_a_card_comes_back_as_it_was(file: Path, value: object) -> None:
    """A value of our own, a named tuple, one inside another, a text with half a character in it."""
    again = read_back(file, value)
    assert again == value
    assert type(again) is type(value)


def test_a_text_with_markup_is_still_one(file: Path) -> None:
    """Else it would be escaped a second time: readers would see &lt;em&gt;."""
    again = read_back(file, {"题": Markup("<em>文峰区</em>")})["题"]
    assert isinstance(again, Markup)
    assert again + "<" == "<em>文峰区</em>&lt;"


plain = st.none() | st.booleans() | st.integers() | st.text() | st.builds(Mention, st.integers(), st.integers())
values = st.recursive(
    plain | st.builds(Related, st.text(), st.text(), st.text()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3) | st.tuples(inner, inner),
)


@given(st.dictionaries(st.tuples(st.sampled_from(["news", "people"]), st.text()), values, max_size=6))
def test_every_card_is_found_by_drawer_and_key(
    tmp_path_factory: pytest.TempPathFactory, cards: dict[tuple[str, str], Any]
) -> None:
    """Whatever the keys are, and in the order in which they were put in."""
    file = tmp_path_factory.mktemp("cabinet") / "all.cards"
    fill(file, FORM, [(*place, value) for place, value in cards.items()])
    with opened(file) as cabinet:
        for name in ("news", "people"):
            drawer: Drawer[Any] = Drawer(cabinet, name)
            assert list(drawer.items()) == [(key, value) for (of, key), value in cards.items() if of == name]


def test_where_there_is_no_such_card_it_is_a_key_error(file: Path) -> None:
    """Which is not damage: an article may have gone."""
    fill(file, FORM, NEWS)
    with opened(file) as cabinet:
        for drawer, key in (("news", "九月三十日"), ("people", "胡启明")):
            with pytest.raises(KeyError):
                cabinet.card(drawer, key)
        assert list(cabinet.keys("people")) == []


def test_a_cabinet_is_filled_anew_as_a_whole(file: Path) -> None:
    """Nothing of what was in it before is found again."""
    fill(file, FORM, NEWS)
    fill(file, FORM, NEWS[:1])
    with opened(file) as cabinet:
        assert list(cabinet.keys("news")) == ["九月二十三日"]


# ---------------------------------------------------------------- cards that are added later
def test_a_card_that_is_added_stands_in_place_of_the_one_before(file: Path) -> None:
    """In its place among the others; a new one stands behind them, and its drawer may be new."""
    fill(file, FORM, NEWS)
    later = (
        ("news", "九月二十四日", "高新区规范加油站"),
        ("news", "九月三十日", "国庆"),
        ("people", "胡启明", DISTRICT),
    )
    with opened(file) as cabinet:
        cabinet.add(later, "news 2")
    assert Cabinet.open(file, FORM) is None
    with opened(file, "news 2") as cabinet:
        assert list(Drawer[str](cabinet, "news").items()) == [
            ("九月二十三日", "文峰区开展书画大赛"),
            ("九月二十四日", "高新区规范加油站"),
            ("九月二十五日", "宝莲寺镇秋收"),
            ("九月三十日", "国庆"),
        ]
        assert cabinet.card("people", "胡启明") == DISTRICT


@pytest.mark.parametrize("few", [0, 1, 4096])
def test_cards_are_added_again_and_again(file: Path, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every correction of one article is another card; the last one counts, whether it is told on the slip or in the index."""
    monkeypatch.setattr("jianbao.cabinet._FEW", few)
    fill(file, FORM, NEWS)
    for number in range(1, 6):
        with opened(file, f"news {number}") as cabinet:
            cabinet.add([("news", "九月二十五日", f"第{number}次改正")], f"news {number + 1}")
    with opened(file, "news 6") as cabinet:
        assert cabinet.card("news", "九月二十五日") == "第5次改正"
        assert cabinet.card("news", "九月二十三日") == "文峰区开展书画大赛"


def test_who_has_the_cabinet_open_goes_on_reading_what_he_had(file: Path) -> None:
    """A run that began sooner sees the archive as it stood then."""
    fill(file, FORM, NEWS)
    with opened(file) as reader:
        with opened(file) as writer:
            writer.add([("news", "九月二十三日", "书画大赛改期")], "news 2")
        assert list(Drawer[str](reader, "news").values()) == [text for _, _, text in NEWS]


# ---------------------------------------------------------------- a drawer as a mapping
def test_what_is_in_a_drawer_is_known_without_reading_it(file: Path) -> None:
    """Of 100,000 articles a run asks for a few: here none can be read, and all are there."""
    fill(file, FORM, NEWS)
    file.write_bytes(b"\0" * file.stat().st_size)
    with opened(file) as cabinet:
        drawer: Drawer[str] = Drawer(cabinet, "news")
        assert len(drawer) == 3
        assert list(drawer) == list(drawer.keys()) == ["九月二十三日", "九月二十四日", "九月二十五日"]
        assert "九月二十四日" in drawer
        assert "九月三十日" not in drawer
        with pytest.raises(Damaged):
            drawer["九月二十四日"]


def test_what_was_asked_for_once_stays_at_hand(file: Path) -> None:
    """It is read once, and is the same object afterwards."""
    fill(file, FORM, [("districts", "文峰区", DISTRICT)])
    with opened(file) as cabinet:
        drawer: Drawer[Group] = Drawer(cabinet, "districts")
        assert drawer["文峰区"] is drawer["文峰区"]


def test_changed_cards_lie_over_a_drawer(file: Path) -> None:
    """The drawer with the change has it, once more changed too; the drawer without it has what was kept."""
    fill(file, FORM, NEWS)
    with opened(file) as cabinet:
        before: Drawer[str] = Drawer(cabinet, "news")
        once = before.but({"九月二十三日": "书画大赛改期"})
        twice = once.but({"九月二十五日": "宝莲寺镇秋种"})
        assert list(before.values()) == [text for _, _, text in NEWS]
        assert list(once.values()) == ["书画大赛改期", "高新区规范成品油市场", "宝莲寺镇秋收"]
        assert list(twice.values()) == ["书画大赛改期", "高新区规范成品油市场", "宝莲寺镇秋种"]
        assert list(twice) == list(before)


# ---------------------------------------------------------------- damage
def test_a_damaged_byte_is_known_wherever_it_is(file: Path) -> None:
    """Not one letter of a card can be another without being noticed; the other cards are none the worse."""
    fill(file, FORM, [("news", "甲", DISTRICT), ("news", "乙", "宝莲寺镇秋收")])
    whole, card = file.read_bytes(), len(pickle.dumps(DISTRICT, protocol=5))
    for at in range(card):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with opened(file) as cabinet:
            with pytest.raises(Damaged):
                cabinet.card("news", "甲")
            assert cabinet.card("news", "乙") == "宝莲寺镇秋收"


def test_a_cabinet_that_is_cut_short_is_damaged(file: Path) -> None:
    """As after a power cut: what stands in what is left is still read."""
    fill(file, FORM, NEWS)
    file.write_bytes(file.read_bytes()[:-1])
    with opened(file) as cabinet:
        assert cabinet.card("news", "九月二十三日") == "文峰区开展书画大赛"
        with pytest.raises(Damaged):
            cabinet.card("news", "九月二十五日")


def test_of_another_form_there_is_none(file: Path) -> None:
    """What another program or another archive has put in is as if absent; so is a cabinet of which half is gone."""
    assert Cabinet.open(file, FORM) is None
    fill(file, FORM, NEWS)
    assert Cabinet.open(file, "news 2") is None
    file.unlink()
    assert Cabinet.open(file, FORM) is None


def test_a_damaged_index_is_no_index(file: Path) -> None:
    """It says where every card stands, so it is proved like a card."""
    fill(file, FORM, NEWS)
    index = file.with_suffix(".index")
    data = index.read_bytes()
    for at in (0, len(data) // 2, len(data) - 1):
        index.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert Cabinet.open(file, FORM) is None


# ---------------------------------------------------------------- nothing is run
class Trap:
    """What is pickled as a call: whoever reads it with nothing but pickle makes the call."""

    def __init__(self, call: Callable[..., object], *arguments: object) -> None:
        self._told = call, arguments

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        """The call and its arguments."""
        return self._told


def calls(place: Path) -> dict[str, Trap]:
    """Calls that would leave something at `place`: of Python's own, and of our own program."""
    return {
        "a folder": Trap(os.mkdir, str(place)),
        "a command": Trap(os.system, f'echo x > "{place}"'),
        "our own file": Trap(keep, str(place), FORM, 1),
        "our own cabinet": Trap(fill, place, FORM, ()),
        "code": Trap(exec, f"open({str(place)!r}, 'w').close()"),
    }


@pytest.mark.parametrize("what", calls(Path()))
def test_what_calls_something_is_damaged_and_calls_nothing(file: Path, tmp_path: Path, what: str) -> None:
    """The trap is a real one: read by pickle itself it leaves something behind."""
    pickle.loads(pickle.dumps(calls(tmp_path / "sprung")[what]))  # noqa: S301 - our own, to see that it works
    assert (tmp_path / "sprung").exists()
    with pytest.raises(Damaged):
        read_back(file, calls(tmp_path / "not sprung")[what])
    assert not (tmp_path / "not sprung").exists()


@dataclass(frozen=True, slots=True)
class Stranger:
    """A dataclass that is none of the program's."""

    name: str = "胡启明"


@pytest.mark.parametrize("value", [PurePosixPath("a"), Counter("街街道"), Stranger(), Cabinet, ["新闻", (Stranger(),)]])
def test_no_class_is_made_but_the_plain_ones_of_our_own(file: Path, value: object) -> None:
    """Neither one of Python's, nor one of somebody else's, nor one of ours that does something."""
    with pytest.raises(Damaged):
        read_back(file, value)


def fill_with_a_class_of(module: str, file: Path) -> None:
    """Fill a cabinet with a value of a class `Thing` of a module that is there only now."""
    there = ModuleType(module)
    there.Thing = make_dataclass("Thing", [], namespace={"__module__": module})  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as while_filling:
        while_filling.setitem(sys.modules, module, there)
        fill(file, FORM, [("news", "甲", there.Thing())])


def test_a_class_that_the_program_has_no_more_is_damage(file: Path) -> None:
    """A card of a version in which the file was called otherwise."""
    for module in ("jianbao.gone", "jianbao.archive.gone", "jianbao.cabinet"):
        fill_with_a_class_of(module, file)
        with opened(file) as cabinet, pytest.raises(Damaged):
            cabinet.card("news", "甲")


def test_a_card_does_not_start_the_program(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m jianbao` begins where its module is imported, so a card must not have it imported."""
    started: list[str] = []
    monkeypatch.setattr("jianbao.cli.main", lambda: started.append("jianbao"))
    monkeypatch.delitem(sys.modules, "jianbao.__main__", raising=False)
    fill_with_a_class_of("jianbao.__main__", file)
    with opened(file) as cabinet, pytest.raises((Damaged, SystemExit)) as raised:
        cabinet.card("news", "甲")
    assert (started, raised.type) == ([], Damaged)


# ---------------------------------------------------------------- what cannot be written is done without
def test_a_cabinet_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """A file stands where its folder should be, or a folder where its file should be: no error, no cabinet, nothing left over."""
    (tmp_path / "file").write_text("不是文件夹", encoding="utf-8")
    fill(tmp_path / "file" / "news.cards", FORM, NEWS)
    assert Cabinet.open(tmp_path / "file" / "news.cards", FORM) is None
    (tmp_path / "news.cards" / "folder").mkdir(parents=True)
    fill(tmp_path / "news.cards", FORM, NEWS)
    assert Cabinet.open(tmp_path / "news.cards", FORM) is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "news.cards"]


def test_where_nothing_can_be_added_nothing_is(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache has become read-only: no error, the cards are those that were, and under the new form there are none."""
    fill(file, FORM, NEWS)
    with opened(file) as cabinet:
        with monkeypatch.context() as read_only:
            read_only.setattr(Path, "open", refuse)
            cabinet.add([("news", "九月三十日", "国庆")], "news 2")
        assert list(Drawer[str](cabinet, "news").values()) == [text for _, _, text in NEWS]
    assert Cabinet.open(file, "news 2") is None


def refuse(file: Path, *how: object) -> None:
    """As a read-only folder does."""
    raise PermissionError(str(file), *how)
