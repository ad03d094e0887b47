"""Whether a text that was changed still names the same, and where each name stands now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, combinations

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
    return moved if same and list(_overlaps(moved)) == list(_overlaps(moved.values())) else None


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


def _overlaps(spans: Iterable[Span]) -> Iterator[tuple[bool, bool, bool]]:
    """Of every two places, in their order: whether the first begins before or behind the second, and whether they overlap."""
    for one, other in combinations(spans, 2):
        yield one < other, one > other, one.part == other.part and one.start < other.end and other.start < one.end
