"""`_authority/organizations.yaml`: what a librarian wrote counts, and what cannot be used is told with its line."""

from __future__ import annotations

from pathlib import Path

from jianbao.knowledge.told_organizations import ToldOrganizations, told_names


def load(folder: Path, text: str) -> ToldOrganizations:
    """What stands in the file."""
    (folder / "organizations.yaml").write_text(text, encoding="utf-8", newline="\n")
    return ToldOrganizations.load(folder)


def test_everything_that_may_stand_there(tmp_path: Path) -> None:
    """Names told to be one, added, none, hidden; some for one county only."""
    told = load(
        tmp_path,
        "same:\n- [文峰区发改委, 发改委@安阳市/文峰区]\n"
        "add: [老磨坊, {name: 晟禾铝业, kind: company}]\nnot: [大局]\nhide: 光明厂@安阳市/文峰区\n",
    )
    assert told.misread == ()
    assert told.named("发改委", "安阳市/文峰区") == "文峰区发改委"
    assert told.named("发改委", "安阳市/北关区") == "发改委"
    assert told.added == (("老磨坊", "other"), ("晟禾铝业", "company"))
    assert told.never == {"大局"}
    assert told.hidden("光明厂", "安阳市/文峰区")
    assert not told.hidden("光明厂", "安阳市/北关区")
    assert [name for name, _ in told_names(told)] == ["文峰区发改委", "晟禾铝业", "发改委", "老磨坊"]


def test_mistakes_name_their_line_and_the_rest_counts(tmp_path: Path) -> None:
    """A group of one, an unknown kind, an unknown key, an entry without a name: each is told, with the line."""
    told = load(
        tmp_path, "same:\n- [甲厂]\n- [甲厂, 乙厂]\nadd:\n- {name: 丙厂, kind: 工厂}\n- {kind: company}\nhid: [丁厂]\n"
    )
    assert sorted(one.line or 0 for one in told.misread) == [2, 5, 6, 7]
    assert told.named("乙厂", "") == "甲厂"
    assert told.added == (("丙厂", "other"),)
    assert all(one.remedy_zh and one.remedy_en for one in told.misread)


def test_a_file_that_is_no_list_of_keys(tmp_path: Path) -> None:
    """Nothing is used and the remedy is told; without a file nothing is told."""
    assert len(load(tmp_path, "- 甲厂\n").misread) == 1
    assert ToldOrganizations.load(tmp_path / "nowhere") == ToldOrganizations()
