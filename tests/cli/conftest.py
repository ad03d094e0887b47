"""A small archive of one readable page, and the program run over it as a user runs it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from jianbao.cli import main

RAW = """\
文峰区新建三处口袋公园

□本报记者 周俊英 通讯员 张波

本报讯 9月22日，记者从文峰区城市管理局获悉，今年该区已建成三处口袋公园，方便附近居民休闲健身。

居民刘福林说：“出门就能遛弯，心里很高兴。”下一步，该区还将在背街小巷增设座椅和路灯。

高庄镇送戏下乡

□本报记者 李娟

本报讯 9月21日，安阳县高庄镇举办送戏下乡活动，吸引了四百多名村民前来观看。演出持续了两个小时。
"""


@dataclass(frozen=True)
class Said:
    """What a run returned and said."""

    code: int
    out: str
    err: str


Run = Callable[[Sequence[str]], Said]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with one raw page, in a folder with a Chinese name and a space."""
    folder = tmp_path / "我的 档案"
    page = folder / "seeds" / "安阳日报" / "第01版.txt"
    page.parent.mkdir(parents=True)
    page.write_text(RAW, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture
def run(archive: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program over the archive."""

    def run(arguments: Sequence[str]) -> Said:
        code = main(["--archive", str(archive), "--jobs", "1", *arguments])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


def files_of(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file below the folder with its size and the nanosecond of its last writing."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): (file.stat().st_size, file.stat().st_mtime_ns) for file in files}


def article_with(archive: Path, words: str) -> Path:
    """The article's file in which the words stand."""
    (file,) = (file for file in (archive / "content").rglob("*.md") if words in file.read_text(encoding="utf-8"))
    return file


def pages_with(archive: Path, words: str) -> list[str]:
    """The site's pages in which the words stand."""
    site = archive / "site"
    pages = sorted(site.rglob("*.html"))
    return [page.relative_to(site).as_posix() for page in pages if words in page.read_text(encoding="utf-8")]
