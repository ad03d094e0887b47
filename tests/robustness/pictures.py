"""Pictures: the empty block at their place, captions and photo stories inside other text, credits apart from captions."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.robustness.sheet import Sheet, Strip


def leave_gaps(sheet: Sheet, _: Random) -> Sheet:
    """An empty block before captions and photo stories, where the picture stood; no damage."""
    strips = list(sheet.strips)
    seen: set[int] = set()
    for at, strip in enumerate(strips):
        photo = strip.story >= 0 and sheet.stories[strip.story].truth.kind == "photo" and strip.story not in seen
        if at and (photo or strip.role == "caption"):
            strips[at] = replace(strip, gap=True)
        seen.add(strip.story)
    return replace(sheet, strips=tuple(strips))


def lose_gaps(sheet: Sheet, _: Random) -> Sheet:
    """The file shows no place where a picture stood."""
    strips = tuple(replace(strip, gap=False) for strip in sheet.strips)
    return sheet if strips == sheet.strips else replace(sheet, strips=strips)


def _cuts(sheet: Sheet, story: int | None = None) -> list[int]:
    """Places inside paragraphs, at the ends of columns."""
    return [
        at
        for at, strip in enumerate(sheet.strips)
        if at and strip.role == "paragraph" and not strip.opens and story in (None, strip.story)
        if sheet.strips[at - 1].story == strip.story
    ]


def put_caption_inside(sheet: Sheet, rng: Random) -> Sheet:
    """A caption stands in the middle of a paragraph of its article, where a column ended."""
    for at, strip in enumerate(sheet.strips):
        cuts = [cut for cut in _cuts(sheet, strip.story) if cut < at] if strip.role == "caption" else []
        if cuts:
            return _moved(sheet, at, at + 1, rng.choice(cuts))
    return sheet


def put_photo_inside(sheet: Sheet, rng: Random) -> Sheet:
    """A photo story stands in the middle of another article, where a column ended."""
    for number, story in enumerate(sheet.stories):
        own = [at for at, strip in enumerate(sheet.strips) if strip.story == number]
        cuts = [cut for cut in _cuts(sheet) if abs(sheet.strips[cut].story - number) == 1]
        if story.truth.kind == "photo" and own[-1] - own[0] + 1 == len(own) and cuts:
            return _moved(sheet, own[0], own[-1] + 1, rng.choice(cuts))
    return sheet


def _moved(sheet: Sheet, start: int, end: int, to: int) -> Sheet:
    strips: list[Strip | None] = list(sheet.strips)
    moved = strips[start:end]
    strips[start:end] = [None] * (end - start)
    strips[to:to] = moved
    return replace(sheet, strips=tuple(strip for strip in strips if strip is not None))


def part_credit(sheet: Sheet, rng: Random) -> Sheet:
    """The photographer's name stands as a block of its own after the caption."""
    for at, strip in enumerate(sheet.strips):
        text = strip.lines[0]
        if strip.role == "caption" and len(strip.lines) == 1 and text.endswith(" 摄"):
            caption, name, _ = text.rsplit(" ", 2)
            parted = (replace(strip, lines=(caption,)), replace(strip, role="credit", lines=(f"{name} 摄",), gap=False))
            return replace(sheet, strips=(*sheet.strips[:at], *parted, *sheet.strips[at + 1 :]))
    return sheet
