"""What people did in a page's folder since the last run: articles split off or typed get an id, deleted ones stay away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from jianbao.content.page_record import PageRecord
from jianbao.frozen import frozen
from jianbao.reading.keeping.shelf import BROKEN, NO_ID, NOTE, ArticleFile


@frozen
class Tended:
    """The page's record as it is now, and the ids of the files that had none, by their paths."""

    record: PageRecord
    numbered: dict[str, str]


def tend(record: PageRecord, files: Sequence[ArticleFile], everywhere: frozenset[str]) -> Tended:
    """The record with the ids of new files in it and without those of deleted ones.

    `files` are those of the page's folder, in order; `everywhere` holds the ids of all files in content/, for an article
    may have been moved. While a file cannot be read nothing counts as deleted: it may be that one.
    """
    number = record.numbered
    numbered: dict[str, str] = {}
    order = list(record.articles)
    previous = ""
    for file in files:
        article_id = file.id
        if article_id == NO_ID:
            number += 1
            article_id = numbered[file.path] = f"{record.id}/{number:02}"
        if article_id in (BROKEN, NOTE):
            continue
        if article_id not in order and article_id.startswith(record.id + "/"):
            order.insert(
                order.index(previous) + 1 if previous in order else 0 if not previous else len(order), article_id
            )
        previous = article_id
    there = everywhere | set(numbered.values())
    if not any(file.id == BROKEN for file in files):
        gone = {article_id for article_id in order if article_id not in there}
        order = [article_id for article_id in order if article_id not in gone]
        deleted = tuple(sorted((set(record.deleted) | gone) - there))
    else:
        deleted = record.deleted
    highest = max([number, *(int(one.partition("/")[2]) for one in order if one.startswith(record.id + "/"))])
    return Tended(replace(record, articles=tuple(order), deleted=deleted, numbered=highest), numbered)


def with_id(text: str, article_id: str) -> str:
    """The file with one line more, the one that says its id; nothing else in it changes."""
    opening = re.match(r"(\ufeff?\s*---[ \t]*)(\r\n|\n|\r)", text)
    assert opening is not None, "a file without front matter is a note"
    return f"{opening[0]}id: {article_id}{opening[2]}{text[opening.end() :]}"
