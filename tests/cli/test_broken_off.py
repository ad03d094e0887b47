"""A run that is broken off anywhere leaves every file whole, and the next run comes out like a fresh one."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from jianbao.cli import main
from tests.cli.test_nothing_twice import ARTICLES, PAGES, bytes_of, put

STEPS = [
    "jianbao.archive.link.write_register",
    "jianbao.archive.kept_rows.keep",
    "jianbao.press.publish.gather",
    "jianbao.press.delivery._move_in",
    "jianbao.press.delivery._remove",
    "jianbao.press.publish.remember",
    "jianbao.cli.built_before.keep",
    "jianbao.cli.leave_word.keep",
]


def build(archive: Path, *more: str) -> int:
    """Build the site of an archive."""
    return main(["--archive", str(archive), "site", "--quiet", *more])


def test_what_was_left_behind_goes_a_day_later(tmp_path: Path) -> None:
    """After a power cut: half a site beside the site, half a cabinet, half an index. Those of today may be in use."""
    put(tmp_path / "content/甲/01.md", ARTICLES["甲/01.md"])
    left = [".site-staging-a1/whole/index.html", ".jianbao/standing.cards.4711", ".jianbao/search-b2/run-1"]
    for file in left:
        for day, name in (("old", file), ("new", file.replace("a1", "a3").replace("4711", "4713").replace("b2", "b4"))):
            put(tmp_path / name, "半截")
            top = tmp_path / "/".join(name.split("/")[: 1 if name.startswith(".site") else 2])
            if day == "old":
                os.utime(top, (time.time() - 2 * 86_400,) * 2)
    assert build(tmp_path) == 0
    assert not any((tmp_path / file).exists() for file in left)
    assert (tmp_path / ".site-staging-a3/whole/index.html").exists()
    assert (tmp_path / ".jianbao/standing.cards.4713").exists()
    assert (tmp_path / ".jianbao/search-b4/run-1").exists()


@pytest.mark.parametrize("step", STEPS)
def test_the_next_run_mends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Ctrl-C at any step of a build after an edit and a new article."""
    archive = tmp_path / "档案"
    for path, text in (ARTICLES | PAGES).items():
        put(archive / "content" / path, text)
    assert build(archive) == 0
    put(archive / "content/甲/01.md", ARTICLES["甲/01.md"].replace("书画", "摄影"))
    put(archive / "content/乙/02.md", ARTICLES["乙/01.md"].replace("BBBBBBB/01", "BBBBBBB/02"))

    def broken(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(step, broken)
        build(archive)
    assert build(archive) in (0, 1)
    again = bytes_of(archive / "site")
    assert build(archive, "--site", str(tmp_path / "fresh"), "--cache", str(tmp_path / "cache")) in (0, 1)
    assert again == bytes_of(tmp_path / "fresh")
