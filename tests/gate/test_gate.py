"""The gate: how well our own seeds are read, against gold, with floors that cannot be lowered quietly.

`python -m tests.gate.raise_floors` writes better figures into floors.json, and refuses worse ones.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from jianbao.reading.ledger import imbalances
from jianbao.reading.page import Facts, RawPage, ReadPage
from jianbao.reading.read import read_page
from tests.gate.measure import BEST_AT_ZERO, as_read, count, figures, load

HERE = Path(__file__).parent
GOLD = HERE / "gold"
SEEDS = HERE.parent.parent / "seeds"
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
PAGES = sorted(path.name for path in GOLD.iterdir() if path.is_dir())


@cache
def read(stem: str) -> ReadPage:
    """A seed as read, with nothing told about it."""
    raw = (SEEDS / f"{stem}.txt").read_bytes().decode("utf-8")
    return read_page(RawPage(f"{stem}.txt", raw), Facts())


@cache
def measured() -> dict[str, float]:
    """The figures of all gold pages together."""
    counts: Counter[str] = Counter()
    for stem in PAGES:
        run = as_read(read(stem))
        record = yaml.safe_load((GOLD / stem / "page.yaml").read_text(encoding="utf-8"))
        furniture = "".join(str(piece["text"]) for piece in record["furniture"])
        counts.update(count(load(GOLD / stem), run, furniture))
    return figures(counts)


def digest_of_gold() -> str:
    """The digest of the gold: whoever changes the gold changes the gate, and is seen to."""
    files = sorted(path for path in GOLD.rglob("*") if path.suffix in (".md", ".yaml"))
    parts = [path.relative_to(GOLD).as_posix().encode() + path.read_bytes().replace(b"\r\n", b"\n") for path in files]
    return hashlib.sha256(b"".join(parts)).hexdigest()


def test_the_gold_is_the_one_that_was_measured() -> None:
    """The floors are for this gold and no other."""
    assert digest_of_gold() == FLOORS["gold"]


@pytest.mark.parametrize("name", list(FLOORS["figures"]))
def test_floor(name: str) -> None:
    """No figure is worse than its floor."""
    figure, floor = measured()[name], FLOORS["figures"][name]
    assert figure <= floor if name in BEST_AT_ZERO else figure >= floor


@pytest.mark.parametrize("stem", sorted(path.stem for path in SEEDS.glob("*.txt")))
def test_every_seed_balances(stem: str) -> None:
    """No character of a seed is lost, taken twice or invented."""
    assert imbalances(read(stem)) == ()
