"""Places that no table has: towns of before, natural villages, estates, communities, told by how their names end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from jianbao.archive.names.around import names_something_else
from jianbao.archive.names.choose_place import Scene
from jianbao.archive.names.located import Located, right_before
from jianbao.archive.names.stems import stem_begins
from jianbao.knowledge.locality_names import ESTATE, HAMLET, TOWN, VILLAGE, word_lists

_NO_VILLAGES = ("农村", "乡村", "全村", "各村", "进村", "驻村")
_OF_COUNTIES = ("镇", "乡")
"""A town that no table has is one right behind its county only (内黄县柳湾镇): 江南水乡 and 建制镇 are none."""
LONGEST = 6
"""Characters of a name before its ending."""


def find_settlements(scene: Scene, located: Sequence[Located]) -> Iterator[Located]:
    """The namings of settlements that the table does not have, where nothing else was located."""
    for part, text in scene.passage.parts():
        taken = sorted((one for one in located if one.part == part), key=lambda one: one.end)
        ends = [one.end for one in taken]
        reached = -1
        for ending in _endings().finditer(text):
            at = bisect_right(ends, ending.start())
            if at < len(taken) and taken[at].start < ending.end():
                continue
            behind = ends[at - 1] if at else 0
            start = name_begins(text, ending, behind, listed=is_listed(text, ending, taken, at, reached))
            if start >= 0 and (ending[0] not in _OF_COUNTIES or (at and start == behind)):
                reached = ending.end()
                before = right_before(start, taken[max(at - 1, 0) : at])
                one = settlement(part, text[start : ending.end()], start, ending.lastgroup or ESTATE, before, scene)
                taken.insert(at, one)  # what follows may belong to it: 柳湾镇后渠村
                ends.insert(at, one.end)
                yield one


def is_listed(text: str, ending: re.Match[str], taken: Sequence[Located], at: int, reached: int) -> bool:
    """Whether it is enumerated with another village, or stands right behind a town: 民建村 in 青山村、民建村.

    taken[at] is what was located next, text[:reached] ends with the settlement found last.
    """
    before, after = taken[at - 1] if at else None, taken[at : at + 1]
    villages = (reached, before.end if before and before.kind == VILLAGE else -1)
    begins = any(end >= 0 and text[end] == "、" and ending.start() - end <= LONGEST for end in villages)
    ends = any(one.kind == VILLAGE and text[ending.end() : one.start] == "、" for one in after)
    return begins or ends or (before is not None and before.kind == TOWN and ending.start() - before.end < LONGEST)


def settlement(part: str, printed: str, start: int, kind: str, before: Located | None, scene: Scene) -> Located:
    """A settlement below what stands right before it, else below what the article is mainly about."""
    above = before.label if before else scene.main
    name = proper_name(printed)
    return Located(part, start, start + len(printed), printed, f"{above}/{name}" if above else name, kind)


def proper_name(printed: str) -> str:
    """锦绣花园小区 is 锦绣花园; other names are as they are printed."""
    shorter = printed.removesuffix("小区")
    return shorter if shorter.endswith(word_lists()["estates"]) else printed


def name_begins(text: str, ending: re.Match[str], first: int, *, listed: bool = False) -> int:
    """Where the name before the ending begins, behind what ends at `first`; -1 if there is none.

    A plain word gives a village its name only where it is `listed` with others.
    """
    if names_something_else(text, ending.end()) or text[ending.start() - 1 : ending.end()] in _NO_VILLAGES:
        return -1
    earliest = max(first, ending.start() - LONGEST)
    whole = _whole_between_marks(text, ending, first) if listed else -1
    if whole >= 0:
        return whole
    return stem_begins(text, ending.start(), ending.end(), earliest, trusting=listed or ending[0] != "村")


def _whole_between_marks(text: str, ending: re.Match[str], first: int) -> int:
    """Where a name of two or three characters begins that fills all between two marks, or a town and a mark; else -1."""
    for start in (ending.start() - 2, ending.start() - 3):
        if start == first or (start > first and text[start - 1] == "、"):
            closed = text[ending.end() : ending.end() + 1] in "、，。；等村的"
            return start if closed and text[start : ending.start()] not in word_lists()["no_names"] else -1
    return -1


@cache
def _endings() -> re.Pattern[str]:
    """The endings, the longest first; the group tells the kind. 小区 may stand behind another one."""
    lists = word_lists()
    hamlets, estates, villages, towns = (
        "|".join(sorted(lists[kind], key=len, reverse=True)) for kind in ("hamlets", "estates", "villages", "towns")
    )
    return re.compile(
        f"(?P<{HAMLET}>{hamlets})|(?P<{ESTATE}>(?:{estates})(?:小区)?)|(?P<{VILLAGE}>{villages})|(?P<{TOWN}>{towns})"
    )
