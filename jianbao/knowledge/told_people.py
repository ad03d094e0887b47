"""What people told of persons in `content/_authority/people.yaml`.

same:                                    # one person: the first entry is the one that is kept
- [胡亚军@安阳市/文峰区, 胡亚军@安阳市/高新区]
- [{name: 琚运林, county: 安阳市/文峰区}, 据运林]
different:                               # another person of that name: by articles, or by the end of the post
- {name: 张伟, county: 安阳市/文峰区, articles: [4HP5S8F/01], as: 张伟（教师）}
hide: [张三, 李四@安阳市/文峰区]          # no page, no list, no link
add: [爱新觉罗·某]                        # names that the rules miss
not: [卫健]                               # what is no name
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from jianbao.knowledge.authority import Misread, Told, Trail, read_with_lines, text, texts, unknown_keys

FILE = "people.yaml"
KEYS = ("same", "different", "hide", "add", "not")
_DIFFERENT_KEYS = ("name", "county", "articles", "post", "as")


class Who(NamedTuple):
    """A person as somebody tells of him: a name, and a county (`安阳市/文峰区`), empty for any."""

    name: str
    county: str = ""

    def means(self, name: str, home: str) -> bool:
        """Whether the person of this name, at home in that county or city, is meant."""
        return name == self.name and (not self.county or _bare(home).endswith(_bare(self.county)))


@dataclass(frozen=True, slots=True)
class Apart:
    """Somebody of the same name as another: who, in which articles or with which end of the post, and what he is called."""

    who: Who
    articles: frozenset[str]
    post: str
    called: str

    def means(self, name: str, home: str, article: str, post: str) -> bool:
        """Whether this one is the person of that name in that article."""
        here = article in self.articles or bool(self.post and post.endswith(self.post))
        return here and self.who.means(name, home)


@dataclass(frozen=True, slots=True)
class ToldPeople:
    """Everything that people told of persons, and what could not be used of it."""

    same: tuple[tuple[Who, ...], ...] = ()
    different: tuple[Apart, ...] = ()
    hide: tuple[Who, ...] = ()
    added: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()
    misread: tuple[Misread, ...] = ()

    @classmethod
    def load(cls, authority: Path | None = None) -> ToldPeople:
        """What stands in `authority`; nothing where there is no such file."""
        if authority is None:
            return cls()
        told = read_with_lines(authority / FILE)
        if told.value is None:
            return cls(misread=told.misread)
        if not isinstance(told.value, dict):
            return cls(misread=(*told.misread, _no_keys(told)))
        misread = [*told.misread, *unknown_keys(told, (), KEYS)]
        return cls(
            tuple(_groups(told, misread)),
            tuple(_apart(told, misread)),
            tuple(who for _, who in _entries(told, ("hide",), misread)),
            tuple(who.name for _, who in _entries(told, ("add",), misread)),
            frozenset(who.name for _, who in _entries(told, ("not",), misread)),
            tuple(misread),
        )

    def person(self, name: str, home: str, article: str = "", post: str = "") -> tuple[str, str]:
        """Name and home of the person who is meant in that article: those given, where nobody told otherwise."""
        for apart in self.different:
            if apart.means(name, home, article, post):
                return apart.called, home
        for first, *others in self.same:
            if any(who.means(name, home) for who in others) and not first.means(name, home):
                return first.name, first.county or home
        return name, home

    def hidden(self, name: str, home: str = "") -> bool:
        """Whether this person gets no page, stands in no list and in no data."""
        return any(who.means(name, home) for who in self.hide)


def _bare(label: str) -> str:
    return label.replace("/", "").replace(" ", "")


def _groups(told: Told, misread: list[Misread]) -> Iterator[tuple[Who, ...]]:
    for trail, value in _list(told, ("same",), misread):
        group = tuple(who for _, who in _entries(told, trail, misread)) if isinstance(value, list) else ()
        if len(group) > 1:
            yield group
        else:
            misread.append(
                told.wrong(
                    trail, "这一条没有列出两个姓名。", "This entry does not list two names.",
                    "这样写——- [胡亚军@安阳市/文峰区, 胡亚军@安阳市/高新区]",
                    "Write it like - [胡亚军@安阳市/文峰区, 胡亚军@安阳市/高新区]",
                )
            )  # fmt: skip


def _apart(told: Told, misread: list[Misread]) -> Iterator[Apart]:
    times: Counter[Who] = Counter()
    for trail, value in _list(told, ("different",), misread):
        fields = value if isinstance(value, dict) else {}
        who, articles, post = _who(fields), frozenset(texts(fields.get("articles"))), text(fields, "post")
        if who is None or not (articles or post):
            misread.append(
                told.wrong(
                    trail, "这一条没有写明姓名和篇目（或职务）。", "This entry lacks the name, or the articles or post.",
                    "这样写——- {name: 张伟, county: 安阳市/文峰区, articles: [4HP5S8F/01], as: 张伟（教师）}",
                    "Write it like - {name: 张伟, county: 安阳市/文峰区, articles: [4HP5S8F/01], as: 张伟（教师）}",
                )
            )  # fmt: skip
            continue
        misread += unknown_keys(told, trail, _DIFFERENT_KEYS)
        times[who] += 1
        yield Apart(who, articles, post, text(fields, "as") or f"{who.name}（{times[who] + 1}）")


def _entries(told: Told, trail: Trail, misread: list[Misread]) -> Iterator[tuple[Trail, Who]]:
    """The persons of a list, each with its place."""
    for place, value in _list(told, trail, misread):
        who = _who(value)
        if who is None:
            misread.append(
                told.wrong(
                    place, "这一条读不出姓名。", "No name can be read here.",
                    "写姓名，或 姓名@安阳市/文峰区。", "Write a name, or NAME@安阳市/文峰区.",
                )
            )  # fmt: skip
        else:
            yield place, who


def _list(told: Told, trail: Trail, misread: list[Misread]) -> Iterator[tuple[Trail, object]]:
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


def _who(value: object) -> Who | None:
    """The person whom a value means: `NAME`, `NAME@county`, or a mapping with name and county."""
    if isinstance(value, dict):
        name, county = text(value, "name"), text(value, "county")
    elif isinstance(value, str):
        name, _, county = (part.strip() for part in value.replace("＠", "@").partition("@"))
    else:
        return None
    return Who(name, county.strip("/ ")) if name else None


def _no_keys(told: Told) -> Misread:
    return told.wrong(
        (), f"没有读到 {' '.join(KEYS)} 中的任何一项。", f"None of {', '.join(KEYS)} was found.",
        "这样写——hide: [张三]", "Write it like hide: [张三]",
    )  # fmt: skip
