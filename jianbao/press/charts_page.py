"""/charts/: the archive seen from afar. A page of its own, from so many dated newspaper pages on that there is something to see."""

from __future__ import annotations

from collections.abc import Iterator

from jianbao.press.charts.districts import draw_districts
from jianbao.press.charts.over_time import draw_over_time
from jianbao.press.charts.people import draw_people
from jianbao.press.charts.tally import take_tally
from jianbao.press.charts.topics import draw_topics
from jianbao.press.edition import Edition
from jianbao.press.sheet import Sheet

PATH = "charts/"


def charts_sheets(edition: Edition) -> Iterator[Sheet]:
    """The page of the charts, where the site has one."""
    if not edition.site.has(PATH):
        return
    tally = take_tally(edition)
    view = {
        "over_time": draw_over_time(tally),
        "topics": draw_topics(edition, tally),
        "districts": draw_districts(edition, tally),
        "people": draw_people(edition, tally),
    }
    yield edition.page("charts.html", PATH, view)
