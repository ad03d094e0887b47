"""改字: the words of an article that are read otherwise than printed, marked where they stand, each with a note at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from jianbao.press.names_in_text import NameLink

NOTE = "read"
"""The ids of the notes begin so: read1, read2 …"""


def marked(
    names: Sequence[NameLink], corrections: Sequence[tuple[str, str]], plain: str, said: str
) -> tuple[NameLink, ...]:
    """The links of a text, with those from its corrected words to their notes; a name on such a word gives way.

    `said` is what a mark says of the printed form (`原文作“{raw}”`). What cannot be found in the text has its note only.
    """
    if not corrections:
        return tuple(names)
    words = list(_places(corrections, plain, said))
    free = (name for name in names if not any(name.start < word.end and word.start < name.end for word in words))
    return tuple(sorted([*free, *words]))


def _places(corrections: Sequence[tuple[str, str]], plain: str, said: str) -> Iterator[NameLink]:
    """Where the corrected words stand in the text, in its order; they are told in that order, too."""
    behind = 0
    for number, (raw, now) in enumerate(corrections, start=1):
        at = plain.find(now, behind)
        if at < 0:
            continue
        first, last = _changed(raw, now)
        yield NameLink(at + first, at + last, f"#{NOTE}{number}", said.format(raw=raw))
        behind = at + last


def _changed(raw: str, now: str) -> tuple[int, int]:
    """Which characters of `now` are not as in `raw`; where some are only left out, the one before the gap."""
    first = _alike(raw, now)
    last = len(now) - _alike(raw[first:][::-1], now[first:][::-1])
    return (first, last) if first < last else (max(first - 1, 0), max(first, 1))


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
