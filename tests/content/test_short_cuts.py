"""The short cuts and the long ways lead to the same bytes, over the archive's own articles and over the seeds as bodies."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao import short_cuts
from jianbao.content.article_file import read_article
from jianbao.press.typeset import set_body

HOME = Path(__file__).parents[2]
ARTICLES = sorted((HOME / "content").rglob("*/*.md"))
SEEDS = sorted((HOME / "seeds").glob("*.txt"))


def test_articles_are_read_and_set_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every article of the repository: its facts, what is told of it, its HTML on its page and in a feed."""
    assert ARTICLES
    quick = [everything(file) for file in ARTICLES]
    monkeypatch.setattr(short_cuts, "ARE_OFF", True)
    assert [everything(file) for file in ARTICLES] == quick


def test_raw_pages_are_set_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole raw pages as bodies, in blocks of one line and of five: more odd marks than any article has."""
    lines = [file.read_text(encoding="utf-8", errors="replace").splitlines() for file in SEEDS]
    bodies = [
        "\n\n".join("\n".join(page[at : at + n]) for at in range(0, len(page), n)) for page in lines for n in (1, 5)
    ]
    assert bodies
    quick = [set_body(body, "缺") for body in bodies]
    monkeypatch.setattr(short_cuts, "ARE_OFF", True)
    assert [set_body(body, "缺") for body in bodies] == quick


def everything(file: Path) -> tuple[object, ...]:
    """What comes of an article's file."""
    read = read_article(file.name, file.read_bytes())
    body = read.article.body if read.article else ""
    return read, set_body(body, "缺"), set_body(body, "", False, "https://example.org/a/")
