"""A theme: a folder with theme.yaml, templates/, static/ and words/. Opened and compiled here."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from jianbao.press.find_theme import find_theme


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of static/: `file` is its name in the site and carries a digest of its bytes."""

    file: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Theme:
    """An open theme. `words` is the table of the interface's words in one language; `assets` go by their own names.

    `mark` stands for all files of the theme.
    """

    folder: Path
    templates: Environment
    words: Mapping[str, Any]
    assets: Mapping[str, Asset]
    mark: str


def open_theme(name: str, archive_folder: Path, language: str) -> Theme:
    """The theme `name` with its words in `language` (its first subtag; Chinese where the theme has no such words)."""
    folder = find_theme(name, archive_folder)
    templates, words = folder / "templates", folder / "words"
    return Theme(folder, _compile(templates), _words(words, language), _assets(folder / "static"), _mark(folder))


def _mark(folder: Path) -> str:
    """A digest of the names and bytes of the theme's files."""
    digest = hashlib.blake2b(digest_size=12)
    for file in sorted(file for file in folder.rglob("*") if file.is_file()):
        data = file.read_bytes()
        digest.update(f"{file.relative_to(folder).as_posix()} {len(data)}\n".encode("utf-8", "surrogatepass"))
        digest.update(data)
    return digest.hexdigest()


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
    with file.open(encoding="utf-8") as words:  # an open file, so that a fault tells its name
        table: Mapping[str, Any] = yaml.safe_load(words)
    return table


def _assets(folder: Path) -> dict[str, Asset]:
    return {file.name: _asset(file) for file in sorted(folder.iterdir()) if file.is_file()}


def _asset(file: Path) -> Asset:
    data = file.read_bytes().replace(b"\r\n", b"\n")
    digest = hashlib.sha256(data).hexdigest()[:8]
    return Asset(f"{file.stem}.{digest}{file.suffix}", data)
