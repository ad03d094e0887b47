"""What people read of lines counts them in the raw file, also where that holds several pages and one was put in between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from jianbao.content.article import FrontMatter, Source
from jianbao.content.front_fields import written
from jianbao.content.frontmatter import parse
from jianbao.content.ledger_file import Written
from jianbao.content.page_record import PageRecord
from jianbao.reading.keeping.for_review import mark_of, still_open
from jianbao.reading.keeping.page_facts import with_keys


def shifted_front(front: FrontMatter, raw_file: str, by: int) -> FrontMatter:
    """The front matter with the lines of its sources in `raw_file` so many further down."""
    return replace(
        front, source=tuple(_shifted(source, by) if source.file == raw_file else source for source in front.source)
    )


def shifted_text(text: str, raw_file: str, by: int) -> str:
    """An article's file with the same; nothing else in it changes, and nothing where it cannot be read."""
    article, _ = parse("", text)
    if article is None or not by:
        return text
    front = shifted_front(article.front, raw_file, by)
    return text if front == article.front else with_keys(text, {"source": written(front.source)})


def shifted_writings(writings: tuple[Written, ...], raw_file: str, by: int) -> tuple[Written, ...]:
    """What the machine wrote, as it would write it now."""
    return tuple(replace(one, text=shifted_text(one.text, raw_file, by)) for one in writings)


def counted_in_file(record: PageRecord, by: int) -> PageRecord:
    """The record with the lines of its doubts and corrections so many further down."""
    return replace(
        record,
        doubts=tuple(replace(doubt, line=doubt.line + by) for doubt in record.doubts),
        corrections=tuple(one._replace(line=one.line + by) for one in record.corrections),
    )


def with_marks(record: PageRecord, then: Mapping[str, str], now: Mapping[str, str]) -> PageRecord:
    """The record with doubts that stay open although the texts of people, by id, were `then` and are `now`."""
    open_doubts = still_open(record.doubts, then)
    marked = (replace(doubt, mark=mark_of(doubt.article, now)) if doubt.mark else doubt for doubt in open_doubts)
    return replace(record, doubts=tuple(marked))


def _shifted(source: Source, by: int) -> Source:
    return replace(source, lines=tuple((first + by, last + by) for first, last in source.lines))
