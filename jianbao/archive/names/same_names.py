"""Whether a text that was changed still names the same, and where each name stands now."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from jianbao.archive.names.found import Names, Span

Moved = Mapping[Span, Span]
"""Where each place of a name is now."""


def moved_places(before: Names, now: Names) -> Moved | None:
    """From the places of the names then to those now; None where anything but their places is another.

    Of two names that take the same characters one counts, so they must lie over one another as they did.
    """
    if _placeless(before) != _placeless(now):
        return None
    old, new = list(_places(before)), list(_places(now))
    if [_shape(span) for span in old] != [_shape(span) for span in new]:
        return None
    moved = dict(zip(old, new, strict=True))
    same = all(moved[one] == other for one, other in zip(old, new, strict=True))
    return moved if same and _layers(list(moved)) == _layers(list(moved.values())) else None


def _placeless(names: Names) -> Names:
    """The names with nothing but the number of their places."""
    return replace(
        names,
        people=tuple(one._replace(spans=_counted(one.spans)) for one in names.people),
        organizations=tuple(one._replace(spans=_counted(one.spans)) for one in names.organizations),
        places=tuple(one._replace(spans=_counted(one.spans)) for one in names.places),
        words={},
    )


def _counted(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return (Span("", 0, 0),) * len(spans)


def _places(names: Names) -> Iterator[Span]:
    for family in (names.people, names.organizations, names.places):
        yield from chain.from_iterable(one.spans for one in family)


def _shape(span: Span) -> tuple[str, int]:
    return span.part, span.end - span.start


def _layers(spans: Sequence[Span]) -> list[tuple[int, bool, int]]:
    """How places lie over one another, from the first to the last of each part.

    Of each its number, whether it begins where the one before it does, and how many begin before it ends.
    """
    layers = []
    for part in sorted({span.part for span in spans}):
        inside = sorted((span.start, span.end, number) for number, span in enumerate(spans) if span.part == part)
        starts = [start for start, _, _ in inside]
        before = [-1, *starts]
        layers += [
            (number, start == last, bisect_left(starts, end))
            for (start, end, number), last in zip(inside, before, strict=False)
        ]
    return layers
