"""Floors go up by themselves and down only with a reason."""

from __future__ import annotations

from tests.robustness.raise_floors import keep_best, list_worse

OLD = {"all": {"split": 0.80, "cer": 0.010}, "label": {"split": 0.70}}


def test_what_is_worse_is_listed() -> None:
    """A lower share, and a higher rate of errors."""
    now = {"all": {"split": 0.79, "cer": 0.011}, "label": {"split": 0.75}}
    assert list_worse(OLD, now) == ["all: split 0.79 is worse than 0.8", "all: cer 0.011 is worse than 0.01"]


def test_what_is_better_is_kept() -> None:
    """The better of the two, whichever way the figure goes; a new damage gets its floor."""
    new = {"all": {"split": 0.85, "cer": 0.012}, "label": {"split": 0.68}, "banner": {"split": 0.9}}
    assert keep_best(OLD, new) == {
        "all": {"split": 0.85, "cer": 0.010},
        "label": {"split": 0.70},
        "banner": {"split": 0.9},
    }
