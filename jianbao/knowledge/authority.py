"""Reading what people know: the YAML files of `content/_authority/`, forgivingly.

`read_yaml` gives the value alone. `read_with_lines` gives it with the line of every entry and key, so that what is told of
a mistake names the line:

    told = read_with_lines(authority / "topics.yaml")
    told.value[3]["slug"], told.line(3, "slug")      # the value, and the line it stands in
    told.misread                                     # unreadable, or a key written twice
    unknown_keys(told, (3,), {"name", "slug"})       # a Misread for each other key of that entry
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml

from jianbao.frozen import frozen

Stamp: TypeAlias = tuple[tuple[str, int, int], ...]
Trail: TypeAlias = tuple[str | int, ...]
"""The keys and the places in lists (from 0) that lead to a value: `(3, "slug")`."""


class Misread(NamedTuple):
    """A part of an authority file that could not be used, and how it should look; the rest of the file counts."""

    file: str
    line: int | None
    what_zh: str
    what_en: str
    remedy_zh: str
    remedy_en: str


@frozen
class Told:
    """An authority file as somebody wrote it: plain strings, lists and mappings, and the line of each by its trail.

    `file` is the path as the user knows it. `value` is None where the file is missing, empty or cannot be read.
    """

    file: str
    value: Any
    lines: Mapping[Trail, int]
    misread: tuple[Misread, ...] = ()

    def line(self, *trail: str | int) -> int | None:
        """The line of the key or entry that the trail leads to, or of the nearest one above it; None of the whole file."""
        return next((self.lines[trail[:n]] for n in range(len(trail), 0, -1) if trail[:n] in self.lines), None)

    def wrong(self, trail: Trail, what_zh: str, what_en: str, remedy_zh: str, remedy_en: str) -> Misread:
        """What is told of the place that the trail leads to."""
        return Misread(self.file, self.line(*trail), what_zh, what_en, remedy_zh, remedy_en)


def read_yaml(path: Path) -> tuple[Any, tuple[Misread, ...]]:
    """The file as plain strings, lists and mappings; None where it is missing, empty or cannot be read at all."""
    value, _, misread = _load(path)
    return value, misread


def read_with_lines(path: Path) -> Told:
    """The same with the line of every key and entry; a key that is written twice is told, and the last one counts."""
    value, node, misread = _load(path)
    lines: dict[Trail, int] = {}
    repeated = tuple(_walk(node, (), lines, set())) if node is not None else ()
    told = Told(file_name(path), value, lines, misread)
    return Told(told.file, value, lines, (*misread, *(_repeated(told, trail, line) for trail, line in repeated)))


def unknown_keys(told: Told, trail: Trail, known: Collection[str]) -> Iterator[Misread]:
    """A line for every key, in the mapping that the trail leads to, that is none of the known ones."""
    fields = told.value
    for step in trail:
        fields = fields[step]
    for key in fields if isinstance(fields, dict) else ():
        if key not in known:
            near = get_close_matches(key, sorted(known), 1, 0.6)
            all_zh, all_en = "、".join(sorted(known)), ", ".join(sorted(known))
            yield told.wrong(
                (*trail, key), f"不认识“{key}”这一项，没有采用。", f"The key “{key}” is not known and is left out.",
                f"是不是 {near[0]}？" if near else f"可以写的有：{all_zh}。",
                f"Did you mean {near[0]}?" if near else f"Known keys: {all_en}.",
            )  # fmt: skip


def _load(path: Path) -> tuple[Any, yaml.Node | None, tuple[Misread, ...]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None, None, ()
    except (OSError, UnicodeDecodeError) as error:
        return None, None, (unreadable(path, None, str(error)),)
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        node = yaml.compose(text, Loader=loader)
        value = loader("").construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        return None, None, (unreadable(path, line, error.problem or "not YAML"),)
    except (yaml.YAMLError, RecursionError) as error:
        return None, None, (unreadable(path, None, str(error)),)
    return (value, node, ()) if value else (None, None, ())


def _walk(node: yaml.Node, trail: Trail, lines: dict[Trail, int], seen: set[int]) -> Iterator[tuple[Trail, int]]:
    """Write down the lines below a node; what comes out are keys written again. An alias is followed only once."""
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for place, entry in enumerate(node.value):
            lines[*trail, place] = entry.start_mark.line + 1
            yield from _walk(entry, (*trail, place), lines, seen)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            step, line = (*trail, str(key.value)), key.start_mark.line + 1
            if step in lines:
                yield step, line
            lines[step] = line
            yield from _walk(value, step, lines, seen)


def _repeated(told: Told, trail: Trail, line: int) -> Misread:
    return Misread(
        told.file, line, f"“{trail[-1]}”写了不止一次，只算最后一处。", f"“{trail[-1]}” is written twice or more; only the last counts.",
        "请合并成一处。", "Write it once, with everything under it.",
    )  # fmt: skip


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
