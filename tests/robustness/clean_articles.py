"""Clean articles to set and damage: Markdown files with front matter, as a careful person would leave them.

The kinds of blocks in a body: a paragraph, a sub-head (`## …`), and lines that stand by themselves (verse, the names
of a list), which are one block with its line ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from jianbao.content.article import Author, Caption

HERE = Path(__file__).parent
GOLD = HERE.parent / "gate" / "gold"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a sub-head; `lines` says that its line ends are text."""

    text: str
    subhead: bool = False
    lines: bool = False


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """An article as it ought to be read; `name` tells its source."""

    name: str
    title: str
    body: tuple[Block, ...]
    kind: str = "news"
    kicker: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    section: str = ""
    authors: tuple[Author, ...] = ()
    captions: tuple[Caption, ...] = ()
    order: str = ""

    @property
    def is_chinese(self) -> bool:
        """Whether most of it is set in Chinese."""
        text = self.title + "".join(block.text for block in self.body)
        return 2 * sum("一" <= character <= "鿿" for character in text) > len(text)

    @property
    def size(self) -> int:
        """Characters of the body."""
        return sum(len(block.text) for block in self.body)


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),) if value else ()


def _block(text: str) -> Block:
    text = _ESCAPED.sub(r"\1", text)
    if text.startswith("#"):
        return Block(text.lstrip("# "), subhead=True)
    return Block(re.sub(r"\\?\n", "\n", text), lines="\n" in text)


def parse(name: str, markdown: str) -> CleanArticle:
    """The article of a Markdown file in the gold format; keys that are not read here are let pass."""
    _, front, body = markdown.replace("\r\n", "\n").split("---\n", 2)
    facts = yaml.safe_load(front) or {}
    return CleanArticle(
        name,
        str(facts.get("title", "")),
        tuple(_block(text.strip()) for text in re.split(r"\n\s*\n", body.strip()) if text.strip()),
        str(facts.get("kind", "news")),
        _texts(facts.get("kicker")),
        _texts(facts.get("subtitle")),
        str(facts.get("section", "")),
        tuple(Author(str(a["name"]), str(a["role"])) for a in facts.get("authors", [])),
        tuple(Caption(str(c["text"]), str(c.get("credit", ""))) for c in facts.get("captions", [])),
    )


def _is_whole(article: CleanArticle) -> bool:
    return bool(article.body) and not any("[…]" in block.text for block in article.body)


@cache
def articles_of(folder: Path) -> tuple[CleanArticle, ...]:
    """The articles of a folder and its sub-folders, in the order of their paths; those that have losses are left out."""
    paths = sorted(path for path in folder.rglob("*.md") if path.name != "FORMAT.md" and not path.name.startswith("_"))
    found = (parse(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")) for path in paths)
    return tuple(article for article in found if _is_whole(article))


def own_articles(language: str) -> tuple[CleanArticle, ...]:
    """The articles written for this purpose in `zh` or `en`; for `zh` also what a person made of three of our seeds.

    The gold is taken and not content/: what the program itself wrote would measure it against its own mistakes.
    """
    own = articles_of(HERE / "articles" / language)
    return (*own, *articles_of(GOLD)) if language == "zh" else own
