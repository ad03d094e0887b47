"""Reading what people know: the YAML files of `content/_authority/`, forgivingly."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml

Stamp: TypeAlias = tuple[tuple[str, int, int], ...]


class Misread(NamedTuple):
    """A part of an authority file that could not be used, and how it should look; the rest of the file counts."""

    file: str
    line: int | None
    what_zh: str
    what_en: str
    remedy_zh: str
    remedy_en: str


def read_yaml(path: Path) -> tuple[Any, tuple[Misread, ...]]:
    """The file as plain strings, lists and mappings; None where it is missing, empty or cannot be read at all."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None, ()
    except (OSError, UnicodeDecodeError) as error:
        return None, (unreadable(path, None, str(error)),)
    try:
        return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)) or None, ()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        return None, (unreadable(path, line, error.problem or "not YAML"),)
    except yaml.YAMLError as error:
        return None, (unreadable(path, None, str(error)),)


def stamp_of(authority: Path | None) -> Stamp:
    """Names, sizes and ages of the files that people keep there: what was read of them holds as long as it is the same."""
    try:
        entries = sorted(os.scandir(authority), key=lambda entry: entry.name) if authority else []
    except OSError:
        return ()
    return tuple((entry.name, entry.stat().st_size, entry.stat().st_mtime_ns) for entry in entries)


def unreadable(path: Path, line: int | None, cause: str) -> Misread:
    """The whole file is left out until somebody mends it."""
    return Misread(
        file_name(path), line,
        f"这个文件读不懂，暂时不用它（{cause}）。", f"This file cannot be read and is left out for now ({cause}).",
        "请改正这一行：文件须为 UTF-8，冒号、引号用半角，缩进用空格。",
        "Mend this line: UTF-8, ASCII colons and quotes, spaces for indentation.",
    )  # fmt: skip


def file_name(path: Path) -> str:
    """The path as the user knows it: `content/_authority/topics.yaml`."""
    return "/".join(path.parts[-3:])


def texts(value: object) -> tuple[str, ...]:
    """A YAML value as a list of texts: one text, a list of them, or nothing."""
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if isinstance(value, list):
        return tuple(item.strip() for item in value if isinstance(item, str) and item.strip())
    return ()


def text(fields: Mapping[str, object], key: str) -> str:
    """The text under a key, empty where there is none."""
    value = fields.get(key)
    return value.strip() if isinstance(value, str) else ""
