"""People, places and organizations as the site may show them: only those that an article which may be listed names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from jianbao.archive.model import Archive, Entity

KINDS = ("person", "place", "organization")


def entities_by_kind(archive: Archive) -> dict[str, Mapping[str, Entity]]:
    """All entities of the archive, by kind and slug."""
    return {"person": archive.people, "place": archive.places, "organization": archive.organizations}


def shown_entities(archive: Archive, listed: Collection[str]) -> dict[str, dict[str, Entity]]:
    """The entities of every kind that one of the `listed` articles names; places also when one below them is named."""
    named = {
        kind: {slug: one for slug, one in family.items() if any(id in listed for id in one.articles)}
        for kind, family in entities_by_kind(archive).items()
    }
    above = {slug for one in named["place"].values() for kind, slug in one.above if kind == "place"}
    named["place"] = {slug: one for slug, one in archive.places.items() if slug in named["place"] or slug in above}
    return named


def letters_of(slug: str) -> str:
    """The letter under which an alphabet has a slug, which begins with pinyin: `a` to `z`, or `other`."""
    return slug[0] if slug[:1].isascii() and slug[:1].isalpha() and "-" in slug else "other"


def signed_by(people: Mapping[str, Entity]) -> Iterator[tuple[str, Entity]]:
    """(slug of the by-line, the person written about) for everybody who also signs."""
    return ((one.reporter, one) for one in people.values() if one.reporter)
