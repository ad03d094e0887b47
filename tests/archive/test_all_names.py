"""Names are found once in an article's life, by as many processes as there are, and always the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jianbao.archive.all_names import MANY, all_names, mark_of
from jianbao.archive.link import say_nothing
from jianbao.archive.names.found import Names
from jianbao.archive.names.known import Known
from jianbao.archive.names.passage import Passage
from jianbao.archive.read_many import Report, digest

TEXTS = (
    "区发改委主任陈卫国介绍，光华路街道的项目开工了。",
    "宝莲寺镇小营村村民李秀英说，收成好。",
    "文峰区财政局和安阳鑫盛机床股份有限公司签约。",
)


def passages(number: int) -> dict[str, Passage]:
    """So many articles, no two alike."""
    return {
        f"A/{n:03}": Passage(f"第{n}篇", TEXTS[n % 3] + f"\n\n第{n}段。", city="安阳市", districts=("安阳市/文峰区",))
        for n in range(number)
    }


def find(
    many: dict[str, Passage], folder: Path, jobs: int = 1, report: Report = say_nothing, *, keep: bool = True
) -> dict[str, Names]:
    """The names of all passages, by what `folder` tells of names."""
    marks = {id: mark_of(passage, digest(passage.text)) for id, passage in many.items()}
    return all_names(many, marks, Known.load(folder), folder, folder / "cache" if keep else None, jobs, report)()


def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    """Byte for byte, in the same order."""
    many = passages(2 * MANY)
    alone, together = (find(many, tmp_path, jobs, keep=False) for jobs in (1, 2))
    assert repr(alone) == repr(together)
    assert all(one.people or one.places or one.organizations for one in alone.values())


def test_what_is_kept_is_what_was_found(tmp_path: Path) -> None:
    """A second run looks through nothing and says the same; of two articles alike both have their names."""
    few = passages(6) | {"B/001": passages(1)["A/000"]}
    looked: list[int] = []
    first = find(few, tmp_path, report=lambda step, done, of: looked.append(of))
    assert set(looked) == {7}
    assert first["A/000"] == first["B/001"]
    looked.clear()
    assert repr(find(few, tmp_path, report=lambda step, done, of: looked.append(of))) == repr(first)
    assert looked == []


def test_what_has_changed_is_looked_through_alone(tmp_path: Path) -> None:
    """Another text, another county, an article taken away and one added: as if nothing had been kept."""
    few = passages(8)
    find(few, tmp_path)
    few["A/003"] = replace(few["A/003"], text="宝莲寺镇李家庄村民王秀英说。")
    few["A/005"] = replace(few["A/005"], city="新乡市", districts=("新乡市/卫滨区",))
    del few["A/001"]
    few["A/100"] = passages(101)["A/100"]
    looked: list[int] = []
    after = find(few, tmp_path, report=lambda step, done, of: looked.append(of))
    assert looked == [3, 3, 3]
    assert repr(after) == repr(find(few, tmp_path, keep=False))


def test_what_people_tell_counts_at_once(tmp_path: Path) -> None:
    """A name that people.yaml rules out is looked for no more, though the article was looked through before."""
    few = passages(1)
    before = find(few, tmp_path)
    (tmp_path / "people.yaml").write_text("not: [陈卫国]\n", encoding="utf-8")
    after = find(few, tmp_path)
    assert [one.name for one in before["A/000"].people] == ["陈卫国"]
    assert after["A/000"].people == ()
