"""A place located in a passage: one naming of it, before all namings of one place become a `PlaceFound`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jianbao.archive.names.found import PlaceFound, Span

Why = tuple[str, str]
NOTHING_TO_SAY: Why = ("", "")


class Located(NamedTuple):
    """A naming at part[start:end] and the place that it means; the fields are those of `PlaceFound`."""

    part: str
    start: int
    end: int
    printed: str
    label: str
    kind: str
    code: str = ""
    why: Why = NOTHING_TO_SAY


def gathered(located: Iterable[Located]) -> tuple[PlaceFound, ...]:
    """The places, each once, in the order in which they are first named."""
    by_label: dict[str, list[Located]] = {}
    for one in located:
        by_label.setdefault(one.label, []).append(one)
    return tuple(_place(label, namings) for label, namings in by_label.items())


def _place(label: str, namings: Sequence[Located]) -> PlaceFound:
    return PlaceFound(
        label=label,
        kind=namings[0].kind,
        spans=tuple(Span(one.part, one.start, one.end) for one in namings),
        code=namings[0].code,
        printed=tuple(dict.fromkeys(one.printed for one in namings)),
        why=next((one.why for one in namings if any(one.why)), NOTHING_TO_SAY),
    )


def right_before(start: int, located: Sequence[Located]) -> Located | None:
    """The naming that ends where another begins, so that one stands under the other: 宝莲寺镇 before 小营村."""
    return next((one for one in reversed(located) if one.end == start), None)
