"""What the rows of the table of weights and the places of a page are called for people (data/reasons.tsv)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from jianbao.problems import Words


@cache
def reason_words() -> Mapping[str, Words]:
    """The words by row (`title.closed`) and by place (`title`)."""
    text = files("jianbao.knowledge").joinpath("data", "reasons.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {key: Words(zh, en) for key, zh, en in rows}
