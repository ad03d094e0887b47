"""Projects and campaigns that a text names: 国大医药冷链物流仓储中心, 冬春造林绿化行动, “三个一批”, the Holyhead Railway."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jianbao.knowledge.phrases import pairs, phrases

PROJECT, CAMPAIGN, SLOGAN = "project", "campaign", "slogan"
LONGEST = 18
"""Characters of a name before its ending; what is longer is a sentence."""
_LONGEST_SLOGAN = 8
_QUOTED = re.compile(r"“([^“”，。；：！？、\s]{2,12})”")
_OF_NUMBERS = re.compile(r"[一二两三四五六七八九十百千万0-9]")
_COUNTED = re.compile(r"^(?:第?[一二两三四五六七八九十百千万几多\d]+(?:期|届|次|批|季度|年|个|家|项|场|条|余)+)+")


class Project(NamedTuple):
    """A name as printed (`三个一批`, `国大医药冷链物流仓储中心`) and what it is of.

    A `project` is one thing that is built or run; a `campaign` is called so by the text (行动, 活动); a `slogan` is a
    quoted term of numbers, under which a whole region may do many things.
    """

    name: str
    sort: str


def projects_in(text: str) -> tuple[Project, ...]:
    """What the text names, each once, in the order in which it is first named."""
    found = sorted((*_quoted(text), *_by_ending(text), *_latin(text)))
    return tuple(dict.fromkeys(project for _, project in found))


def _quoted(text: str) -> Iterator[tuple[int, Project]]:
    """Names in quotation marks: slogans of numbers (“万人助万企”), and what a word like 活动 calls a campaign."""
    for quoted in _QUOTED.finditer(text):
        name = quoted[1]
        if name in phrases("common_slogans"):
            continue
        if 2 < len(name) <= _LONGEST_SLOGAN and _OF_NUMBERS.search(name) and not name.isdecimal():
            yield quoted.start(), Project(name, SLOGAN)
        elif _called().match(text, quoted.end()):
            yield quoted.start(), Project(name, CAMPAIGN)


def _by_ending(text: str) -> Iterator[tuple[int, Project]]:
    """Names that end in a word like 产业园 or 行动 and begin after a mark, a verb or a particle."""
    for ending in _endings().finditer(text):
        before = text[max(0, ending.start() - LONGEST) : ending.start()]
        opening = _opening().match(before)
        name = _COUNTED.sub("", before[opening.end() if opening else 0 :])
        if len(name) < LONGEST and len(_generic().sub("", name)) >= _least()[ending[0]]:
            sort = PROJECT if ending[0] in pairs("project_endings") else CAMPAIGN
            yield ending.start() - len(name), Project(name + ending[0], sort)


def _latin(text: str) -> Iterator[tuple[int, Project]]:
    """Capitalised words before a capitalised ending: the Great Northern Railway."""
    for found in _latin_names().finditer(text):
        sort = PROJECT if found["ending"] in pairs("project_endings") else CAMPAIGN
        yield found.start(), Project(" ".join(found[0].split()), sort)


@cache
def _least() -> dict[str, int]:
    """The characters at least before an ending, besides words that every project has (重点, 专项)."""
    return {word: int(least) for word, least in (pairs("project_endings") | pairs("campaign_endings")).items()}


@cache
def _endings() -> re.Pattern[str]:
    return _any_of(word for word in _least() if not word.isascii())


@cache
def _called() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff]{{0,2}}?(?:{_any_of(phrases('quoted_endings')).pattern})")


@cache
def _opening() -> re.Pattern[str]:
    """All of a text up to the end of the last thing after which a name may begin."""
    return re.compile(rf".*(?:[^\u4e00-\u9fffA-Za-z0-9·+]|{_any_of(phrases('name_openers')).pattern})", re.DOTALL)


@cache
def _generic() -> re.Pattern[str]:
    return _any_of(phrases("generic_names"))


@cache
def _latin_names() -> re.Pattern[str]:
    endings = _any_of(word for word in _least() if word.isascii()).pattern
    return re.compile(rf"(?:\b[A-Z][A-Za-z'’-]+ ){{1,4}}\b(?P<ending>{endings})\b")


def _any_of(words: Iterator[str] | tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))
