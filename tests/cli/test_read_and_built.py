"""Reading and building in one run, again and again: what was read is not looked at twice, and nothing new is missed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import RAW, Run, article_with, files_of, pages_with

OLD = 1_600_000_000
"""Seconds: long ago."""


@pytest.fixture
def settled(archive: Path, run: Run) -> Path:
    """The archive with its page read, and a run after that, which found nothing to read."""
    assert run([]).code == 0
    assert run([]).code == 0
    return archive


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the call on nothing below seeds/ may be read."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("it was read once more")

    return lambda: monkeypatch.setattr("jianbao.reading.keeping.clean.clean", refuse)


def corrected(archive: Path, old: str, new: str) -> None:
    """Some words put right in the article that has them."""
    file = article_with(archive, old)
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="\n")


def add_page(archive: Path) -> None:
    """Another raw page, as old as a file from an old disk is."""
    page = archive / "seeds" / "安阳日报" / "第02版.txt"
    page.write_text(RAW.replace("口袋公园", "街角花园").replace("送戏下乡", "送书下乡"), encoding="utf-8", newline="\n")
    os.utime(page, (OLD, OLD))


def test_with_nothing_new_the_run_ends_at_the_door(
    settled: Path, run: Run, unread: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what the run before said, without being let in."""
    before = run([])
    unread()
    monkeypatch.setattr("jianbao.cli.run.main", lambda *_: 99)
    again = run([])
    assert (again.code, again.out) == (0, before.out)
    assert "content/ 0" in again.out
    assert "site/ 0" in again.out


def test_a_correction_is_built_without_reading(settled: Path, run: Run, unread: Callable[[], None]) -> None:
    """The raw pages are those that were read, so nobody looks into them."""
    corrected(settled, "心里很高兴", "心里真高兴")
    unread()
    assert run([]).code == 0
    assert pages_with(settled, "心里真高兴")
    assert not [page for page in pages_with(settled, "心里很高兴") if page.startswith("a/")]


def test_a_new_raw_page_is_read(settled: Path, run: Run) -> None:
    """However old the file is; and also where an article was corrected at the same time."""
    add_page(settled)
    corrected(settled, "心里很高兴", "心里真高兴")
    assert run([]).code == 0
    assert pages_with(settled, "街角花园")
    assert pages_with(settled, "心里真高兴")


def test_a_changed_raw_page_is_read_again(settled: Path, run: Run) -> None:
    """A better scan in the place of the old one."""
    page = settled / "seeds" / "安阳日报" / "第01版.txt"
    page.write_text(RAW.replace("三处", "五处"), encoding="utf-8", newline="\n")
    assert run([]).code == 0
    assert pages_with(settled, "五处口袋公园")


def test_a_raw_page_that_is_gone_is_told(settled: Path, run: Run) -> None:
    """By a run that may read; the site alone is built without a word of it."""
    (settled / "seeds" / "安阳日报" / "第01版.txt").unlink()
    assert "第01版" not in run(["site"]).err
    assert "第01版" in run([]).err


def test_the_site_alone_and_the_whole_run_take_turns(settled: Path, run: Run) -> None:
    """What one of them built the other one finds done."""
    for verb in ("site", "", "site", ""):
        before = files_of(settled / "site")
        said = run([verb] if verb else [])
        assert said.code == 0
        assert "site/ 0" in said.out
        assert files_of(settled / "site") == before
    corrected(settled, "心里很高兴", "心里真高兴")
    assert run(["site"]).code == 0
    assert run([]).code == 0
    assert pages_with(settled, "心里真高兴")
