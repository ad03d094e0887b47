"""A semicolon in a time of day (`上午8;30至17;30`) is the colon of it, where the words around say that it is a time."""

from __future__ import annotations

import re

from jianbao.text.change import Change

RULE = "clock-time"
_HOUR, _MINUTE = r"(?<![\d.:;])(?:[01]?\d|2[0-4])", r"[0-5]\d(?![\d.])"
_TIME = re.compile(rf"{_HOUR}(?P<mark>[;；]){_MINUTE}")
_BEFORE = re.compile(
    r"(?:时间|印完|开印|上午|中午|下午|晚上?|夜里|早上?|早晨|清晨|凌晨|\d[:;：；][0-5]\d\s*(?:至|到|-|—|–|～|~))[为是:：]?\s*$"
)
_AFTER = re.compile(rf"\s*(?:至|到|-|—|–|～|~)\s*(?:[上中下]午|晚上?)?\s*\d{{1,2}}[:;：；]{_MINUTE}")


def mend_clock_times(text: str) -> list[Change]:
    """A change for every semicolon of a time that `上午`, `时间` or a second time beside it tells to be one."""
    if ";" not in text and "；" not in text:
        return []
    return [
        Change(found.start("mark"), found.end("mark"), ":", RULE)
        for found in _TIME.finditer(text)
        if _BEFORE.search(text[: found.start()]) or _AFTER.match(text, found.end())
    ]
