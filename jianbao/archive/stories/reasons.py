"""The reasons for which an article leads to another one, in words of both languages."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

AT_MOST = 3
"""Names that a reason gives."""


class Reason(IntEnum):
    """Why one article leads to another, as seen from the one."""

    SAME_TEXT = 0
    LATER = 1
    EARLIER = 2
    SAME_MATTER = 3
    SAME_PROJECT = 4
    NAMES = 5
    SAME_CAMPAIGN = 6
    SPEAKS_OF = 7


MATTERS = frozenset((Reason.SAME_TEXT, Reason.LATER, Reason.EARLIER, Reason.SAME_MATTER))
"""Reasons that mean the same event; these articles stand first, in the order of time."""

_WORDS = {
    Reason.SAME_TEXT: ("文字几乎相同（转载或重复）", "nearly the same text (reprinted, or printed twice)"),
    Reason.LATER: ("同一事件的后续报道：", "a later report on the same matter: "),
    Reason.EARLIER: ("同一事件此前的报道：", "an earlier report on the same matter: "),
    Reason.SAME_MATTER: ("同一事件的另一篇报道：", "another report on the same matter: "),
    Reason.SAME_PROJECT: ("同一项目：", "same project: "),
    Reason.NAMES: ("也写到：", "also names "),
    Reason.SAME_CAMPAIGN: ("同一活动：", "same campaign: "),
    Reason.SPEAKS_OF: ("都谈到：", "both speak of "),
}


@lru_cache(maxsize=65536)
def words(reason: Reason, names: tuple[str, ...]) -> tuple[str, str]:
    """The reason in Chinese and English: 也写到：胡亚军、区发改委."""
    zh, en = _WORDS[reason]
    return zh + "、".join(names), en + ", ".join(names)
