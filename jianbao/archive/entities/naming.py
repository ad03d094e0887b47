"""A naming: one entity named in one article; and the identified entities of one kind before they get their pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import NamedTuple

from jianbao.archive.names.found import Span
from jianbao.frozen import frozen


class Naming(NamedTuple):
    """One entity in one article: the key of the entity, where it stands, the fullest form printed, the words of its post."""

    key: str
    spans: tuple[Span, ...]
    printed: str
    post: str = ""


@frozen
class Identity:
    """What is known of an entity before lists are made: see `archive.model.Entity` for the fields of the same name.

    `parent` is the label of the county, city or province it belongs to, for a place all that is above it.
    """

    key: str
    name: str
    sort: str
    parent: str = ""
    other_names: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    why: tuple[str, str] = ("", "")
    public: bool = True


@frozen
class Identified:
    """The entities of one kind by key, and who is named where: namings by article id, in the order of the archive.

    `renamed` leads from keys that an entity might have had on less knowledge to its key now, for old addresses.
    """

    entities: Mapping[str, Identity]
    namings: Mapping[str, tuple[Naming, ...]]
    renamed: Mapping[str, str] = field(default_factory=dict)


def joined(namings: Iterable[Naming]) -> tuple[Naming, ...]:
    """The namings of one article, those of one key made one, in the order in which they are first named."""
    by_key: dict[str, Naming] = {}
    for naming in namings:
        before = by_key.setdefault(naming.key, naming)
        if before is not naming:
            by_key[naming.key] = _both(before, naming)
    return tuple(by_key.values())


def other_forms(name: str, printed: Counter[str]) -> tuple[str, ...]:
    """The further forms in which papers print what is called `name`, the most usual first."""
    others = [form for form in printed if form != name]
    return tuple(sorted(others, key=lambda form: (-printed[form], form)) if len(others) > 1 else others)


def _both(one: Naming, other: Naming) -> Naming:
    spans = tuple(sorted({*one.spans, *other.spans}))
    return Naming(one.key, spans, max(one.printed, other.printed, key=len), max(one.post, other.post, key=len))
