"""The review list of a page: doubts of the reading, and what people must settle between their text and a new reading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from jianbao.content.ledger_file import raw_lines
from jianbao.content.page_record import PageDoubt
from jianbao.reading.page import ReadPage

_SHOWN = 300
"""So many characters of a reading are shown on the list."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """What a new reading has of an article where people had changed it; `place` is where the article begins on the page."""

    id: str
    place: int
    readings: tuple[str, ...]


def list_for_review(page: ReadPage, disputes: Sequence[Dispute], not_found: Sequence[str]) -> Iterator[PageDoubt]:
    """The doubts with their raw lines: the reader's own, the disputes, and edited articles that it found no more."""
    ends = tuple(accumulate(map(len, raw_lines(page.raw.text))))
    for doubt in page.doubts:
        yield PageDoubt(_line_of(doubt.span[0], ends), doubt.zh, doubt.en)
    for dispute in disputes:
        for reading in dispute.readings:
            shown = reading if len(reading) <= _SHOWN else reading[:_SHOWN] + "…"
            yield PageDoubt(
                _line_of(dispute.place, ends),
                f"{dispute.id}：人改过的地方，重读的结果不同，保留了人的文字。重读为：{shown}",
                f"{dispute.id}: a place that people changed reads otherwise now; their text stays. It reads: {shown}",
            )
    for article_id in not_found:
        yield PageDoubt(
            1,
            f"{article_id}：重读时没有再找到这一篇，文件保留",
            f"{article_id}: the new reading has no such article; its file stays",
        )


def _line_of(place: int, ends: Sequence[int]) -> int:
    """The line, from 1, in which a code point stands; `ends` are the ends of the lines."""
    return min(bisect_right(ends, place) + 1, max(1, len(ends)))
