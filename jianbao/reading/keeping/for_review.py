"""The review list of a page: doubts of the reading, and what people must settle between their text and a new reading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from jianbao.content.ledger_file import digest_of, raw_lines
from jianbao.content.page_record import PageDoubt
from jianbao.frozen import frozen
from jianbao.problems import Words
from jianbao.reading.page import ReadPage

_SHOWN = 300
"""So many characters of a reading are shown on the list."""


@frozen
class Dispute:
    """What a reading has of an article where people had changed it; `place` is where the article begins on the page.

    `mark` is that of the person's text (`mark_of`). `gone`: people had deleted the article, or merged it into another.
    """

    id: str
    place: int
    readings: tuple[str, ...]
    mark: str
    gone: bool = False


def mark_of(article_id: str, texts: Mapping[str, str]) -> str:
    """What tells whether people have changed an article since; for one that is gone, any article of its page.

    `texts` are the files of the page by id.
    """
    if article_id in texts:
        return digest_of(texts[article_id])
    return digest_of("".join(digest_of(texts[one]) for one in sorted(texts)))


def still_open(doubts: Iterable[PageDoubt], texts: Mapping[str, str]) -> tuple[PageDoubt, ...]:
    """The doubts without those that people have settled by changing the text."""
    return tuple(doubt for doubt in doubts if not doubt.mark or doubt.mark == mark_of(doubt.article, texts))


def list_for_review(
    page: ReadPage, ids: Sequence[str], disputes: Sequence[Dispute], not_found: Sequence[str]
) -> Iterator[PageDoubt]:
    """The doubts with their raw lines: the reader's own, the disputes, and edited articles that it found no more.

    `ids` are those of the articles of the page as read, in their order.
    """
    ends = tuple(accumulate(map(len, raw_lines(page.raw.text))))
    for doubt in page.doubts:
        article = ids[doubt.article] if doubt.article >= 0 else ""
        yield PageDoubt(_line_of(doubt.span[0], ends), doubt.zh, doubt.en, article, doubt=doubt.doubt)
    for dispute in disputes:
        for reading in dispute.readings:
            words = _gone_words(dispute.id, _shown(reading)) if dispute.gone else _words(dispute.id, _shown(reading))
            yield PageDoubt(_line_of(dispute.place, ends), *words, dispute.id, reading, dispute.mark)
    for article_id in not_found:
        yield PageDoubt(
            1,
            f"{article_id}：重读时没有再找到这一篇，文件保留",
            f"{article_id}: the new reading has no such article; its file stays",
        )


def _words(article_id: str, reading: str) -> Words:
    return Words(
        f"{article_id}：人改过的地方，重读的结果不同，保留了人的文字。重读为：{reading}",
        f"{article_id}: a place that people changed reads otherwise now; their text stays. It reads: {reading}",
    )


def _gone_words(article_id: str, reading: str) -> Words:
    return Words(
        f"{article_id}：这一篇已删或并入别篇，它的原文后来变了，请看别篇要不要改。重读为：{reading}",
        f"{article_id}: it was deleted or merged, and its text on the page has changed since. It reads: {reading}",
    )


def _shown(reading: str) -> str:
    return reading if len(reading) <= _SHOWN else reading[:_SHOWN] + "…"


def _line_of(place: int, ends: Sequence[int]) -> int:
    """The line, from 1, in which a code point stands; `ends` are the ends of the lines."""
    return min(bisect_right(ends, place) + 1, max(1, len(ends)))
