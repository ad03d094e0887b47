"""What people do to an article's file shows on the site as they meant it, or is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.content.article import FrontMatter
from jianbao.content.article_file import read_article, read_neat
from jianbao.content.front_text import article_text
from jianbao.content.raw_body import cut_raw
from jianbao.problems import Weight
from tests.content.test_frontmatter import articles

HOME = Path(__file__).parents[2]
SLIPS = [
    "",
    "---\n",
    "\n---\n",
    "\n--- \n",
    "\r\n",
    "\n",
    " ",
    "\ufeff",
    "\x00",
    "title: 乙\n",
    "- ",
    ":",
    "“",
    "\u2028",
    "date: '2022-09-22'\n",
]


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


def is_read_alike(data: bytes) -> bool:
    """Whether a neat file says what it says read the long way, of which nothing is told; or is not taken for a neat one."""
    cut = cut_raw(data)
    neat = cut and read_neat("a/01.md", cut)
    read = read_article("a/01.md", data)
    return neat is None or (neat == read.article and not read.problems)


@given(articles, st.sampled_from(["", "正文。", "\n\n一。\n\n---\n\n二。\n"]), st.sampled_from(SLIPS), st.floats(0, 1))
def test_a_neat_file_is_read_as_any_other(front: FrontMatter, body: str, slip: str, place: float) -> None:
    """Whatever it says, and with whatever slip of a person's hand in it."""
    text = article_text(front, body)
    at = round(place * len(text))
    assert is_read_alike((text[:at] + slip + text[at:]).encode("utf-8", "surrogatepass"))


def test_the_articles_of_an_archive_are_neat() -> None:
    """Else the quick way would be none."""
    files = [file.read_bytes() for file in sorted((HOME / "content").rglob("*/*.md"))]
    neat = [(cut := cut_raw(data)) is not None and read_neat("a/01.md", cut) is not None for data in files]
    assert files
    assert all(map(is_read_alike, files))
    assert sum(neat) > 0.9 * len(files)
