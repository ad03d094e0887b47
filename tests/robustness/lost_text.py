"""Text that the raw file has lost: the lines at the end of a column, a whole block, a headline."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.robustness.clean_articles import Block
from tests.robustness.sheet import Sheet, Story, Strip
from tests.robustness.typesetting import join_lines

LOSS = "[…]"
_STOPS = "。！？…”’』」）.!?\"'"


def _without(sheet: Sheet, at: int, kept: tuple[str, ...]) -> Sheet:
    strips = list(sheet.strips)
    strips[at : at + 1] = [replace(strips[at], lines=kept)] if kept else []
    return replace(sheet, strips=tuple(strips))


def _marked(paragraph: str, lost: str) -> str | None:
    """The paragraph with a mark for the lost text; None where a reader could not know that something is lost."""
    at = paragraph.find(lost)
    if at < 0 or paragraph.count(lost) != 1 or len(lost) < 4:
        return None
    before, after = paragraph[:at], paragraph[at + len(lost) :]
    if not before and not after:
        return None
    breaks_off = bool(before) and before.rstrip()[-1] not in _STOPS
    begins_amid = bool(after) and not before and lost.rstrip()[-1] not in _STOPS
    return before.rstrip() + LOSS + after.lstrip() if breaks_off or begins_amid else None


def _lose(sheet: Sheet, at: int, kept: tuple[str, ...]) -> Sheet:
    strip = sheet.strips[at]
    truth = sheet.stories[strip.story].truth
    lost = join_lines(strip.lines[len(kept) :], sheet.language == "zh")
    marked = _marked(truth.body[strip.block].text, lost)
    if marked is None:
        return sheet
    body = list(truth.body)
    body[strip.block] = Block(marked)
    return _without(sheet.with_truth(strip.story, replace(truth, body=tuple(body))), at, kept)


def _running(sheet: Sheet) -> list[int]:
    return [at for at, strip in enumerate(sheet.strips) if strip.role == "paragraph" and not strip.fixed]


def lose_lines(sheet: Sheet, rng: Random) -> Sheet:
    """The last one to three lines of a paragraph, or of its part at a column's end, are not in the file."""
    places = [at for at in _running(sheet) if len(sheet.strips[at].lines) > 3]
    if not places:
        return sheet
    at = rng.choice(places)
    lines = sheet.strips[at].lines
    return _lose(sheet, at, lines[: -rng.randint(1, min(3, len(lines) - 2))])


def lose_block(sheet: Sheet, rng: Random) -> Sheet:
    """A whole block of a paragraph that was cut at a column's end is not in the file."""
    strips = sheet.strips
    places = [at for at in _running(sheet) if at + 1 < len(strips) and _is_cut(strips, at)]
    return _lose(sheet, rng.choice(places), ()) if places else sheet


def _is_cut(strips: tuple[Strip, ...], at: int) -> bool:
    return not strips[at].opens or not strips[at + 1].opens


def lose_headline(sheet: Sheet, rng: Random) -> Sheet:
    """A news item without the lines above its opening."""
    places = [number for number, story in enumerate(sheet.stories) if number and _opens_as_news(story)]
    if not places:
        return sheet
    number = rng.choice(places)
    strips = tuple(s for s in sheet.strips if s.story != number or s.role not in ("kicker", "title", "subtitle"))
    truth = replace(sheet.stories[number].truth, title="", kicker=(), subtitle=())
    return replace(sheet, strips=strips).with_truth(number, truth)


def _opens_as_news(story: Story) -> bool:
    first = next((copy.text for copy in story.copy if copy.role == "paragraph"), "")
    return bool(story.truth.title) and not story.truth.section and first.startswith("本报讯")
