"""How near a site is to what its hosts allow: said after every build, with what to do when there is little room left."""

from __future__ import annotations

from jianbao.cli import host_limits
from jianbao.cli.host_limits import room_left, room_of_site

LARGEST = (("p", 900, 1), ("a", 90, 1))


def test_a_small_site_is_told_in_one_line():
    """Bytes, files and the share of what the host allows."""
    assert list(room_of_site("site", 3, 20_000_000, LARGEST)) == [
        "site/ 20.0 MB，3 个文件 files（GitHub Pages 1 GB：2%）"
    ]


def test_near_the_limit_the_largest_folders_and_the_remedy_are_told(tmp_path, monkeypatch):
    """Four fifths of the bytes are reached: p/ is named first, and the switch that makes it small."""
    monkeypatch.setattr(host_limits, "SITE_BYTES", 1_200)
    size, folders, remedy = room_of_site("site", 3, 1_000, LARGEST)
    assert "83%" in size
    assert folders.index("p/") < folders.index("a/")
    assert "raw_lines: no" in remedy


def test_the_largest_folders_of_a_site_that_stands_are_measured(tmp_path, monkeypatch):
    """`check` builds nothing: it looks at the files."""
    monkeypatch.setattr(host_limits, "SITE_BYTES", 1_200)
    for file, size in (("index.html", 10), ("a/A/01/index.html", 90), ("p/A/index.html", 900)):
        (tmp_path / "site" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / file).write_bytes(b" " * size)
    size, folders, _ = room_left(tmp_path / "site")
    assert size.startswith("site/ 0.0 MB，3 ")
    assert folders.index("p/") < folders.index("a/")


def test_many_files_are_told_of_the_host_that_counts_them():
    """GitHub counts no files, Cloudflare does."""
    *_, line = room_of_site("site", 19_000, 1_000, LARGEST)
    assert "Cloudflare" in line
    assert "20,000" in line
