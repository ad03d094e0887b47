"""Wrong characters within words: doubled ones, a foreign word for a Chinese one, private-use marks, names set wide."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random

from tests.robustness.sheet import Copy, Sheet, Story

_DOUBLED = re.compile(r"(?<=[一-鿿])[在和是对将于被从](?=[一-鿿])")
_AND = re.compile(r"(?<=[一-鿿]{2})(?<![总饱温缓共祥柔随谦平])和(?![平谐睦解气善美约田])(?=[一-鿿]{2})")
_DOUBLED_WORD = re.compile(r"(?<= )(?:the|of|to|in|for|was)(?= [a-z])")


def _at_random(text: str, pattern: re.Pattern[str], rng: Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return rng.choice(found) if found else None


def _with_copy(sheet: Sheet, number: int, at: int, copy: Copy) -> Sheet:
    stories = list(sheet.stories)
    pieces = list(stories[number].copy)
    pieces[at] = copy
    stories[number] = replace(stories[number], copy=tuple(pieces))
    return replace(sheet, stories=tuple(stories))


def _paragraphs(sheet: Sheet) -> list[tuple[int, int, Copy]]:
    return [
        (number, at, copy)
        for number, story in enumerate(sheet.stories)
        for at, copy in enumerate(story.copy)
        if copy.role == "paragraph" and not copy.lines
    ]


def _slip(sheet: Sheet, rng: Random, pattern: re.Pattern[str], slip: Callable[[str], str]) -> Sheet:
    """One to three slips of one kind on the page, each in a paragraph of its own, on the page's list of corrections."""
    places = _paragraphs(sheet)
    rng.shuffle(places)
    for number, at, copy in places[: rng.randint(1, 3)]:
        found = _at_random(copy.text, pattern, rng)
        if found is None:
            continue
        wrong = slip(found[0])
        text = copy.text[: found.start()] + wrong + copy.text[found.end() :]
        around = slice(max(0, found.start() - 3), found.end() + 3)
        right = copy.text[around]
        sheet = _with_copy(sheet, number, at, replace(copy, text=text))
        sheet = replace(sheet, corrections=(*sheet.corrections, (right.replace(found[0], wrong), right)))
    return sheet


def double_character(sheet: Sheet, rng: Random) -> Sheet:
    """`在在`, `和和`; in English `the the`."""
    if sheet.language == "zh":
        return _slip(sheet, rng, _DOUBLED, lambda one: one * 2)
    return _slip(sheet, rng, _DOUBLED_WORD, lambda one: f"{one} {one}")


def put_foreign_word(sheet: Sheet, rng: Random) -> Sheet:
    """`素养 and 业务` for `素养和业务`."""
    return _slip(sheet, rng, _AND, lambda _: " and ")


def _in_bylines(sheet: Sheet, change: Callable[[Story, Copy], str]) -> Sheet:
    changed = sheet
    for number, story in enumerate(sheet.stories):
        for at, copy in enumerate(story.copy):
            text = change(story, copy)
            if text != copy.text:
                changed = _with_copy(changed, number, at, replace(copy, text=text))
    return changed


def use_private_glyph(sheet: Sheet, rng: Random) -> Sheet:
    """The square before a by-line comes as a glyph of the paper's own font."""
    glyph = chr(rng.randint(0xE000, 0xE0FF))
    return _in_bylines(
        sheet, lambda _, copy: re.sub("^[□■○]", glyph, copy.text) if copy.role == "byline" else copy.text
    )


def space_names(sheet: Sheet, rng: Random) -> Sheet:
    """Names of two characters are set as wide as those of three."""
    wide = rng.choice((" ", "\u3000"))

    def change(story: Story, copy: Copy) -> str:
        if copy.role != "byline" and "讯" not in copy.text[:4]:
            return copy.text
        return _spaced(copy.text, (author.name for author in story.truth.authors), wide)

    return _in_bylines(sheet, change)


def _spaced(text: str, names: Iterable[str], wide: str) -> str:
    head = text[:40]
    for name in names:
        if len(name) == 2:
            head = head.replace(name, name[0] + wide + name[1], 1)
    return head + text[40:]


def glue_names(sheet: Sheet, _: Random) -> Sheet:
    """The space between two names of a by-line is lost: `□本报记者 周俊英张波`."""
    return _in_bylines(sheet, _glued)


def _glued(story: Story, copy: Copy) -> str:
    text = copy.text
    if copy.role == "byline" or "讯" in text[:4]:
        for one, other in zip(story.truth.authors, story.truth.authors[1:], strict=False):
            text = text.replace(f"{one.name} {other.name}", one.name + other.name, 1)
    return text


def misread_letters(sheet: Sheet, rng: Random) -> Sheet:
    """Letters that look alike, one in four hundred: `thc`, `comer` for `corner`; the truth keeps the right ones."""
    alike = {"e": "c", "rn": "m", "h": "b", "l": "1", "cl": "d", "n": "u"}

    def slip(found: re.Match[str]) -> str:
        return alike[found[0]] if rng.random() < 0.005 else found[0]

    changed = sheet
    for number, at, copy in _paragraphs(sheet):
        text = re.sub("(?<=[a-z])(?:rn|cl|[ehln])(?=[a-z])", slip, copy.text)
        if text != copy.text:
            changed = _with_copy(changed, number, at, replace(copy, text=text))
    return changed
