"""What people do to an article's file shows on the site as they meant it, or is told."""

from __future__ import annotations

import pytest

from jianbao.content.article_file import read_article
from jianbao.problems import Weight


@pytest.mark.parametrize(
    ("dates", "day", "line", "paste"),
    [
        ("issued: '2022-09-24'\ndate: '2022-09-23'", "2022-09-24", 4, "date: '2022-09-24'"),
        ("issued: '2022-09'\ndate: '2022-09-23'", "", 4, ""),
        ("issued: '2022-09-24'", "2022-09-24", None, None),
        ("issued: '2022-09-23'\ndate: '2022-09-23'", "2022-09-23", None, None),
        ("date: '2022-09-23'", "2022-09-23", None, None),
    ],
)
def test_an_article_has_one_day(dates, day, line, paste):
    """That of `issued`, which people correct; a `date` that says another one is told."""
    read = read_article("a/01.md", f"---\ntitle: 甲\n{dates}\n---\n\n正文。\n".encode())
    assert read.article is not None
    assert read.article.front.date == day
    assert [(one.line, one.paste) for one in read.problems] == ([(line, paste)] if line else [])
    assert all(one.weight is Weight.WARNING for one in read.problems)


@pytest.mark.parametrize(
    ("text", "unread"),
    [("", True), ("\n \n", True), ("问过王老师。\n", False), ("title: 甲\n---\n", True), ("---\n---\n", False)],
    ids=["empty", "blank", "note", "fence lost", "no facts"],
)
def test_a_file_without_article_is_a_note_or_unread(text, unread):
    """An address waits for what cannot be read; for a note there is none."""
    assert read_article("a/01.md", text.encode()).unread is unread
