"""Files of a content folder as an editor would write them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from jianbao.archive.model import Archive

Write: TypeAlias = Callable[[str, str], Path]
Linked: TypeAlias = Callable[[], Archive]


def article(id: str, title: str = "标题", body: str = "正文。", **keys: str) -> str:
    """An article's file. A keyword is a line of its front matter, the value as YAML; `title=''` leaves it out."""
    lines = [f"id: {id}", *([f"title: {title}"] if title else []), "kind: news", "added: '2026-11-21'"]
    given = {line.partition(":")[0]: line for line in (*lines, *(f"{key}: {value}" for key, value in keys.items()))}
    return "\n".join(["---", *given.values(), "---", "", body, ""])


def record(id: str, file: str, *articles: str, **keys: str) -> str:
    """A page.yaml."""
    lines = [f"id: {id}", f"file: {file}", "sha256: '0'", "encoding: utf-8", "articles:"]
    lines += [f"- {article}" for article in articles]
    return "\n".join([*lines, *(f"{key}: {value}" for key, value in keys.items()), ""])
