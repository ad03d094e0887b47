"""Which files of content/ are articles, records and ledgers, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.archive.content_files import find_files

FILES = [
    "2022-09-22-01/01.md", "2022-09-22-01/02.md", "2022-09-22-01/page.yaml", "2022-09-22-01/ledger.jsonl",
    "2022-09-22-01/补/03.md", "2022-09-22-01.b/01.md", "2022-09-22-02/01.md", "2022-09-22-02/笔记.txt",
    "README.md", "_authority/people.md", "2022-09-22-02/.bak/01.md", "2022-09-22-02/_旧/02.md", "2022-09-22-02/my-page.yaml",
]  # fmt: skip


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with pages, and with what people leave between them."""
    for name in reversed(FILES):
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text("文" * len(name), encoding="utf-8")
    return tmp_path / "content"


def test_articles_stand_folder_by_folder(content: Path) -> None:
    """Those of a folder before those of the folders in it; notes and what is set aside are none."""
    found = find_files(content)
    assert list(found.articles) == [
        "2022-09-22-01/01.md", "2022-09-22-01/02.md", "2022-09-22-01/补/03.md", "2022-09-22-01.b/01.md", "2022-09-22-02/01.md",
    ]  # fmt: skip
    assert list(found.records) == ["2022-09-22-01/page.yaml"]
    assert list(found.ledgers) == ["2022-09-22-01/ledger.jsonl"]
    size, age = found.articles["2022-09-22-01/01.md"]
    assert (size, age) == (3 * len("2022-09-22-01/01.md"), (content / "2022-09-22-01/01.md").stat().st_mtime_ns)


def test_links_to_folders_are_not_followed(content: Path) -> None:
    """Else a page would stand in the archive twice; a link to a file is that file."""
    (content / "2022-09-23-01").symlink_to(content / "2022-09-22-01", target_is_directory=True)
    (content / "2022-09-22-02" / "02.md").symlink_to(content / "2022-09-22-01" / "02.md")
    articles = find_files(content).articles
    assert not any(path.startswith("2022-09-23") for path in articles)
    assert articles["2022-09-22-02/02.md"] == articles["2022-09-22-01/02.md"]


def test_what_is_no_file_of_a_person_is_no_article(content: Path) -> None:
    """The lock that an editor leaves beside a text, and a link to a folder that is called like an article."""
    (content / "2022-09-22-01" / ".#01.md").symlink_to("王@县志办.4711")
    (content / "2022-09-22-01" / "03.md").symlink_to(content / "2022-09-22-02", target_is_directory=True)
    assert [path for path in find_files(content).articles if path.startswith("2022-09-22-01/0") or "#" in path] == [
        "2022-09-22-01/01.md", "2022-09-22-01/02.md",
    ]  # fmt: skip


def test_without_content_there_is_nothing(tmp_path: Path) -> None:
    """A fresh archive has none yet."""
    assert find_files(tmp_path / "content").articles == {}
