"""A run with nothing to do, or with nothing but a body to set anew, ends before the program is loaded; nobody can tell."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jianbao.cli import main
from jianbao.content.raw_body import cut_raw
from tests.cli.test_nothing_twice import ARTICLES, PAGES, bytes_of, put

BODIES = st.lists(
    st.sampled_from(
        ["会议召开。", "- 一等奖", "## 附录", "> 引文", "**农历**九月", '<div class="text">', "</div>", "[…]", "\\[…\\]", '& "引"',
         "---", "\t", "</description>"]
    ),
    max_size=5,
).map("\n\n".join)  # fmt: skip
FRONTS = st.sampled_from(
    [("。", "。"), ("title: ", "title: 又"), ("kind: ", "section: 要闻\nkind: "), ("安阳市", "鹤壁市")]
)


def build(archive: Path, *more: str) -> int:
    """Build the plain site of an archive."""
    return main(["--archive", str(archive), "site", "--plain", "--quiet", *more])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A small archive, built once as a plain site."""
    for path, text in (ARTICLES | PAGES).items():
        put(tmp_path / "我的 档案" / "content" / path, text)
    assert build(tmp_path / "我的 档案") == 0
    return tmp_path / "我的 档案"


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the call on the program behind the door may not be entered."""

    def refuse(*_: object, **__: object) -> int:
        raise AssertionError("there was something to do")

    return lambda: monkeypatch.setattr("jianbao.cli.run.main", refuse)


def test_nothing_to_do_ends_at_the_door(archive: Path, closed: Callable[[], None]) -> None:
    """The second run is not let in, and returns 0."""
    closed()
    assert build(archive) == 0


def test_an_edited_body_is_set_at_the_door(archive: Path, closed: Callable[[], None]) -> None:
    """The article's page and the feeds that quote it have the new words; everything else stays."""
    before = bytes_of(archive / "site")
    file = archive / "content/甲/01.md"
    put(file, file.read_text(encoding="utf-8") + "\n又下了一场雨。\n")
    closed()
    assert build(archive) == 0
    after = bytes_of(archive / "site")
    changed = sorted(path for path in after if after[path] != before[path] and path != ".jianbao-site")
    assert changed == ["a/AAAAAAA/01/index.html", "districts/wenfengqu-410502/feed.xml", "feed.xml"]
    assert all("又下了一场雨。" in after[path].decode() for path in changed)


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(sorted(ARTICLES)), BODIES, FRONTS), min_size=1, max_size=4))
def test_filled_windows_are_what_a_whole_build_makes(edits: list[tuple[str, str, tuple[str, str]]]) -> None:
    """After every edit, of bodies alone or of front matters too, the site is that of a fresh build, byte for byte."""
    with tempfile.TemporaryDirectory() as folder:
        archive, fresh = Path(folder, "档案"), Path(folder, "新")
        for path, text in (ARTICLES | PAGES).items():
            put(archive / "content" / path, text)
        build(archive)
        for path, body, (old, new) in edits:
            front, fence, _ = ARTICLES[path].rpartition("---\n")
            put(archive / "content" / path, front.replace(old, new, 1) + fence + "\n" + body + "\n")
            assert build(archive) == 0
            assert build(archive, "--site", str(fresh), "--cache", str(Path(folder, f"c{len(body)}"))) == 0
            assert bytes_of(archive / "site") == bytes_of(fresh)


@pytest.mark.parametrize(
    "file",
    ["site/index.html", "site/a/AAAAAAA/01/index.html", "content/甲/03.md", ".jianbao/site.kept", ".jianbao/door.kept"],
)
def test_what_is_gone_is_seen(archive: Path, file: str) -> None:
    """A file that is missing, of the site, the content or the cache, is no run without anything to do."""
    fresh = bytes_of(archive / "site")
    (archive / file).unlink()
    assert build(archive) == 0
    if not file.startswith("content"):
        assert bytes_of(archive / "site") == fresh
    else:
        assert not (archive / "site/a/AAAAAAA/03").exists()


def test_what_is_new_is_seen(archive: Path) -> None:
    """A new article, settings that were not there, a theme of one's own."""
    put(
        archive / "content/甲/04.md",
        ARTICLES["甲/02.md"].replace("AAAAAAA/02", "AAAAAAA/04").replace("高新区规范", "再次规范"),
    )
    put(archive / "archive.yaml", "title: 县志剪报\n")
    assert build(archive) == 0
    assert "县志剪报" in (archive / "site/index.html").read_text(encoding="utf-8")
    assert "再次规范" in (archive / "site/index.html").read_text(encoding="utf-8")


def test_a_file_in_use_is_left_to_the_whole_run(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be put in place at the door is for the run that can tell it."""
    file = archive / "content/甲/01.md"
    put(file, file.read_text(encoding="utf-8") + "\n又下了一场雨。\n")

    def in_use(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("jianbao.refill._put", in_use)
    assert build(archive) == 0
    assert "又下了一场雨。" in (archive / "site/a/AAAAAAA/01/index.html").read_text(encoding="utf-8")


def test_another_nameplate_is_seen(archive: Path) -> None:
    """The picture of a paper's name stands beside the articles, and counts like them."""
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="40"/>'
    put(archive / "archive.yaml", "newspapers:\n- name: 安阳日报\n  nameplate: ayrb.svg\n")
    put(archive / "ayrb.svg", picture.format(200))
    whole = [
        "--archive",
        str(archive),
        "site",
        "--quiet",
        "--site",
        str(archive / "whole"),
        "--cache",
        str(archive / "kept"),
    ]
    assert main(whole) == 0
    before = {file.name for file in (archive / "whole").glob("nameplate.*")}
    put(archive / "ayrb.svg", picture.format(300))
    assert main(whole) == 0
    after = {file.name for file in (archive / "whole").glob("nameplate.*")}
    assert len(before) == len(after) == 1
    assert before != after


def test_a_run_that_broke_off_is_mended(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages were put in place, and nobody could note it any more: the next run comes out like a whole build."""
    file = archive / "content/甲/01.md"
    put(file, file.read_text(encoding="utf-8") + "\n又下了一场雨。\n")

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("jianbao.refill.keep", broken)
        with pytest.raises(KeyboardInterrupt):
            build(archive)
    assert build(archive) == 0
    again = bytes_of(archive / "site")
    assert build(archive, "--site", str(archive / "new"), "--cache", str(archive / "other")) == 0
    assert again == bytes_of(archive / "new")


@pytest.mark.parametrize("text", ["", "正文", "---\ntitle: 一\n--- \n正文\n---\n后", "---\ntitle: 一\r\n---\r\n正文"])
def test_only_what_has_one_cut_is_cut(text: str) -> None:
    """Where the fences are not plain ones, the reader of front matter decides."""
    cut = cut_raw(text.encode())
    assert cut is None or cut.body == "后"
