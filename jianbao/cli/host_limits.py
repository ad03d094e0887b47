"""How near an archive is to what its hosts allow: GitHub Pages for the site, git on GitHub for the sources."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from jianbao.frozen import frozen

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


@frozen
class _Size:
    """A folder with all below it: its files, their bytes, the largest of them, and the fullest folder."""

    files: int
    bytes: int
    largest: tuple[int, str]
    fullest: tuple[int, str]


def room_left(site: Path, *sources: Path) -> Iterator[str]:
    """What there is to say about the site, and a line about each source that comes near a limit."""
    if site.is_dir():
        size = _measure(site)
        parts = {folder.name: _measure(folder) for folder in site.iterdir() if folder.is_dir()}
        largest = sorted(((name, part.bytes, part.files) for name, part in parts.items()), key=lambda one: -one[1])[:5]
        yield from room_of_site(site.name, size.files, size.bytes, largest)
    else:
        yield "网站还没有建 / the site is not built yet"
    for folder in sources:
        if folder.is_dir():
            yield from _of_source(folder.name, _measure(folder))


def room_of_site(name: str, files: int, size: int, largest: Iterable[tuple[str, int, int]]) -> Iterator[str]:
    """The files and bytes of a site beside the limits of its hosts; near one of them what to do.

    `largest` are its largest folders: name, bytes, files.
    """
    share = size / SITE_BYTES
    yield f"{name}/ {size / 1e6:,.1f} MB，{files:,} 个文件 files（GitHub Pages 1 GB：{share:.0%}）"
    if share < NEAR and files < NEAR * SITE_FILES:
        return
    parts = "，".join(f"{folder}/ {bytes / 1e6:,.0f} MB {count:,}" for folder, bytes, count in largest)
    yield f"    最大的文件夹 largest folders: {parts}"
    if share >= NEAR:
        yield (
            "    快满了或已超过：按区县或年代分成几个网站；或在 archive.yaml 写 raw_lines: no，版面页不列原文 / nearly full or "
            "over: make several sites, by district or decade, or leave raw lines out (archive.yaml: raw_lines: no)"
        )
    if files >= NEAR * SITE_FILES:
        yield (
            f"    Cloudflare Pages 免费版最多 {SITE_FILES:,} 个文件，GitHub Pages 不限 / {SITE_FILES:,} files at most at Cloudflare "
            "Pages, free; GitHub Pages names no number"
        )


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
