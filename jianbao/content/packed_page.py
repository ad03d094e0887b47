"""The record of a newspaper page and the outline of its ledger as plain tuples and back: what the cache keeps of them."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeAlias

from jianbao.content.ledger_outline import LedgerOutline, RawLine
from jianbao.content.page_record import Correction, Jump, PageDoubt, PageRecord

Packed: TypeAlias = tuple[Any, ...]
"""Texts, numbers, tuples and dicts of these."""

_RECORD = tuple(field.name for field in fields(PageRecord))
_DOUBT = tuple(field.name for field in fields(PageDoubt))
_ROWS = {"corrections": Correction._make, "jumps": Jump._make}


def pack_record(record: PageRecord) -> Packed:
    """The values of all fields, in their order."""
    values = dict(zip(_RECORD, attrgetter(*_RECORD)(record), strict=True))
    values["doubts"] = tuple(map(attrgetter(*_DOUBT), record.doubts))
    values |= {name: tuple(map(tuple, values[name])) for name in _ROWS}
    values |= {name: dict(values[name]) for name in ("facts", "replaced", "guesses")}
    return tuple(values.values())


def unpack_record(packed: Packed) -> PageRecord:
    """The record that was packed."""
    values = dict(zip(_RECORD, packed, strict=True))
    values["doubts"] = tuple([PageDoubt(*doubt) for doubt in values["doubts"]])
    values |= {name: tuple(map(make, values[name])) for name, make in _ROWS.items()}
    return PageRecord(**values)


def pack_outline(outline: LedgerOutline) -> Packed:
    """The values of all fields, in their order."""
    edits = {article: dict(counts) for article, counts in outline.edits.items()}
    return tuple(map(tuple, outline.lines)), edits, dict(outline.corrections), dict(outline.written)


def unpack_outline(packed: Packed) -> LedgerOutline:
    """The outline that was packed."""
    lines, *others = packed
    return LedgerOutline(tuple(map(RawLine._make, lines)), *others)
