"""How near an archive is to what its hosts allow: GitHub Pages for the site, git on GitHub for the sources."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SITE_BYTES = 1_000_000_000
"""GitHub Pages: a published site of at most 1 GB, delivered in at most 10 minutes."""
SITE_FILES = 20_000
"""Cloudflare Pages, free of charge: files of a site. GitHub Pages names no number."""
FILE_BYTES = 100_000_000
"""GitHub: a file in a repository."""
FOLDER_ENTRIES = 3_000
"""GitHub advises no more entries in a folder."""
NEAR = 0.8
"""From this share of a limit on, it is told."""


@dataclass(frozen=True, slots=True)
class _Size:
    """A folder with all below it: its files, their bytes, the largest of them, and the fullest folder."""

    files: int
    bytes: int
    largest: tuple[int, str]
    fullest: tuple[int, str]


def room_left(site: Path, *sources: Path) -> Iterator[str]:
    """A line about the site, and one about each source that comes near a limit."""
    if site.is_dir():
        yield _of_site(_measure(site))
    else:
        yield "网站还没有建 / the site is not built yet"
    for folder in sources:
        if folder.is_dir():
            yield from _of_source(folder.name, _measure(folder))


def _of_site(size: _Size) -> str:
    share = size.bytes / SITE_BYTES
    text = (
        f"site/ {size.bytes / 1e6:.1f} MB，{size.files} 个文件 files；GitHub Pages 1 GB（{share:.1%}），10 分钟 minutes"
    )
    if share >= NEAR:
        text += "；快满了，请按区县或年代分成几个网站 / nearly full: make several sites, by district or decade"
    if size.files >= NEAR * SITE_FILES:
        text += (
            f"；Cloudflare Pages 免费版最多 {SITE_FILES} 个文件 / at most {SITE_FILES} files at Cloudflare Pages, free"
        )
    return text


def _of_source(name: str, size: _Size) -> Iterator[str]:
    largest, entries = size.largest, size.fullest
    if largest[0] >= NEAR * FILE_BYTES:
        yield f"{name}/{largest[1]} {largest[0] / 1e6:.0f} MB；GitHub 单个文件最多 100 MB / GitHub takes at most 100 MB a file"
    if entries[0] >= NEAR * FOLDER_ENTRIES:
        yield (
            f"{name}/{entries[1]} 有 {entries[0]} 项；GitHub 建议每个文件夹不超过 {FOLDER_ENTRIES} 项，请分子文件夹 / "
            f"{entries[0]} entries: GitHub advises at most {FOLDER_ENTRIES} in a folder, use sub-folders"
        )


def _measure(root: Path) -> _Size:
    files = total = 0
    largest = fullest = (0, "")
    for folder, folders, names in os.walk(root):
        below = Path(folder).relative_to(root).as_posix()
        fullest = max(fullest, (len(folders) + len(names), below))
        for name in names:
            size = (Path(folder) / name).lstat().st_size
            files, total = files + 1, total + size
            largest = max(largest, (size, f"{below}/{name}".removeprefix("./")))
    return _Size(files, total, largest, fullest)
