"""The kind of an article: by what it is made of, the label over it, how its headline ends and how its text opens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jianbao.knowledge.kinds import Signs, kind_signs
from jianbao.knowledge.phrases import phrases
from jianbao.reading.joints import Draft
from jianbao.reading.kept_lines import Kept
from jianbao.reading.page import Role
from jianbao.reading.parts import Setting
from jianbao.reading.places import Place
from jianbao.text.characters import ems, is_chinese

_BRIEF = 110
"""Ems: one paragraph of as much at most, which opens with nothing, is a brief."""
_FEATURE = 300
"""Ems: a text of as much that its writer has photographed as well is a feature."""
_BY_LINES = {Kept.VERSE: "literature", Kept.TABLE: "listing"}
_OUTER = re.compile(r"^[\s“\"'—–-]+|[\s.。:：”\"']+$")


def kind_of(draft: Draft, setting: Setting, label: str) -> str:
    """One of the kinds of the design: news opens with 本报讯, a feature is by-lined under its headline, and so on."""
    places = [run.place for run in draft.runs]
    if Place.PHOTO in places:
        return "photo"
    if Place.ADVERTISEMENT in places:
        return "advertisement"
    if label.endswith(phrases("labels_of_opinion")):
        return "commentary"
    if setting.opened:
        return "news"
    return _told(setting, label) or _BY_LINES.get(setting.kept) or _by_form(places, setting)


def _told(setting: Setting, label: str) -> str:
    """What the label, the headline or the first words say; empty if nothing."""
    headline = _OUTER.sub("", setting.title)
    opening = next(iter(setting.texts(Role.PARAGRAPH)), "").lstrip("“\"' ")
    return next((signs.kind for signs in kind_signs() if _fits(signs, label, headline, opening)), "")


def _fits(signs: Signs, label: str, headline: str, opening: str) -> bool:
    ends = bool(headline) and headline.endswith(signs.headlines) if signs.headlines else False
    return (
        "".join(label.split()) in signs.labels or ends or (bool(signs.openings) and opening.startswith(signs.openings))
    )


def _is_long(prose: Sequence[str]) -> bool:
    return sum(map(ems, prose)) >= _FEATURE


def _by_form(places: list[Place], setting: Setting) -> str:
    prose = setting.texts(Role.PARAGRAPH)
    chinese = is_chinese("".join(prose))
    if Place.BYLINE in places and chinese:
        return "commentary" if all(author.role == "writer" for author in setting.authors) else "feature"
    if chinese and any(author.role == "text-and-photo" for author in setting.authors) and _is_long(prose):
        return "feature"
    if chinese and Place.TITLE in places and len(prose) == 1 and ems(prose[0]) <= _BRIEF:
        return "brief"
    return "news"
