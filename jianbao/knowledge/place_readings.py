"""How names of places are read aloud where a dictionary would read them otherwise: 殷都 is Yindu, 六合 is Luhe."""

from __future__ import annotations

import re
from functools import cache

from jianbao.knowledge.phrases import pairs


def with_place_readings(text: str) -> str:
    """The text with such names in pinyin without tones, the longest first; all else as it is."""
    readings = pairs("place_readings")
    return _names().sub(lambda found: readings[found[0]], text)


@cache
def _names() -> re.Pattern[str]:
    return re.compile("|".join(sorted(pairs("place_readings"), key=len, reverse=True)))
