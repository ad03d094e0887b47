"""Which files people may keep in `content/_authority/`, and what is told of any other."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from jianbao.knowledge.authority import Misread, file_name

FILES = (
    "bylines.yaml", "districts.yaml", "learned.yaml", "organizations.yaml", "people.yaml", "places.yaml", "redirects.yaml",
    "topics.yaml",
)  # fmt: skip


def unknown_files(authority: Path) -> Iterator[Misread]:
    """A line for every file there that nobody reads: a name misspelt, another ending. Notes (.md, .txt) may lie beside."""
    try:
        names = sorted(entry.name for entry in authority.iterdir() if entry.is_file())
    except OSError:
        return
    for name in names:
        if name not in FILES and not name.startswith((".", "~")) and not name.lower().endswith((".md", ".txt", ".bak")):
            yield unknown_file(authority / name)


def unknown_file(path: Path) -> Misread:
    """A file whose name means nothing to the program."""
    near = get_close_matches(Path(path.name.lower()).stem + ".yaml", FILES, 1, 0.6)
    known = "、".join(FILES)
    return Misread(
        file_name(path), None, "程序不认识这个文件名，没有读它。", "No file of this name is known; it is not read.",
        f"是不是 {near[0]}？请改名。" if near else f"可以有的文件：{known}。",
        f"Did you mean {near[0]}? Rename it." if near else f"Known files: {', '.join(FILES)}.",
    )  # fmt: skip
