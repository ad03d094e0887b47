"""Dates: known, about, unknown; and the midnight that feeds announce."""

from __future__ import annotations

import pytest

from jianbao.press.printed_date import PrintedDate, midnight, read_edtf


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2022-09-22", PrintedDate(2022, 9, 22)),
        ("2022-09", PrintedDate(2022, 9)),
        ("2022", PrintedDate(2022)),
        ("2022-09-22~", PrintedDate(2022, 9, 22, about=True)),
        ("2022-02-30", None),
        ("2022-13", None),
        ("2022-09/2022-10", None),
        ("", None),
    ],
)
def test_edtf_is_read_as_far_as_it_is_known(edtf: str, expected: PrintedDate | None) -> None:
    """A day that no calendar has is no date."""
    assert read_edtf(edtf) == expected


@pytest.mark.parametrize(
    ("day", "zone", "expected"),
    [
        ("2026-11-21", "+08:00", "2026-11-21T00:00:00+08:00"),
        ("2026-11-21", "-03:30", "2026-11-21T00:00:00-03:30"),
        ("someday", "+08:00", "1970-01-01T00:00:00+08:00"),
        ("2026-11-21", "Peking", "2026-11-21T00:00:00+00:00"),
    ],
)
def test_midnight_is_in_the_archives_own_zone(day: str, zone: str, expected: str) -> None:
    """What cannot be read still gives a valid date."""
    assert midnight(day, zone).isoformat() == expected
