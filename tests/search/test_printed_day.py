"""The day by which results are ordered: the earliest that is possible."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from jianbao.search.printed_day import day_number


@pytest.mark.parametrize(
    ("edtf", "earliest"),
    [
        ("2022-09-23", (2022, 9, 23)),
        ("2022-09-23?", (2022, 9, 23)),
        ("2022-09", (2022, 9, 1)),
        ("2022", (2022, 1, 1)),
        ("202X", (2020, 1, 1)),
        ("20XX", (2000, 1, 1)),
        ("2022-XX-XX", (2022, 1, 1)),
        ("2022-09-XX", (2022, 9, 1)),
        ("2022-22", (2022, 6, 1)),
        ("2022-09/2022-10", (2022, 9, 1)),
        ("1800-01-01", (1800, 1, 1)),
    ],
)
def test_earliest_day(edtf: str, earliest: tuple[int, int, int]) -> None:
    """1800-01-01 is the first."""
    assert date(1799, 12, 31) + timedelta(day_number(edtf)) == date(*earliest)


@pytest.mark.parametrize("edtf", ["", "../2022", "1799-12-31", "nd"])
def test_no_day(edtf: str) -> None:
    """Unknown is 0."""
    assert day_number(edtf) == 0
