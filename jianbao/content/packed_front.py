"""Front matter as plain tuples and back: what processes hand one another, and what the cache keeps of a file."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeAlias

from jianbao.content.article import Author, Caption, FrontMatter, Proofreading, Source, Withdrawal

Packed: TypeAlias = tuple[Any, ...]
"""Texts, tuples, and what a person wrote under unknown keys."""

_NAMES = tuple(field.name for field in fields(FrontMatter))
_VALUES = attrgetter(*_NAMES)
_RECORDS = {"authors": Author, "captions": Caption, "source": Source, "proofread": Proofreading}
_UNPACKED = [(place, _RECORDS[name]) for place, name in enumerate(_NAMES) if name in _RECORDS]
_WITHHELD = _NAMES.index("withheld")
_RECORD_VALUES = {
    kind: attrgetter(*(field.name for field in fields(kind))) for kind in (*_RECORDS.values(), Withdrawal)
}


def pack_front(front: FrontMatter) -> Packed:
    """The values of all keys, in the order of the fields; records as tuples of their values."""
    values = list(_VALUES(front))
    for place, kind in _UNPACKED:
        if values[place]:
            values[place] = tuple(map(_RECORD_VALUES[kind], values[place]))
    if values[_WITHHELD] is not None:
        values[_WITHHELD] = _RECORD_VALUES[Withdrawal](values[_WITHHELD])
    return tuple(values)


def unpack_front(packed: Packed) -> FrontMatter:
    """The front matter that was packed."""
    values = list(packed)
    for place, kind in _UNPACKED:
        if values[place]:
            values[place] = tuple([kind(*record) for record in values[place]])
    if values[_WITHHELD] is not None:
        values[_WITHHELD] = Withdrawal(*values[_WITHHELD])
    return FrontMatter(*values)
