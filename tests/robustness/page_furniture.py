"""What stands around the articles of a page and belongs to none of them: heads, banners, labels, imprint, jump lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.robustness.sheet import Furniture, Paper, Sheet, Strip

HEADS = ("kicker", "title", "subtitle")


@cache
def pieces(language: str) -> dict[str, Any]:
    """The lists of furniture.yaml for a language."""
    text = (Path(__file__).parent / "furniture.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text)[language])


def paper_of(language: str, rng: Random) -> Paper:
    """A paper and a day for a page."""
    year, month, day = rng.randint(2005, 2024), rng.randint(1, 12), rng.randint(1, 28)
    if language == "zh":
        return Paper(
            rng.choice(pieces("zh")["papers"]), f"{year}年{month}月{day}日 星期三", f"{year}-{month:02}-{day:02}"
        )
    year -= 120
    name = "January February March April May June July August September October November December".split()[month - 1]
    return Paper(rng.choice(pieces("en")["papers"]), f"{name} {day}, {year}", f"{year}-{month:02}-{day:02}")


def _filled(template: str, sheet: Sheet, rng: Random) -> str:
    return template.format(
        paper=sheet.paper.name, day=sheet.paper.day, page=rng.randint(2, 8), number=rng.randint(900, 9000),
        postcode=rng.randint(450000, 479999), phone=f"{rng.randint(370, 399):04}-{rng.randint(2000000, 8999999)}",
    )  # fmt: skip


def _one(sheet: Sheet, key: str, rng: Random) -> str:
    choices: Sequence[str] = pieces(sheet.language)[key]
    return _filled(rng.choice(choices), sheet, rng) if choices else ""


def _inserted(sheet: Sheet, at: int, kind: str, *texts: str) -> Sheet:
    strips = list(sheet.strips)
    strips[at:at] = [Strip(kind, (text,)) for text in texts]
    return replace(sheet, strips=tuple(strips)).with_furniture(*(Furniture(kind, text) for text in texts))


def starts(sheet: Sheet) -> list[int]:
    """The places where an article begins, in the order of the strips, where all of it stands together."""
    places = []
    for number in range(len(sheet.stories)):
        own = [at for at, strip in enumerate(sheet.strips) if strip.story == number]
        if own and own[-1] - own[0] + 1 == len(own):
            places.append(own[0])
    return places


def add_running_head(sheet: Sheet, rng: Random) -> Sheet:
    """The paper's name, the day and the page number at the top."""
    return _inserted(sheet, 0, "running-head", _one(sheet, "running_heads", rng))


def add_banner(sheet: Sheet, rng: Random) -> Sheet:
    """A slogan over the whole page."""
    text = _one(sheet, "banners", rng)
    return _inserted(sheet, 0, "banner", text) if text else sheet


def add_colophon(sheet: Sheet, rng: Random) -> Sheet:
    """The imprint at the foot of the page."""
    return _inserted(sheet, len(sheet.strips), "colophon", _one(sheet, "colophons", rng))


def add_glyphs(sheet: Sheet, rng: Random) -> Sheet:
    """Stray glyphs between the articles or at the page's edges."""
    for _ in range(rng.randint(1, 3)):
        sheet = _inserted(
            sheet, rng.choice([*starts(sheet), 0, len(sheet.strips)]), "noise", _one(sheet, "glyphs", rng)
        )
    return sheet


def add_label(sheet: Sheet, rng: Random) -> Sheet:
    """A standing label over an article."""
    places = [at for at in starts(sheet) if sheet.strips[at].role in HEADS]
    if not places:
        return sheet
    at = rng.choice(places)
    number, label = sheet.strips[at].story, _one(sheet, "labels", rng)
    truth = sheet.stories[number].truth
    if truth.section:
        return sheet
    return _inserted(sheet, at, "section", label).with_truth(number, replace(truth, section=label))


def displace_label(sheet: Sheet, rng: Random) -> Sheet:
    """A standing label that the file has at the end of the page, over no article."""
    return _inserted(sheet, len(sheet.strips), "section", _one(sheet, "labels", rng))


def print_sections(sheet: Sheet, _: Random) -> Sheet:
    """The labels that articles have of themselves, printed over them; no damage."""
    for number, story in enumerate(sheet.stories):
        if story.truth.section:
            at = next(at for at, strip in enumerate(sheet.strips) if strip.story == number)
            sheet = _inserted(sheet, at, "section", story.truth.section)
    return sheet


def add_jump_on(sheet: Sheet, rng: Random) -> Sheet:
    """`下转第4版` after an article: it goes on on another page."""
    number = rng.randrange(len(sheet.stories))
    own = [at for at, strip in enumerate(sheet.strips) if strip.story == number]
    return _inserted(sheet, own[-1] + 1, "jump", _one(sheet, "jumps_on", rng))


def add_jump_from(sheet: Sheet, rng: Random) -> Sheet:
    """`上接第一版` between the headline of an article and its text."""
    places = [
        at + 1
        for at, (strip, after) in enumerate(zip(sheet.strips, sheet.strips[1:], strict=False))
        if strip.role in ("title", "subtitle") and after.role == "paragraph"
    ]
    return _inserted(sheet, rng.choice(places), "jump", _one(sheet, "jumps_from", rng)) if places else sheet


def add_advertisement(sheet: Sheet, rng: Random) -> Sheet:
    """A small advertisement between two articles or at the end."""
    places = [at for at in starts(sheet) if at] + [len(sheet.strips)]
    lines = [_filled(line, sheet, rng) for line in rng.choice(pieces(sheet.language)["advertisements"])]
    return _inserted(sheet, rng.choice(places), "advertisement", *lines)


def repeat_block(sheet: Sheet, rng: Random) -> Sheet:
    """A block that the text layer has twice."""
    places = [
        at
        for at, s in enumerate(sheet.strips)
        if s.role == "paragraph" and s.opens and not s.fixed and len(s.lines) > 3
    ]
    if not places:
        return sheet
    at = rng.choice(places)
    strip = sheet.strips[at]
    text = "".join(strip.lines)
    strips = (*sheet.strips[: at + 1], replace(strip, opens=True), *sheet.strips[at + 1 :])
    return replace(sheet, strips=strips).with_furniture(Furniture("duplicate", text))


def interrupt_article(sheet: Sheet, rng: Random) -> Sheet:
    """A running head or an imprint stands in the middle of a paragraph, where a column ended."""
    strips = sheet.strips
    cuts = [at for at, strip in enumerate(strips) if at and strip.role == "paragraph" and not strip.opens]
    cuts = [at for at in cuts if strips[at - 1].story == strips[at].story]
    if not cuts:
        return sheet
    kind, key = rng.choice((("running-head", "running_heads"), ("colophon", "colophons")))
    return _inserted(sheet, rng.choice(cuts), kind, _one(sheet, key, rng))
