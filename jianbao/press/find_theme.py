"""Where a theme is: in the archive's own themes/, else among those that came with the program."""

from __future__ import annotations

import re
from pathlib import Path

import jianbao
from jianbao.problems import CallError

PACKAGE = Path(jianbao.__file__).parent


def find_theme(name: str, archive_folder: Path) -> Path:
    """The folder of theme `name`: the archive's own, else the one that came with the program.

    Raises CallError when there is none, or when `name` is not a plain folder name.
    """
    places = (archive_folder / "themes", PACKAGE / "themes", PACKAGE.parent / "themes")
    if re.fullmatch(r"\w[\w-]*", name):
        for place in places:
            if (place / name / "theme.yaml").is_file():
                return place / name
    looked = "、".join(str(place) for place in places)
    raise CallError(
        f"找不到主题“{name}”（在这些文件夹里找过：{looked}）。请改 archive.yaml 里的 theme，或把主题放进 themes/。\n"
        f"There is no theme “{name}” (looked in: {looked}). Change theme in archive.yaml, or put the theme into themes/."
    )
