"""The Chinese lunar calendar: lunar days as solar ones, and festivals with a fixed lunar day (`lunar-python` reckons)."""

from __future__ import annotations

from functools import lru_cache

FESTIVALS = {
    "元宵节": (1, 15), "元宵": (1, 15), "端午节": (5, 5), "端午": (5, 5), "七夕节": (7, 7), "七夕": (7, 7), "中元节": (7, 15),
    "中秋节": (8, 15), "中秋": (8, 15), "重阳节": (9, 9), "重阳": (9, 9), "腊八节": (12, 8), "腊八": (12, 8), "除夕": (12, 30),
}  # fmt: skip
"""Lunar month and day; the last evening of the year is the 30th, or the 29th of a short month."""

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


@lru_cache(maxsize=1024)
def solar_day(year: int, month: int, day: int, *, leap: bool = False) -> str:
    """The ISO day of a lunar one; `year` is the solar year in which the lunar year begins. Empty if there is none.

    The 30th of a short twelfth month is its 29th: so the last day of the year is called.
    """
    from lunar_python import Lunar  # seldom needed

    for last in (day, 29) if (month, day) == (12, 30) else (day,):
        try:
            return str(Lunar.fromYmd(year, -month if leap else month, last).getSolar().toYmd())
        except Exception:  # noqa: BLE001, S112 - the library raises a bare Exception for a day that is none
            continue
    return ""


def is_year_named(year: int, stem_and_branch: str) -> bool:
    """Whether the lunar year that begins in `year` has that name in the cycle of sixty (2022 is 壬寅)."""
    return _STEMS[(year - 4) % 10] + _BRANCHES[(year - 4) % 12] == stem_and_branch
