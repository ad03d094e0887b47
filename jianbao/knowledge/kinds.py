"""What tells the kind of an article besides its form: labels, headlines, openings of its text (`data/kinds.yaml`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from jianbao.knowledge.authority import read_yaml, texts

KINDS = Path(__file__).parent / "data" / "kinds.yaml"


class Signs(NamedTuple):
    """What an article of a kind stands under, how its headline ends, and how its text opens."""

    kind: str
    labels: frozenset[str]
    headlines: tuple[str, ...]
    openings: tuple[str, ...]


@cache
def kind_signs() -> tuple[Signs, ...]:
    """The signs of every kind, in the order in which they count."""
    fields, _ = read_yaml(KINDS)
    return tuple(
        Signs(
            kind,
            frozenset("".join(label.split()) for label in texts(told.get("labels"))),
            texts(told.get("headlines")),
            texts(told.get("openings")),
        )
        for kind, told in fields.items()
    )


@cache
def salutations() -> tuple[str, ...]:
    """How letters begin: 编辑同志."""
    return tuple(opening for signs in kind_signs() if signs.kind == "letter" for opening in signs.openings)


@cache
def heads_of_notices() -> tuple[str, ...]:
    """How the headlines of notices, listings and corrections end."""
    return tuple(end for signs in kind_signs() for end in signs.headlines if len(end) > 1)
