"""Folding gives one form to all spellings of the same words, the same in every program that folds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.text.folding import fold, folding_table

CASES = json.loads(Path(__file__).with_name("folding_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_cases_shared_with_the_browser(case: dict[str, str]) -> None:
    """Each rule has a case, which the script of the search page is held to as well."""
    assert fold(case["input"]) == case["folded"]


@given(st.text() | st.text(alphabet="中國年 \n　Aé2“」,_̇Σ"))
def test_folding_again_changes_nothing(text: str) -> None:
    """So that a text that is folded already may be folded once more, and a query copied from a result finds it."""
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="中國2“」,"), st.text(alphabet="中國2“」,"))
def test_a_part_is_folded_like_the_whole(left: str, right: str) -> None:
    """Where no white space is about, what stands before and after changes nothing: a string of a text is found in it."""
    assert fold(left) + fold(right) == fold(left + right)


def test_table_for_the_browser() -> None:
    """Two strings of one length, small enough to be loaded before the first search."""
    table = folding_table()
    old, new = json.loads(table)
    assert len(old) == len(new)
    assert dict(zip(old, new, strict=True))["國"] == "国"
    assert len(table.encode("utf-8")) <= 15_000
