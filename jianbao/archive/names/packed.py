"""Found names as plain tuples and back, for the cache: an archive has hundreds of thousands of them."""

from __future__ import annotations

from typing import Any, TypeAlias

from jianbao.archive.names.found import Names, OrganizationFound, PersonFound, PlaceFound, Span

Packed: TypeAlias = tuple[Any, ...]


def pack(names: Names) -> Packed:
    """The names of one article as tuples of tuples, texts and numbers."""
    return (
        tuple((p.name, _bare(p.spans), *p[2:]) for p in names.people),
        tuple((o.name, _bare(o.spans), o.kind) for o in names.organizations),
        tuple((p.label, p.kind, _bare(p.spans), *p[3:]) for p in names.places),
        dict(names.words),
    )


def unpack(packed: Packed) -> Names:
    """The names of one article as they were packed."""
    people, organizations, places, words = packed
    return Names(
        tuple([PersonFound(name, tuple(map(_span, spans)), *more) for name, spans, *more in people]),
        tuple([OrganizationFound(name, tuple(map(_span, spans)), kind) for name, spans, kind in organizations]),
        tuple([PlaceFound(label, kind, tuple(map(_span, spans)), *more) for label, kind, spans, *more in places]),
        words,
    )


_span = Span._make


def _bare(spans: tuple[Span, ...]) -> tuple[tuple[str, int, int], ...]:
    return tuple([(part, start, end) for part, start, end in spans])
