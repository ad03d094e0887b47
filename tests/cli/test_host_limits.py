"""How near a site is to what its hosts allow: said after every build, with what to do when there is little room left."""

from __future__ import annotations

from pathlib import Path

from jianbao.cli import host_limits
from jianbao.cli.host_limits import room_of_site


def site_of(folder: Path) -> Path:
    """A site of three files, most of it in p/."""
    for file, size in (("index.html", 10), ("p/A/index.html", 900), ("a/A/01/index.html", 90)):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(b" " * size)
    return folder


def test_a_small_site_is_told_in_one_line(tmp_path):
    """Bytes, files and the share of what the host allows."""
    assert list(room_of_site(site_of(tmp_path / "site"), 3, 20_000_000)) == [
        "site/ 20.0 MB，3 个文件 files（GitHub Pages 1 GB：2%）"
    ]


def test_near_the_limit_the_largest_folders_and_the_remedy_are_told(tmp_path, monkeypatch):
    """Four fifths of the bytes are reached: p/ is named first, and the switch that makes it small."""
    monkeypatch.setattr(host_limits, "SITE_BYTES", 1_200)
    size, folders, remedy = room_of_site(site_of(tmp_path / "site"), 3, 1_000)
    assert "83%" in size
    assert folders.index("p/") < folders.index("a/")
    assert "raw_lines: no" in remedy


def test_many_files_are_told_of_the_host_that_counts_them(tmp_path):
    """GitHub counts no files, Cloudflare does."""
    *_, line = room_of_site(site_of(tmp_path / "site"), 19_000, 1_000)
    assert "Cloudflare" in line
    assert "20,000" in line
