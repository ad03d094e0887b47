"""Setting copy in columns: lines of one measure, indents, what may begin and end a line, hyphens, columns of one height."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from tests.robustness.sheet import SOFT, Copy, Setting, Sheet, Story, Strip

NOT_FIRST = "，。、：；？！）》」』”’…·%％"
NOT_LAST = "（《「『“‘"
_TOKEN = re.compile(r"[A-Za-z0-9.%+\-/:]+|——|……|.", re.DOTALL)
_SYLLABLE = re.compile(r"(?<=[aeiouy])(?=[bcdfghjklmnpqrstvwxz][aeiouy])|(?<=[aeiouy][lmnrst])(?=[bcdfgpqtv][aeiouy])")


def ems(text: str) -> float:
    """Width in ems: a Latin letter, digit or sign is half of one."""
    return sum(0.5 if character < "\u2000" else 1.0 for character in text)


def set_chinese(text: str, measure: float, indent: float = 2) -> list[str]:
    """Lines of a measure; marks never begin a line, they hang, and opening quotes never end one."""
    lines, line = [], ""
    room = measure - indent
    for token in _TOKEN.findall(text):
        if line and ems(line + token) > room and not (token[0] in NOT_FIRST and ems(line) <= room):
            held = line[-1] if line[-1] in NOT_LAST else ""
            lines.append(line[: len(line) - len(held)])
            line, room = held, measure
        line += token
    return [kept for kept in (*lines, line) if kept.strip()]


def hyphenate(word: str, room: int, rng: Random) -> tuple[str, str] | None:
    """The word cut after a syllable so that its head and a hyphen fit in `room` letters; its own hyphen comes first."""
    own = word.rfind("-", 2, max(2, room))
    if own > 0 and len(word) - own > 2:
        return word[: own + 1], word[own + 1 :]
    if not word.isalpha() or not word.islower() or len(word) < 6:
        return None
    places = [m.start() for m in _SYLLABLE.finditer(word) if 2 <= m.start() <= min(room - 1, len(word) - 3)]
    if not places:
        return None
    at = rng.choice(places)
    return word[:at] + SOFT, word[at:]


def set_english(text: str, measure: int, rng: Random, indent: int = 2) -> list[str]:
    """Lines of `measure` letters; a word that does not fit is parted after a syllable where it can be."""
    lines, line = [], ""
    room = measure - indent
    words = text.split(" ")
    while words:
        word = words.pop(0)
        if line and len(line) + 1 + len(word) > room:
            parts = hyphenate(word, room - len(line) - 1, rng)
            if parts is not None:
                line, word = f"{line} {parts[0]}", parts[1]
            lines.append(line)
            line, room = word, measure
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def join_lines(lines: tuple[str, ...], chinese: bool) -> str:
    """The lines as one run of text, without the hyphens of the setting."""
    if chinese:
        return "".join(lines)
    return re.sub(rf"{SOFT}(?:\s|$)|(?<=[A-Za-z]-)\s(?=[A-Za-z])", "", " ".join(lines))


def _set_copy(copy: Copy, setting: Setting, chinese: bool, rng: Random) -> list[str]:
    if copy.lines:
        return copy.text.split("\n")
    if copy.role != "paragraph":
        return (
            [copy.text]
            if chinese or copy.role != "caption"
            else set_english(copy.text, int(setting.measure * 2), rng, 0)
        )
    return set_chinese(copy.text, setting.measure) if chinese else set_english(copy.text, int(setting.measure * 2), rng)


def _strips(number: int, story: Story, setting: Setting, chinese: bool, rng: Random) -> Iterator[Strip]:
    """The story in columns: a paragraph that meets a column's end is cut there."""
    column, left = 0, rng.randint(setting.height // 2, setting.height)
    for copy in story.copy:
        lines = _set_copy(copy, setting, chinese, rng)
        opens = True
        while lines:
            if copy.role != "paragraph" or copy.lines:
                head, lines = lines, []
            else:
                head, lines = lines[:left], lines[left:]
            yield Strip(copy.role, tuple(head), number, column, copy.block, opens, fixed=copy.lines)
            opens = False
            left -= len(head)
            if left <= 0:
                column, left = column + 1, setting.height


def set_page(sheet: Sheet, rng: Random) -> Sheet:
    """The sheet with its stories set, one after the other."""
    chinese = sheet.language == "zh"
    strips = tuple(
        strip
        for number, story in enumerate(sheet.stories)
        for strip in _strips(number, story, sheet.setting, chinese, rng)
    )
    return replace(sheet, strips=strips)


def _is_running(strip: Strip) -> bool:
    return strip.role == "paragraph"


def _block(strip: Strip, setting: Setting, chinese: bool) -> str:
    if strip.fixed:
        return "\n".join(strip.lines)
    if setting.line_ends == "lost" or not _is_running(strip):
        return join_lines(strip.lines, chinese)
    if setting.line_ends == "spaces":
        return " ".join(strip.lines)
    return "\n".join(((setting.indent if strip.opens else "") + strip.lines[0], *strip.lines[1:]))


def _goes_on(before: Strip, strip: Strip, setting: Setting) -> bool:
    """Whether no blank line parts two strips: running text of one column in a file that keeps its line ends."""
    return (
        setting.line_ends == "kept"
        and not setting.parted
        and _is_running(before)
        and _is_running(strip)
        and (before.story, before.column) == (strip.story, strip.column)
        and not strip.gap
    )


def lay_text(sheet: Sheet) -> Sheet:
    """The sheet with the text of its strips: blocks parted by a blank line, by three where a picture stood."""
    chinese = sheet.language == "zh"
    text = ""
    for before, strip in zip((None, *sheet.strips), sheet.strips, strict=False):
        if before is not None:
            text += "\n" if _goes_on(before, strip, sheet.setting) else "\n\n\n\n" if strip.gap else "\n\n"
        text += _block(strip, sheet.setting, chinese)
    return replace(sheet, text=text + "\n")
