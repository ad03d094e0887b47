"""Lists of names as people write them in `content/_authority/`: `NAME`, `NAME@安阳市/文峰区`, or `{name, county}`.

What cannot be used is told with its line, and the rest counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from jianbao.knowledge.authority import Misread, Told, Trail, read_with_lines, text, unknown_keys


class Who(NamedTuple):
    """Somebody or some body as people tell of it: a name, and a county (`安阳市/文峰区`), empty for any."""

    name: str
    county: str = ""

    def means(self, name: str, home: str) -> bool:
        """Whether that of this name, at home in that county or city, is meant."""
        return name == self.name and (not self.county or _bare(home).endswith(_bare(self.county)))


def read_keys(path: Path, keys: Sequence[str], example: str) -> tuple[Told | None, list[Misread]]:
    """The file as a mapping with these keys, None where there is nothing to use, and what is wrong so far."""
    told = read_with_lines(path)
    if told.value is None:
        return None, list(told.misread)
    if isinstance(told.value, dict):
        return told, [*told.misread, *unknown_keys(told, (), keys)]
    return None, [*told.misread, told.wrong(
        (), f"没有读到 {' '.join(keys)} 中的任何一项。", f"None of {', '.join(keys)} was found.",
        f"这样写——{example}", f"Write it like {example}",
    )]  # fmt: skip


def groups(told: Told, misread: list[Misread], example: str) -> Iterator[tuple[Who, ...]]:
    """The lists under `same`, each of two names at least: what is meant by them is one."""
    for trail, value in entries(told, ("same",), misread):
        group = tuple(who for _, who in names(told, trail, misread)) if isinstance(value, list) else ()
        if len(group) > 1:
            yield group
        else:
            misread.append(
                told.wrong(
                    trail, "这一条没有列出两个名字。", "This entry does not list two names.",
                    f"这样写——{example}", f"Write it like {example}",
                )
            )  # fmt: skip


def names(told: Told, trail: Trail, misread: list[Misread]) -> Iterator[tuple[Trail, Who]]:
    """The names of a list, each with its place."""
    for place, value in entries(told, trail, misread):
        who = who_of(value)
        if who is None:
            misread.append(no_name(told, place))
        else:
            yield place, who


def entries(told: Told, trail: Trail, misread: list[Misread]) -> Iterator[tuple[Trail, object]]:
    """The values of a list with their places; a single text is a list of one."""
    value = told.value
    for step in trail:
        value = value.get(step, "") if isinstance(value, dict) else value[step]
    if isinstance(value, list):
        yield from (((*trail, index), one) for index, one in enumerate(value))
    elif isinstance(value, str) and value.strip():
        yield trail, value
    elif value:
        misread.append(
            told.wrong(
                trail, "这里要的是一个名单。", "A list is wanted here.",
                "每行一条，以 - 开头。", "Write an entry a line, each with a - before it.",
            )
        )  # fmt: skip


def who_of(value: object) -> Who | None:
    """Whom a value means; None where no name can be read of it."""
    if isinstance(value, dict):
        name, county = text(value, "name"), text(value, "county")
    elif isinstance(value, str):
        name, _, county = (part.strip() for part in value.replace("＠", "@").partition("@"))
    else:
        return None
    return Who(name, county.strip("/ ")) if name else None


def no_name(told: Told, trail: Trail) -> Misread:
    """An entry of which no name can be read."""
    return told.wrong(
        trail, "这一条读不出名字。", "No name can be read here.",
        "写名字，或 名字@安阳市/文峰区。", "Write a name, or NAME@安阳市/文峰区.",
    )  # fmt: skip


def _bare(label: str) -> str:
    return label.replace("/", "").replace(" ", "")
