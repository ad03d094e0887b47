"""A theme: a folder with theme.yaml, templates/, static/ and words/. Opened and compiled here.

A folder in static/ holds the parts of one file, in the order of their names: static/search/ becomes search.js, and
static/style/ becomes style.css.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from jianbao.press.find_theme import find_theme

_COMMENT = re.compile(rb"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL)
"""A comment that has its lines for itself."""
_INDENT = re.compile(rb"^[ \t]+|^\n", re.MULTILINE)


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
    whole = {file.name: _asset(file.name, file.read_bytes()) for file in sorted(folder.iterdir()) if file.is_file()}
    joined = (asset for part in sorted(folder.iterdir()) if part.is_dir() for asset in _join(part))
    return whole | dict(joined)


def _join(folder: Path) -> Iterator[tuple[str, Asset]]:
    """The parts of a script or a stylesheet as one file."""
    for ending in ("css", "js"):
        if parts := sorted(folder.glob(f"*.{ending}")):
            name = f"{folder.name}.{ending}"
            yield name, _asset(name, b"".join(part.read_bytes() for part in parts))


def _asset(name: str, data: bytes) -> Asset:
    """A file under a name that tells its bytes. What is fetched often and read seldom goes without comments and indents."""
    data = data.replace(b"\r\n", b"\n")
    if name.endswith((".js", ".css")):
        data = _INDENT.sub(b"", _COMMENT.sub(b"", data))
    digest = hashlib.sha256(data).hexdigest()[:8]
    stem, dot, ending = name.rpartition(".")
    return Asset(f"{stem}.{digest}{dot}{ending}", data)
