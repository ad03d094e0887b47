"""People after whom a body is called: the name belongs to the body (马丁·伊巴拉咨询公司), and the person is not written about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jianbao.archive.names.found import OrganizationFound, PersonFound, PlaceFound, Span

_TOLD_BY = frozenset(("post", "speaker", "details", "signs", "alone"))
"""The rules by which somebody is told by what stands about the name, and not by its look."""


def told_names(people: Iterable[PersonFound]) -> frozenset[str]:
    """The names of those who are told by what stands about them: no body has such a name in it."""
    return frozenset(person.name for person in people if person.rule in _TOLD_BY)


def without_names_of_bodies(
    people: Iterable[PersonFound], organizations: Iterable[OrganizationFound], places: Iterable[PlaceFound]
) -> Iterator[PersonFound]:
    """The people without those whose name is only part of a body's, or a place's (樊寨 in 樊寨大队长)."""
    of_places = [span for one in places for span in one.spans]
    bodies: dict[str, list[Span]] = {}
    for span in (span for one in organizations for span in one.spans):
        bodies.setdefault(span.part, []).append(span)
    for person in people:
        if person.spans and all(_is_in_one(span, of_places) for span in person.spans):
            continue
        left = tuple(span for span in person.spans if not _is_inside(span, bodies.get(span.part, ())))
        if left == person.spans or person.rule in _TOLD_BY:
            yield person
        elif left:
            yield person._replace(spans=left)


def _is_in_one(span: Span, places: Sequence[Span]) -> bool:
    return any(place.part == span.part and place.start <= span.start and span.end <= place.end for place in places)


def _is_inside(span: Span, bodies: Sequence[Span]) -> bool:
    return any(body.start <= span.start and span.end < body.end for body in bodies)
