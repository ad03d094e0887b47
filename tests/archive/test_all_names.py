"""Names are found once in an article's life, by as many processes as there are, and always the same."""

from __future__ import annotations

from pathlib import Path

from jianbao.archive.all_names import MANY, all_names
from jianbao.archive.link import say_nothing
from jianbao.archive.names.find import Known
from jianbao.archive.names.passage import Passage

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


def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    """Byte for byte, in the same order."""
    many = passages(2 * MANY)
    alone, together = (all_names(many, Known.load(tmp_path), tmp_path, None, jobs, say_nothing) for jobs in (1, 2))
    assert repr(alone) == repr(together)
    assert all(one.people or one.places or one.organizations for one in alone.values())


def test_what_is_kept_is_what_was_found(tmp_path: Path) -> None:
    """A second run looks through nothing and says the same; of two articles alike both have their names."""
    few = passages(6) | {"B/001": passages(1)["A/000"]}
    looked: list[int] = []
    first = all_names(
        few, Known.load(tmp_path), tmp_path, tmp_path / "cache", 1, lambda step, done, of: looked.append(of)
    )
    assert set(looked) == {6}
    looked.clear()
    assert repr(
        all_names(few, Known.load(tmp_path), tmp_path, tmp_path / "cache", 1, lambda step, done, of: looked.append(of))
    ) == repr(first)
    assert looked == []


def test_what_people_tell_counts_at_once(tmp_path: Path) -> None:
    """A name that people.yaml rules out is looked for no more, though the article was looked through before."""
    few = passages(1)
    before = all_names(few, Known.load(tmp_path), tmp_path, tmp_path / "cache", 1, say_nothing)
    (tmp_path / "people.yaml").write_text("not: [陈卫国]\n", encoding="utf-8")
    after = all_names(few, Known.load(tmp_path), tmp_path, tmp_path / "cache", 1, say_nothing)
    assert [one.name for one in before["A/000"].people] == ["陈卫国"]
    assert after["A/000"].people == ()
