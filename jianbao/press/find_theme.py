"""Where a theme is: in the archive's own themes/, else among those that came with the program; and what it is based on."""

from __future__ import annotations

import re
from pathlib import Path

import jianbao
from jianbao.content.strict_yaml import Node, NotYaml, line_of, pairs, read, text_of
from jianbao.problems import CallError, Words

PACKAGE = Path(jianbao.__file__).parent
ABOUT = "theme.yaml"


class FaultyTheme(Exception):
    """A theme whose theme.yaml cannot be used: the file, the line, what is wrong and the remedy."""

    def __init__(self, file: Path, line: int, what: Words, remedy: Words) -> None:
        super().__init__(what.en)
        self.file = file
        self.line = line
        self.what = what
        self.remedy = remedy


def find_theme(name: str, archive_folder: Path) -> Path:
    """The folder of theme `name`: the archive's own, else the one that came with the program.

    Raises CallError when there is none, or when `name` is not a plain folder name.
    """
    folder = _folder_of(name, archive_folder)
    if folder is not None:
        return folder
    looked = "、".join(str(place) for place in _places(archive_folder))
    raise CallError(
        f"找不到主题“{name}”（在这些文件夹里找过：{looked}）。请改 archive.yaml 里的 theme，或把主题放进 themes/。\n"
        f"There is no theme “{name}” (looked in: {looked}). Change theme in archive.yaml, or put the theme into themes/."
    )


def lineage(name: str, archive_folder: Path) -> list[Path]:
    """The folders of theme `name`, of its parent, of the parent's parent …: what the first one has not is in the next.

    Raises CallError like `find_theme`, and FaultyTheme where a parent is not there, or is one of its own children.
    """
    folders = [find_theme(name, archive_folder)]
    while (told := _parent(folders[-1])) is not None:
        parent, line = told
        folder = _folder_of(parent, archive_folder)
        if folder is None:
            raise _no_parent(folders[-1] / ABOUT, line, parent)
        if folder in folders:
            raise _loop(folders[-1] / ABOUT, line, [one.name for one in (*folders, folder)])
        folders.append(folder)
    return folders


def _places(archive_folder: Path) -> tuple[Path, ...]:
    return archive_folder / "themes", PACKAGE / "themes", PACKAGE.parent / "themes"


def _folder_of(name: str, archive_folder: Path) -> Path | None:
    if not re.fullmatch(r"\w[\w-]*", name):
        return None
    return next((place / name for place in _places(archive_folder) if (place / name / ABOUT).is_file()), None)


def _parent(folder: Path) -> tuple[str, int] | None:
    """The name of the parent that theme.yaml tells, and the line; None where it has none."""
    file = folder / ABOUT
    try:
        node = read(file.read_text(encoding="utf-8-sig"))
        keys = [] if node is None else pairs(node)
    except (NotYaml, UnicodeDecodeError) as error:
        raise _unreadable(file, getattr(error, "line", 1), str(error)) from error
    if keys is None:
        raise _unreadable(file, 1, "key: value")
    return next((_name_of(file, value) for key, value in keys if text_of(key) == "parent"), None)


def _name_of(file: Path, value: Node) -> tuple[str, int]:
    name = text_of(value)
    if not name:
        raise _no_parent(file, line_of(value), "?")
    return name, line_of(value)


def _no_parent(file: Path, line: int, parent: str) -> FaultyTheme:
    return FaultyTheme(
        file,
        line,
        Words(
            f"找不到上级主题“{parent}”，网站保持原样", f"there is no parent theme “{parent}”; the site stays as it is"
        ),
        Words(
            "parent 应为 themes/ 里的一个文件夹名，如 broadsheet",
            "parent names a folder in themes/, such as broadsheet",
        ),
    )


def _loop(file: Path, line: int, names: list[str]) -> FaultyTheme:
    ring = " → ".join(names)
    return FaultyTheme(
        file,
        line,
        Words(
            f"主题互为上级（{ring}），网站保持原样",
            f"the themes are each other's parents ({ring}); the site stays as it is",
        ),
        Words("删去其中一个 parent", "delete one of the parents"),
    )


def _unreadable(file: Path, line: int, reason: str) -> FaultyTheme:
    return FaultyTheme(
        file,
        line,
        Words(f"读不懂（{reason}），网站保持原样", f"this cannot be read ({reason}); the site stays as it is"),
        Words("写成“键: 值”，存成 UTF-8", "write “key: value”, and save as UTF-8"),
    )
