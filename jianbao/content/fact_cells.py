"""A cell of content/pages.csv as people type it, and as the archive has it."""

from __future__ import annotations

import re

from jianbao.content.edtf import edtf_of, is_day
from jianbao.problems import Problem, Weight, Words

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*")
"""BCP 47 as far as a newspaper needs it: language, script, region, variants."""


def normal_fact(fact: str, typed: str) -> str | None:
    """A cell's value as the archive writes it; None where it cannot be one."""
    if not typed:
        return ""
    if fact == "issued":
        return edtf_of(typed) or None
    if fact == "retrieved":
        day = edtf_of(typed)
        return day if is_day(day) else None
    if fact == "source_url":
        return typed if re.match(r"https?://\S+$", typed) else None
    if fact == "language":
        return typed if _LANGUAGE.fullmatch(typed) else None
    if fact == "districts":
        return "; ".join(name for part in re.split(r"[;；,，、]", typed) if (name := part.strip()))
    return typed


def bad_cell(file: str, line: int, fact: str, typed: str) -> Problem:
    """The Problem of a cell that was not used: row, column and what to write."""
    return Problem(
        file,
        Words(f"第{line}行“{fact}”一列的“{typed}”读不懂，没有用", f"row {line}, column {fact}: {typed} cannot be used"),
        _CELL_REMEDY.get(fact, Words("改写这一格", "rewrite the cell")),
        line,
        weight=Weight.WARNING if fact == "language" else Weight.ERROR,
    )


_CELL_REMEDY = {
    "issued": Words(
        "写成 2022-09-23、2022年9月 或 2022 这样；Excel 若把它改成 Sep-22，就写“2022年9月”",
        "write it like 2022-09-23, 2022年9月 or 2022; where Excel makes Sep-22 of it, write 2022年9月",
    ),
    "retrieved": Words("写成 2022-09-23 这样", "write it like 2022-09-23"),
    "language": Words("写成 zh-Hans、zh-Hant、en 这样", "write it like zh-Hans, zh-Hant or en"),
    "source_url": Words("写以 https:// 开头的网址", "write an address that begins with https://"),
}
