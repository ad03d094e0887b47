"""A theme: a folder with theme.yaml, templates/, static/ and words/. Found, opened and compiled here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

import jianbao
from jianbao.problems import CallError

PACKAGE = Path(jianbao.__file__).parent


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of static/: `file` is its name in the site and carries a digest of its bytes."""

    file: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Theme:
    """An open theme. `words` is the table of the interface's words in one language; `assets` go by their own names."""

    folder: Path
    templates: Environment
    words: Mapping[str, Any]
    assets: Mapping[str, Asset]


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


def open_theme(name: str, archive_folder: Path, language: str) -> Theme:
    """The theme `name` with its words in `language` (its first subtag; Chinese where the theme has no such words)."""
    folder = find_theme(name, archive_folder)
    return Theme(folder, _compile(folder / "templates"), _words(folder / "words", language), _assets(folder / "static"))


def _compile(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def _words(folder: Path, language: str) -> Mapping[str, Any]:
    own = folder / f"{language.split('-', maxsplit=1)[0].lower()}.yaml"
    file = own if own.is_file() else folder / "zh.yaml"
    table: Mapping[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return table


def _assets(folder: Path) -> dict[str, Asset]:
    return {file.name: _asset(file) for file in sorted(folder.iterdir()) if file.is_file()}


def _asset(file: Path) -> Asset:
    data = file.read_bytes().replace(b"\r\n", b"\n")
    digest = hashlib.sha256(data).hexdigest()[:8]
    return Asset(f"{file.stem}.{digest}{file.suffix}", data)
