"""The made archive: the same every time, and without a fault for the reader of content folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.made_archive import LAYOUTS, write_archive
from jianbao.archive.link import link


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_same_seed_makes_the_same_archive(tmp_path):
    """Figures of two days can be compared: not one byte differs, and another seed gives another archive."""
    for name, seed in (("once", 7), ("again", 7), ("other", 8)):
        write_archive(tmp_path / name, 30, LAYOUTS, seed)
    assert files(tmp_path / "once") == files(tmp_path / "again")
    assert files(tmp_path / "once") != files(tmp_path / "other")


def test_every_layout_has_every_article(tmp_path):
    """Thirty articles in the content folder, as many for Hugo, and their bodies on the raw pages."""
    characters = write_archive(tmp_path, 30, LAYOUTS)
    assert len(list((tmp_path / "ours").rglob("*.md"))) == len(list((tmp_path / "hugo").rglob("*.md"))) == 30
    raw = sum(len(page.read_text(encoding="utf-8")) for page in (tmp_path / "raw" / "seeds").iterdir())
    assert raw == pytest.approx(characters, rel=0.1)


def test_the_content_folder_has_no_fault(tmp_path):
    """All are read, with their districts and topics known; and no warning is told of any of them."""
    write_archive(tmp_path, 30)
    archive = link(tmp_path / "ours" / "content", None, plain=True)
    assert archive.problems == ()
    assert len(archive.articles) == 30
    assert all(article.districts and article.topics for article in archive.articles.values())
