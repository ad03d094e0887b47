"""Small pages and what a careful archivist would make of them: each file of pages/ beside its expectation.

`NAME.txt` is the raw page (its first line says what it is about and is no part of it), `NAME.read` what is read: a line
`= kind | headline` an article, its facts, `¶` its paragraphs, `##` its sub-heads, the page it `comes from` or `goes on` on,
and `~` what belongs to no article.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jianbao.reading.ledger import imbalances
from jianbao.reading.page import Facts, RawPage, ReadArticle, ReadPage, Role
from jianbao.reading.read import read_page

PAGES = Path(__file__).with_name("pages")


def outline(page: ReadPage) -> str:
    """The page as the expectations tell it."""
    lines = [line for article in page.articles for line in _article(article)]
    lines += [f"~ {piece.kind} | {piece.text}" for piece in page.furniture]
    return "\n".join(lines) + "\n"


def _article(article: ReadArticle) -> Iterator[str]:
    front = article.front
    yield f"= {front.kind} | {front.title}"
    yield from (f"  kicker: {line}" for line in front.kicker)
    yield from (f"  subtitle: {line}" for line in front.subtitle)
    for name in ("section", "event_date", "issued", "newspaper", "page", "order"):
        if value := getattr(front, name):
            yield f"  {name}: {value}"
    yield from (f"  by: {author.name}, {author.role}" for author in front.authors)
    marks = {Role.PARAGRAPH: "¶", Role.SUBHEAD: "##"}
    yield from (f"  {marks[part.role]} {part.text}" for part in article.parts if part.role in marks)
    yield from (f"  caption: {caption.text}" for caption in front.captions)
    if article.jumps.come:
        yield f"  comes from: {article.jumps.come}"
    if article.jumps.to:
        yield f"  goes on: {article.jumps.to}"


def read(name: str) -> ReadPage:
    """The page of that name as read, without the line that explains it."""
    raw = (PAGES / f"{name}.txt").read_text(encoding="utf-8").split("\n", 1)[1]
    return read_page(RawPage(f"{name}.txt", raw), Facts())


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.txt")))
def test_page(name: str) -> None:
    """The page is read as expected, and balances."""
    page = read(name)
    assert imbalances(page) == ()
    assert outline(page) == (PAGES / f"{name}.read").read_text(encoding="utf-8")
