"""Pages and their truth as files: a folder of raw pages and a folder of gold in its format (tests/gate/gold/FORMAT.md)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.robustness.clean_articles import Block, CleanArticle
from tests.robustness.sheet import Sheet


def facts_of(article: CleanArticle) -> dict[str, Any]:
    """The front matter; keys without a value are left out."""
    facts: dict[str, Any] = {
        "title": article.title,
        "kicker": list(article.kicker),
        "subtitle": list(article.subtitle),
        "section": article.section,
        "kind": article.kind,
        "authors": [{"name": author.name, "role": author.role} for author in article.authors],
        "captions": [{"text": c.text, **({"credit": c.credit} if c.credit else {})} for c in article.captions],
        "order": article.order,
    }
    return {key: value for key, value in facts.items() if value}


def _printed(block: Block) -> str:
    return f"## {block.text}" if block.subhead else block.text


def markdown_of(article: CleanArticle) -> str:
    """The article's file."""
    front = yaml.safe_dump(facts_of(article), allow_unicode=True, sort_keys=False, width=10**6)
    return f"---\n{front}---\n\n" + "\n\n".join(map(_printed, article.body)) + "\n"


def record_of(sheet: Sheet) -> dict[str, Any]:
    """page.yaml: furniture, corrections, and the damages, which no other gold has."""
    head = any(piece.kind == "running-head" for piece in sheet.furniture)
    named = {"newspaper": sheet.paper.name} if head else {}
    return {
        **named,
        "furniture": [{"kind": piece.kind, "text": piece.text} for piece in sheet.furniture],
        "corrections": [{"from": wrong, "to": right} for wrong, right in sheet.corrections],
        "damages": list(sheet.damages),
    }


def write(sheet: Sheet, folder: Path) -> None:
    """`raw/NAME.txt` and `gold/NAME/` below the folder."""
    raw, gold = folder / "raw", folder / "gold" / sheet.name
    raw.mkdir(parents=True, exist_ok=True)
    gold.mkdir(parents=True, exist_ok=True)
    (raw / f"{sheet.name}.txt").write_bytes(sheet.data)
    for number, article in enumerate(sheet.articles, 1):
        (gold / f"{number:02}.md").write_text(markdown_of(article), encoding="utf-8", newline="\n")
    record = yaml.safe_dump(record_of(sheet), allow_unicode=True, sort_keys=False, width=10**6)
    (gold / "page.yaml").write_text(record, encoding="utf-8", newline="\n")
