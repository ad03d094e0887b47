"""Which by-lines are no persons: 本报, 新华社, an editorial office."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jianbao.knowledge.authority import read_yaml, texts

COLLECTIVE = Path(__file__).parent / "data" / "collective_bylines.yaml"


@cache
def collective() -> tuple[frozenset[str], tuple[str, ...]]:
    """The names, and the endings of names, that are no person's."""
    fields, _ = read_yaml(COLLECTIVE)
    return frozenset(name.lower() for name in texts(fields["names"])), texts(fields["endings"])


def is_person(name: str) -> bool:
    """May a by-line of this name be one person's?"""
    names, endings = collective()
    return bool(name.strip()) and name.lower() not in names and not name.endswith(endings)
