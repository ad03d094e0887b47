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
from pathlib import Path

from jianbao.frozen import frozen
from jianbao.knowledge.authority import Misread, Told, text, texts, unknown_keys
from jianbao.knowledge.told_names import Who, entries, groups, names, read_keys, who_of

FILE = "people.yaml"
KEYS = ("same", "different", "hide", "add", "not")
SAME = "- [胡亚军@安阳市/文峰区, 胡亚军@安阳市/高新区]"
_DIFFERENT_KEYS = ("name", "county", "articles", "post", "as")


@frozen
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


@frozen
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
        told, misread = read_keys(authority / FILE, KEYS, "hide: [张三]")
        if told is None:
            return cls(misread=tuple(misread))
        return cls(
            tuple(groups(told, misread, SAME)),
            tuple(_apart(told, misread)),
            tuple(who for _, who in names(told, ("hide",), misread)),
            tuple(who.name for _, who in names(told, ("add",), misread)),
            frozenset(who.name for _, who in names(told, ("not",), misread)),
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


def _apart(told: Told, misread: list[Misread]) -> Iterator[Apart]:
    times: Counter[Who] = Counter()
    for trail, value in entries(told, ("different",), misread):
        fields = value if isinstance(value, dict) else {}
        who, articles, post = who_of(fields), frozenset(texts(fields.get("articles"))), text(fields, "post")
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
