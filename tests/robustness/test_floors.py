"""How well damaged pages are read, damage by damage, with floors that cannot be lowered quietly.

`python -m tests.robustness.raise_floors` writes better floors into floors.json, and refuses worse ones without a reason.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

import pytest

from tests.robustness.clean_articles import own_articles
from tests.robustness.measure import sheets
from tests.robustness.scores import AT_ZERO, COLUMNS, Scored, by_damage, counts_of, read

HERE = Path(__file__).parent
STORED = json.loads((HERE / "floors.json").read_text(encoding="utf-8")) if (HERE / "floors.json").exists() else {}
SEED = "floors"
PAGES = {"zh": 300, "en": 150}
QUICK = {"zh": 30, "en": 15}
BY_DAMAGE = ("split", "title", "paragraphs", "cer")
LEAST = 12
"""A damage that befell fewer pages has no floor of its own."""
SLACK = {**dict.fromkeys(COLUMNS, 0.02), "order": 0.04, "losses": 0.04, "cer": 0.005, "lost": 0.002, "extra": 0.002}
"""How far below its figure a floor stands: one article more or less is that much. Few articles have losses or an order
to repair; and an article that is found at last, with a mistake in it, makes `cer` worse and the reading better."""


@cache
def measured(language: str, pages: int = 0) -> dict[str, dict[str, float]]:
    """The figures by damage, of `pages` pages or of as many as the floors are for."""
    composed = sheets(own_articles(language), SEED, pages or PAGES[language])
    return by_damage(Scored(sheet, counts_of(sheet, read(sheet))) for sheet in composed)


def floors_of(rows: dict[str, dict[str, float]], *, slack: bool = True) -> dict[str, dict[str, float]]:
    """The figures that have floors, with their slack: all of them for all pages, four for each damage."""
    out: dict[str, dict[str, float]] = {}
    for damage, row in rows.items():
        names = COLUMNS if damage == "all" else BY_DAMAGE
        if row["pages"] >= LEAST:
            off = {name: (SLACK[name] if name in AT_ZERO else -SLACK[name]) * slack for name in names}
            out[damage] = {name: round(max(0.0, row[name] + off[name]), 4) for name in names}
    return out


@cache
def digest_of_pages() -> str:
    """The digest of the first pages: other articles or another generator are another measure."""
    pages = (sheet for language in QUICK for sheet in sheets(own_articles(language), SEED, QUICK[language]))
    return hashlib.sha256(b"\0".join(sheet.data for sheet in pages)).hexdigest()


def _below(rows: dict[str, dict[str, float]], floors: dict[str, dict[str, float]], spare: float = 0) -> list[str]:
    return [
        f"{damage}: {name} is {rows[damage][name]}, the floor is {floor}"
        for damage, of_damage in floors.items()
        for name, floor in of_damage.items()
        if damage in rows
        if (rows[damage][name] > floor + spare if name in AT_ZERO else rows[damage][name] < floor - spare)
    ]


def test_the_pages_are_those_that_were_measured() -> None:
    """The floors are for these pages and no others."""
    assert digest_of_pages() == STORED["digest"]


@pytest.mark.parametrize("language", list(QUICK))
def test_a_few_pages_are_read_well(language: str) -> None:
    """On every run: the first pages of the floors' own, which may lie five hundredths off what all of them give."""
    rows = {"all": measured(language, QUICK[language])["all"]}
    floors = {name: floor for name, floor in STORED["floors"][language]["all"].items() if name in BY_DAMAGE}
    assert _below(rows, {"all": floors}, 0.05) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", list(PAGES))
def test_no_damage_is_read_worse(language: str) -> None:
    """No figure of any damage is worse than its floor."""
    assert _below(measured(language), STORED["floors"][language]) == []
