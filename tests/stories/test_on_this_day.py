"""On this day: what the paper printed on the same day of other years."""

from __future__ import annotations

from jianbao.archive.stories.on_this_day import find_on_this_day
from tests.stories.reports import archive, report

HERE = report("AAAAAAA/01", printed="2022-09-23")


def test_the_same_day_of_other_years_newest_first() -> None:
    """Not the same year, not another day, not a month of which the day is unknown."""
    found = find_on_this_day(
        archive(
            HERE,
            report("BBBBBBB/01", printed="2019-09-23"),
            report("CCCCCCC/01", printed="2024-09-23"),
            report("DDDDDDD/01", printed="2022-09-23"),
            report("EEEEEEE/01", printed="2021-09-24"),
            report("FFFFFFF/01", printed="2021-09"),
            report("GGGGGGG/01"),
        )
    )
    assert found["AAAAAAA/01"] == ("CCCCCCC/01", "BBBBBBB/01")
    assert found["BBBBBBB/01"] == ("CCCCCCC/01", "AAAAAAA/01", "DDDDDDD/01")
    assert not {"EEEEEEE/01", "FFFFFFF/01", "GGGGGGG/01"} & found.keys()


def test_five_at_most_of_the_same_paper_or_city_first() -> None:
    """Papers of other cities fill what is left."""
    here = [report(f"PAGE{year}/01", printed=f"{year}-09-23") for year in (2010, 2012, 2014)]
    sister = report("PAGE2013/02", printed="2013-09-23", newspaper="柳城晚报")
    away = [
        report(f"AWAY{year}/01", printed=f"{year}-09-23", newspaper="松原日报", home="松原市/河西区")
        for year in range(2015, 2022)
    ]
    found = find_on_this_day(archive(HERE, *away, *here, sister))
    assert found["AAAAAAA/01"] == ("PAGE2014/01", "PAGE2013/02", "PAGE2012/01", "PAGE2010/01", "AWAY2021/01")


def test_advertisements_are_not_looked_back_to() -> None:
    """Nor are notices and listings."""
    found = find_on_this_day(archive(HERE, report("BBBBBBB/01", printed="2019-09-23", kind="advertisement")))
    assert "AAAAAAA/01" not in found
    assert found["BBBBBBB/01"] == ("AAAAAAA/01",)
