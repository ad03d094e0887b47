"""A theme: a folder with theme.yaml, templates/, static/ and words/. Opened and compiled here.

A theme with a parent has only what differs: its templates, static files and parts of files stand in place of the parent's
of the same name, its words in place of the parent's words of the same key.

A folder in static/ holds the parts of one file, in the order of their names: static/search/ becomes search.js, and
static/style/ becomes style.css.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from jianbao import short_cuts
from jianbao.frozen import frozen
from jianbao.press.compiled import Compiled
from jianbao.press.find_theme import FaultyTheme, lineage
from jianbao.press.quick_templates import QuickEnvironment
from jianbao.problems import Words

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, reads the same
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_COMMENT = re.compile(rb"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL)
"""A comment that has its lines for itself."""
_INDENT = re.compile(rb"^[ \t]+|^\n", re.MULTILINE)


@frozen
class Asset:
    """A file of static/: `file` is its name in the site and carries a digest of its bytes."""

    file: str
    data: bytes


@frozen
class Theme:
    """An open theme.

    `words` is the table of the interface's words in one language, `guides` a short guide in each of the other languages,
    where they were asked for; `assets` go by their own names. `mark` stands for all files of the theme and its parents.
    """

    templates: Environment
    words: Mapping[str, Any]
    guides: Sequence[Mapping[str, Any]]
    assets: Mapping[str, Asset]
    mark: str


def open_theme(
    name: str, archive_folder: Path, language: str, cache: Path | None = None, *, with_guides: bool = True
) -> Theme:
    """The theme `name` with its words in `language` (its first subtag; Chinese where the theme has no such words).

    What is compiled of its templates is kept below the `cache` folder, if one is told.
    Raises CallError when there is no such theme, FaultyTheme where its theme.yaml or its words cannot be used.
    """
    folders = lineage(name, archive_folder)
    languages = {file.stem for file in _files(folders, "words", "*.yaml")}
    subtag = language.partition("-")[0].lower()
    own = subtag if subtag in languages else "zh"
    others = [_words(folders, other) for other in sorted(languages - {own})] if with_guides else []
    guides = [table["guide"] for table in others if "guide" in table]
    return Theme(_compile(folders, cache), _words(folders, own), guides, _assets(folders), _mark(folders))


def _mark(folders: Iterable[Path]) -> str:
    """A digest of the names and bytes of the theme's files."""
    digest = hashlib.blake2b(digest_size=12)
    for folder in folders:
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            data = file.read_bytes()
            digest.update(f"{file.relative_to(folder).as_posix()} {len(data)}\n".encode("utf-8", "surrogatepass"))
            digest.update(data)
    return digest.hexdigest()


def _compile(folders: Sequence[Path], cache: Path | None) -> Environment:
    """The templates, the child's first; `NAME/base.html` means the one of theme NAME, so that a child can extend it."""
    own = {folder.name: FileSystemLoader(folder / "templates", encoding="utf-8") for folder in reversed(folders)}
    kind = Environment if short_cuts.ARE_OFF else QuickEnvironment
    return kind(
        loader=ChoiceLoader([*reversed(own.values()), PrefixLoader(own)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=Compiled(cache) if cache else None,
    )


def _files(folders: Iterable[Path], inside: str, pattern: str) -> list[Path]:
    """The files of a folder of the themes, by name; of one name the child's."""
    found: dict[str, Path] = {}
    for folder in folders:
        for file in (folder / inside).glob(pattern):
            found.setdefault(file.name, file)
    return [found[name] for name in sorted(found)]


def _words(folders: Sequence[Path], language: str) -> Mapping[str, Any]:
    """The words of one language, the child's over the parent's, key by key."""
    table: dict[str, Any] = {}
    for folder in reversed(folders):
        file = folder / "words" / f"{language}.yaml"
        if file.is_file():
            table = _laid_over(table, _read_words(file), file)
    return table


def _read_words(file: Path) -> Any:
    with file.open(encoding="utf-8-sig") as words:  # an open file, so that a fault tells its name
        return yaml.load(words, Loader=_Loader) or {}


def _laid_over(below: Any, above: Any, file: Path, key: str = "") -> Any:
    """`above` where it says something, else `below`. Raises FaultyTheme where a word stands for a group or the reverse."""
    if isinstance(below, dict) != isinstance(above, dict) and not (key and key.startswith("amounts.")):
        shown = key or "key: value"
        raise FaultyTheme(
            file,
            _line_of(file, key),
            Words(
                f"{shown} 的写法与上级主题不同，网站保持原样",
                f"{shown} is not of the parent's kind; the site stays as it is",
            ),
            Words(
                "照上级主题的同名文件写：一个词，或一组", "write it as the parent's file has it: one word, or a group"
            ),
        )
    if not isinstance(below, dict) or not isinstance(above, dict):
        return above
    laid = {name: _laid_over(below[name], value, file, f"{key}.{name}".lstrip(".")) if name in below else value
            for name, value in above.items()}  # fmt: skip
    return {**below, **laid}


def _line_of(file: Path, key: str) -> int:
    """The line on which the last part of a key first stands."""
    last = key.rpartition(".")[2]
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if last and last in line), 1)


def _assets(folders: Sequence[Path]) -> dict[str, Asset]:
    """The files of static/; a folder of it, of which every theme may have parts, is one file."""
    static = [folder / "static" for folder in folders if (folder / "static").is_dir()]
    whole = {
        file.name: _asset(file.name, file.read_bytes()) for file in _files(folders, "static", "*") if file.is_file()
    }
    parts = sorted({one.name for folder in static for one in folder.iterdir() if one.is_dir()})
    joined = (asset for name in parts for asset in _join(folders, name))
    return dict(joined) | whole


def _join(folders: Sequence[Path], name: str) -> Iterator[tuple[str, Asset]]:
    """The parts of a script or a stylesheet as one file."""
    for ending in ("css", "js"):
        if parts := _files(folders, f"static/{name}", f"*.{ending}"):
            whole = f"{name}.{ending}"
            yield whole, _asset(whole, b"".join(part.read_bytes() for part in parts))


def _asset(name: str, data: bytes) -> Asset:
    """A file under a name that tells its bytes. What is fetched often and read seldom goes without comments and indents."""
    data = data.replace(b"\r\n", b"\n") if name.endswith((".js", ".css", ".svg")) else data
    if name.endswith((".js", ".css")):
        data = _INDENT.sub(b"", _COMMENT.sub(b"", data))
    digest = hashlib.sha256(data).hexdigest()[:8]
    stem, dot, ending = name.rpartition(".")
    return Asset(f"{stem}.{digest}{dot}{ending}", data)
