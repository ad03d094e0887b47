"""An article as the text of its file: the front matter in one order of keys, a blank line, the body."""

from __future__ import annotations

from jianbao.content import front_fields
from jianbao.content.article import KEYS, FrontMatter
from jianbao.content.fences import FENCE
from jianbao.content.yaml_text import entry


def front_text(front: FrontMatter) -> str:
    """The front matter with its fences: keys in the agreed order, the unknown ones last, what is empty left out."""
    values = {key: front_fields.written(getattr(front, key)) for key in KEYS}
    known = [line for key, value in values.items() if value for line in entry(key, value)]
    unknown = [line for key, value in front.unknown.items() for line in entry(key, "" if value is None else value)]
    return "\n".join([FENCE, *known, *unknown, FENCE]) + "\n"


def article_text(front: FrontMatter, body: str) -> str:
    """The whole file of an article: front matter, blank line, body."""
    return f"{front_text(front)}\n{body}\n" if body else front_text(front)
