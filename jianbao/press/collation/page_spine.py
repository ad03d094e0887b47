"""版脊, the spine of one page at full length: its articles as links, mixed columns as a braid, losses where they are.

The small spine of lists and slips (`press.spine`) shows the same from the lines alone; this one has the page's ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from jianbao.frozen import frozen
from jianbao.press.collation.rows import Row, Run

HEIGHT, WIDTH = 1000, 60
"""The spine in its own units."""
_CROSSING = 24
"""The height of one crossing of a braid."""


@frozen
class PageSpine:
    """The bands of every article, by its id, as (look, SVG path data); the furniture; the tops of the losses."""

    articles: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    furniture: str
    losses: tuple[int, ...]


class _Band(NamedTuple):
    """A rectangle of one article or of furniture, or, with an outline of its own, a ribbon of a braid."""

    article: str
    look: str
    top: int
    end: int
    ribbon: str = ""


def draw_page_spine(rows: Sequence[Row], looks: Sequence[tuple[str, str]], losses: Sequence[int]) -> PageSpine:
    """The spine of a page from its rows. `looks` are (look, article) of every owner, `losses` places in the raw text."""
    runs = [run for row in rows for run in row.runs]
    passed = [0, *accumulate(run.end - run.start for run in runs)]
    tops = {run: HEIGHT * before // passed[-1] for run, before in zip(runs, passed[:-1], strict=True)}
    ends = [*(tops[row.runs[0]] for row in rows[1:]), HEIGHT]
    bands = list(_merged(band for row, end in zip(rows, ends, strict=True) for band in _bands(row, looks, tops, end)))
    furniture = "".join(_outline(band) for band in bands if not band.article)
    at = sorted({_top(place, runs, tops) for place in losses})
    return PageSpine(tuple(_by_article(bands)), furniture, tuple(at))


def _bands(row: Row, looks: Sequence[tuple[str, str]], tops: dict[Run, int], end: int) -> Iterator[_Band]:
    if row.strands:
        yield from _braid(row, looks, tops[row.runs[0]], end)
        return
    for run, bottom in zip(row.runs, [*(tops[run] for run in row.runs[1:]), end], strict=True):
        look, article = looks[run.owner]
        yield _Band(article, look, tops[run], bottom)


def _merged(bands: Iterable[_Band]) -> Iterator[_Band]:
    """Bands of one article that follow one another are one; what is too thin to be seen goes with what is before it."""
    waiting: _Band | None = None
    for band in bands:
        if waiting is not None and not (waiting.ribbon or band.ribbon) and _is_one(waiting, band):
            waiting = waiting._replace(end=band.end)
            continue
        if waiting is not None:
            yield waiting
        waiting = band
    if waiting is not None:
        yield waiting


def _is_one(band: _Band, below: _Band) -> bool:
    return (band.article, band.look) == (below.article, below.look) or below.top == below.end


def _outline(band: _Band) -> str:
    """A hair's breadth of paper stays between two bands."""
    return band.ribbon or f"M0 {band.top}h{WIDTH}v{max(band.end - band.top - 2, 1)}H0z"


def _braid(row: Row, looks: Sequence[tuple[str, str]], top: int, end: int) -> Iterator[_Band]:
    """The columns as ribbons that change places; which article a ribbon is, its first run says."""
    count = max(row.strands.values()) + 1
    lane = WIDTH // count
    crossings = max(2, (end - top) // _CROSSING)
    height = max(1, (end - top) // crossings)
    for strand in range(count):
        article = looks[next(run for run, own in row.strands.items() if own == strand).owner][1]
        ribbon = "".join(
            _ribbon((strand + step) % count, (strand + step + 1) % count, lane, top + step * height, height)
            for step in range(crossings)
        )
        yield _Band(article, "ab"[strand % 2], top, end, ribbon)


def _ribbon(lane: int, next_lane: int, width: int, top: int, height: int) -> str:
    return f"M{lane * width} {top}h{width}l{(next_lane - lane) * width} {height}h-{width}z"


def _by_article(bands: Sequence[_Band]) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """One link an article, in the order of its first band; one path a look."""
    outlines: dict[str, dict[str, str]] = {}
    for band in bands:
        if band.article:
            own = outlines.setdefault(band.article, {})
            own[band.look] = own.get(band.look, "") + _outline(band)
    for article, own in outlines.items():
        yield article, tuple(own.items())


def _top(at: int, runs: Sequence[Run], tops: dict[Run, int]) -> int:
    """How far down a place of the raw text stands."""
    before = [run for run in runs if run.start <= at]
    if not before:
        return 0
    last = max(before, key=lambda run: run.start)
    return tops[last] + (HEIGHT * (min(at, last.end) - last.start)) // (sum(run.end - run.start for run in runs) or 1)
