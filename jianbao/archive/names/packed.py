"""Found names as plain JSON and back, for the cache: short rows, for an archive has hundreds of thousands of them."""

from __future__ import annotations

from typing import Any

from jianbao.archive.names.find import Names
from jianbao.archive.names.found import OrganizationFound, PersonFound, PlaceFound, Span
from jianbao.archive.names.passage import PARTS


def pack(names: Names) -> list[Any]:
    """The names of one article as rows."""
    return [
        [[p.name, _spans(p.spans), p.post, p.public, p.shielded, p.role, p.rule] for p in names.people],
        [[o.name, _spans(o.spans), o.kind] for o in names.organizations],
        [[p.label, p.kind, _spans(p.spans), p.code, list(p.printed), list(p.why)] for p in names.places],
        names.words,
    ]


def unpack(rows: list[Any]) -> Names:
    """The names of one article from their rows."""
    people, organizations, places, words = rows
    return Names(
        tuple(PersonFound(row[0], _back(row[1]), *row[2:]) for row in people),
        tuple(OrganizationFound(row[0], _back(row[1]), row[2]) for row in organizations),
        tuple(
            PlaceFound(label, kind, _back(spans), code, tuple(printed), (why[0], why[1]))
            for label, kind, spans, code, printed, why in places
        ),
        words,
    )


def _spans(spans: tuple[Span, ...]) -> list[int]:
    return [number for part, start, end in spans for number in (PARTS.index(part), start, end)]


def _back(numbers: list[int]) -> tuple[Span, ...]:
    rows = iter(numbers)
    return tuple(Span(PARTS[part], start, end) for part, start, end in zip(rows, rows, rows, strict=True))
