"""A run that is broken off anywhere leaves every file whole, and the next run comes out like a fresh one."""

from __future__ import annotations

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
