"""Words that never become keywords."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jianbao.knowledge.authority import read_yaml, text

STOPS = Path(__file__).parent / "data" / "keyword_stops.yaml"


@cache
def keyword_stops() -> frozenset[str]:
    """The words, Chinese and English together, in lower case."""
    fields, _ = read_yaml(STOPS)
    return frozenset(word for language in ("zh", "en") for word in text(fields, language).split())
