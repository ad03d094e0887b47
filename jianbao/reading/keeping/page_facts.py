"""The facts of a page in the articles that people made themselves, and the day that follows a person's own date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from jianbao.content.article import FrontMatter
from jianbao.content.edtf import is_day
from jianbao.content.fences import even_out
from jianbao.content.frontmatter import parse
from jianbao.content.yaml_text import entry
from jianbao.reading.keeping.merge import Chunk, chunks_of, place_for

_FACTS = ("newspaper", "issued", "date", "page", "page_name")
_FRONT = re.compile(r"(\s*---[ \t]*\n)(.*?)(^---[ \t]*(?:\n|\Z))", re.DOTALL | re.MULTILINE)


def facts_of(fronts: Iterable[FrontMatter]) -> dict[str, str]:
    """The facts of a page: what all of its articles say alike, empty where they say nothing."""
    said = list(fronts)
    values = {key: {str(getattr(front, key)) for front in said} for key in _FACTS}
    return {key: next(iter(found)) for key, found in values.items() if len(found) == 1}


def with_page_facts(text: str, before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """The file with the facts of its page as they are `now`, where it says what they were `before`, or nothing."""
    front = _front_of(text)
    if front is None:
        return text
    own = {key: str(getattr(front, key)) for key in now}
    changed = {key: value for key, value in now.items() if own[key] in ("", before.get(key, "")) and own[key] != value}
    return with_own_day(with_keys(text, changed), before, now)


def with_own_day(text: str, before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """The file with the day of its own `issued`, if that is not the page's and its `date` is the page's or missing."""
    front = _front_of(text)
    if front is None or front.issued in ("", now.get("issued", "")):
        return text
    day = front.issued if is_day(front.issued) else ""
    is_the_pages = front.date in ("", before.get("date", ""), now.get("date", ""))
    return with_keys(text, {"date": day}) if is_the_pages and front.date != day else text


def _front_of(text: str) -> FrontMatter | None:
    article, _ = parse("", text)
    return None if article is None else article.front


def with_keys(text: str, values: Mapping[str, Any]) -> str:
    """The file with these keys set, or taken away where the value is empty; nothing else in it changes.

    A value is a text, or lists and mappings of texts as YAML has them.
    """
    found = _FRONT.match(even_out(text))
    if not values or found is None:
        return text
    chunks = chunks_of(found[2])
    for key, value in values.items():
        lines = "".join(f"{line}\n" for line in entry(key, value)) if value else ""
        if any(chunk.key == key for chunk in chunks):
            chunks = [Chunk(key, lines) if chunk.key == key else chunk for chunk in chunks]
        else:
            chunks.insert(place_for(key, chunks), Chunk(key, lines))
    front = "".join(chunk.lines for chunk in chunks)
    whole = found[1] + front + found[3] + even_out(text)[found.end() :]
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    return mark + (whole.replace("\n", "\r\n") if "\r\n" in text else whole)
