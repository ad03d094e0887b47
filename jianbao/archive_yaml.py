"""Reads archive.yaml. Every key is optional; a key that is not known is warned of; a wrong value is told with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, urlsplit

from jianbao.content.strict_yaml import Node, NotYaml, is_nothing, items, line_of, pairs, read, text_of
from jianbao.frozen import frozen
from jianbao.problems import CallError, Problem, Weight, Words
from jianbao.settings import Newspaper, Settings

FILE = "archive.yaml"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TIMEZONE = re.compile(r"[+-](0\d|1[0-4]):[0-5]\d")
_HOST = re.compile(r"[a-z0-9.:_-]+")
_ID = re.compile(r"[0-9A-HJKMNP-TV-Z]{7}/\d{2,}")


class _WrongError(ValueError):
    """A value that cannot be used: what is expected instead, and the line of the value."""

    def __init__(self, zh: str, en: str, line: int) -> None:
        super().__init__(en)
        self.expected = Words(zh, en)
        self.line = line


@frozen
class ReadSettings:
    """The settings of an archive, and what is wrong in its archive.yaml; a wrong value leaves the default in force."""

    settings: Settings
    problems: tuple[Problem, ...]


def read_archive_yaml(defaults: Settings) -> ReadSettings:
    """`defaults` with what archive.yaml says; a folder without the file has the defaults.

    Raises CallError when the file is no YAML at all: then nothing is known, not even the address.
    """
    try:
        top = _read(defaults.folders.archive / FILE)
    except NotYaml as error:
        raise CallError(
            f"{FILE}:{error.line}: 这一行读不懂（常见原因：中文冒号“：”、制表符、缺引号） / this line is not YAML "
            f"(often a full-width colon, a tab, a missing quote): {error.reason}"
        ) from error
    found: dict[str, Any] = {}
    problems = list(_keys(top, found)) if top else []
    return ReadSettings(replace(defaults, **found), tuple(problems))


def _read(file: Path) -> list[tuple[Node, Node]]:
    if not file.is_file():
        return []
    try:
        node = read(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotYaml("the file is not UTF-8 / 文件不是 UTF-8 编码", 1) from error
    if node is None:
        return []
    entries = pairs(node)
    if entries is None:
        raise NotYaml("`key: value` expected / 应为“键: 值”", line_of(node))
    return entries


def _keys(entries: list[tuple[Node, Node]], found: dict[str, Any]) -> Iterator[Problem]:
    for key, value in entries:
        name, line = text_of(key) or "", line_of(key)
        reader = READERS.get(name)
        if reader is None:
            yield _unknown(name, line)
        elif name in found:
            yield _twice(name, line)
        elif not is_nothing(value):
            try:
                found[name] = reader(value)
            except _WrongError as error:
                yield _wrong_value(name, error)


# ------------------------------------------------------------------ one reader a kind of value
def _text(node: Node) -> str:
    text = text_of(node)
    if text is None:
        raise _WrongError("一行文字", "one line of text", line_of(node))
    return text


def _matching(pattern: re.Pattern[str], zh: str, en: str) -> Callable[[Node], str]:
    def reader(node: Node) -> str:
        text = _text(node)
        if not pattern.fullmatch(text):
            raise _WrongError(zh, en, line_of(node))
        return text

    return reader


def _languages(node: Node) -> tuple[str, ...]:
    members = items(node)
    tags = tuple(_text(member) for member in ([node] if members is None else members))
    if not all(_LANGUAGE.fullmatch(tag) for tag in tags):
        raise _WrongError(
            "语言代码的列表，如 [zh-Hans] 或 [en]", "a list of language tags: [zh-Hans] or [en]", line_of(node)
        )
    return tags


def _address(node: Node) -> str:
    try:
        return site_address(_text(node))
    except ValueError as error:
        raise _WrongError(
            "完整网址，如 https://example.org/repo/", "a whole address: https://example.org/repo/", line_of(node)
        ) from error


def _edit_url(node: Node) -> str:
    text = _text(node)
    if not text.startswith(("https://", "http://")) or "{file}" not in text:
        raise _WrongError("含 {file} 的网址", "an address with {file} in it", line_of(node))
    return text


def _yes_or_no(node: Node) -> bool:
    told = {"yes": True, "true": True, "是": True, "no": False, "false": False, "否": False}
    if _text(node).lower() not in told:
        raise _WrongError("yes 或 no", "yes or no", line_of(node))
    return told[_text(node).lower()]


def _newspapers(node: Node) -> tuple[Newspaper, ...]:
    members = items(node)
    if members is None:
        raise _WrongError(
            "报纸的列表，每项以 “- name:” 开头", "a list of papers, each begins with `- name:`", line_of(node)
        )
    return tuple(_newspaper(member) for member in members)


def _newspaper(node: Node) -> Newspaper:
    given = {text_of(key) or "": value for key, value in pairs(node) or []}
    days = _weekdays(given.pop("days")) if "days" in given else ()
    facts = {name: _text(value) for name, value in given.items()}
    if not facts.get("name") or facts.keys() - {"name", "nameplate", "rights"}:
        raise _WrongError(
            "name（必填）、nameplate、rights、days", "name (needed), nameplate, rights, days", line_of(node)
        )
    return Newspaper(**facts, days=days)


def _weekdays(node: Node) -> tuple[int, ...]:
    """The days of the week on which a paper comes out: `daily`, or numbers from 1 for Monday to 7."""
    members = items(node)
    told = [_text(member) for member in ([node] if members is None else members)]
    if told in (["daily"], ["每日"]):
        return tuple(range(1, 8))
    if not told or not all(re.fullmatch("[1-7]", day) for day in told):
        raise _WrongError(
            "每日，或出报的星期，如 [1, 4]（周一、周四）",
            "daily, or weekdays such as [1, 4] (Monday, Thursday)",
            line_of(node),
        )
    return tuple(sorted({int(day) for day in told}))


READERS: Mapping[str, Callable[[Node], object]] = MappingProxyType(
    {
        "title": _text,
        "subtitle": _text,
        "languages": _languages,
        "address": _address,
        "timezone": _matching(_TIMEZONE, "时区，如 '+08:00'", "an offset such as '+08:00'"),
        "newspapers": _newspapers,
        "edit_url": _edit_url,
        "theme": _text,
        "nameplate": _text,
        "lead": _matching(_ID, "文章编号，如 7KQ2M9X/01", "an article's id such as 7KQ2M9X/01"),
        "raw_lines": _yes_or_no,
        "rights": _text,
        "contact": _text,
    }
)
"""Every key of archive.yaml, with the reader of its value."""


def site_address(text: str) -> str:
    """The address in ASCII (中文.cn as xn--…, a path percent-encoded) with a slash at its end.

    Raises ValueError unless it is a plain http(s) address with a host.
    """
    parts = urlsplit(text.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValueError(text)
    host = parts.hostname.encode("idna").decode("ascii")
    if not _HOST.fullmatch(host):
        raise ValueError(text)
    port = f":{parts.port}" if parts.port else ""
    path = quote(parts.path.rstrip("/"), safe="/%~!$&'()*+,;=:@-._")
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{port}{path}/"


def line_of_setting(archive: Path, name: str) -> int | None:
    """The line of a setting in the archive's archive.yaml; None where it is not there."""
    return next((line_of(key) for key, _ in _read(archive / FILE) if text_of(key) == name), None)


# ------------------------------------------------------------------ what is told
def _unknown(name: str, line: int) -> Problem:
    known = "、".join(READERS)
    return Problem(
        FILE,
        Words(f"没有 {name} 这个设置，已忽略", f"there is no setting {name}; it is ignored"),
        Words(f"可用的设置：{known}", f"the settings are: {', '.join(READERS)}"),
        line,
        weight=Weight.WARNING,
    )


def _twice(name: str, line: int) -> Problem:
    return Problem(
        FILE,
        Words(f"{name} 写了两次，用的是前一个", f"{name} stands twice; the first one counts"),
        Words("删去其中一行", "delete one of the lines"),
        line,
    )


def _wrong_value(name: str, error: _WrongError) -> Problem:
    expected = error.expected
    return Problem(
        FILE,
        Words(f"{name} 的值不能用，按没有填写处理", f"the value of {name} cannot be used; it counts as not given"),
        Words(f"应为：{expected.zh}", f"expected: {expected.en}"),
        error.line,
    )
