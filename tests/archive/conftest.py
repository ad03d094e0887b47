"""Content folders written by hand, as an editor would."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.archive.link import link
from tests.archive.handwritten import Linked, Write, article, record


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An empty content folder with a space and Chinese in its path, as people have them."""
    folder = tmp_path / "县志 档案" / "content"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def write(content: Path) -> Write:
    """Writes one file below content/."""

    def write_file(path: str, text: str) -> Path:
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        return file

    return write_file


@pytest.fixture
def linked(content: Path, tmp_path: Path) -> Linked:
    """Links the content folder; called again, it is the next build."""
    return lambda: link(content, tmp_path / "cache")


@pytest.fixture
def two_pages(write: Write) -> None:
    """A page of 安阳日报 with three articles, and one of unknown paper and day with a photograph."""
    paper = {"newspaper": "安阳日报", "date": "'2022-09-23'", "issued": "'2022-09-23'", "page": "'2'"}
    write("安阳/0923/page.yaml", record("AAAAAAA", "安阳/0923.txt", "AAAAAAA/01", "AAAAAAA/03", "AAAAAAA/02"))
    write("安阳/0923/01.md", article(
        "AAAAAAA/01", "文峰区开展书画大赛", "9月22日，文峰区关工委组织开展书画大赛。", **paper,
        districts="[安阳市/文峰区]", topics="[文化旅游]", authors="[{name: 周俊英, role: reporter}, {name: 本报, role: writer}]",
    ))  # fmt: skip
    write("安阳/0923/02.md", article(
        "AAAAAAA/02", "高新区规范成品油市场", "高新区市场监管局检查加油站。", **paper,
        districts="[安阳市/高新区]", topics="[市场监管]", authors="[{name: 周俊英, role: reporter}]", added="'2026-11-25'",
    ))  # fmt: skip
    write("安阳/0923/03.md", article("AAAAAAA/03", "无人认领的一篇", "某处的事。", **paper))
    write("新乡/未知/page.yaml", record("BBBBBBB", "新乡/未知.txt", "BBBBBBB/01"))
    write("新乡/未知/01.md", article(
        "BBBBBBB/01", "", "11月4日，新乡高新区的交警在老107国道扶起一名女子。", kind="photo",
        districts="[新乡市/高新区]", topics="[法治平安]", authors="[{name: 李娟, role: photographer}]",
    ))  # fmt: skip
