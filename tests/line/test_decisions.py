"""What the ledgers say of decisions can be read by a person: a margin is a figure on the scale of the weights."""

from __future__ import annotations

import json

from tests.line.keeper import Keeper


def test_margin_of_every_decision_is_on_the_scale_of_the_weights(built: Keeper) -> None:
    """No margin is below nothing or beyond any weight, as a stand-in for “no runner-up” would be."""
    ledgers = sorted(built.content.rglob("ledger.jsonl"))
    lines = [json.loads(line) for ledger in ledgers for line in ledger.read_text(encoding="utf-8").splitlines()]
    margins = [line["margin"] for line in lines if "decision" in line]
    assert len(margins) > 100
    assert [margin for margin in margins if not 0 <= margin < 1000] == []
