"""What tells of a person's name in English (data/english_people.yaml): titles, first names, what follows a place's name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jianbao.frozen import frozen
from jianbao.knowledge.authority import read_yaml, texts

_SHIPPED = Path(__file__).parent / "data" / "english_people.yaml"


@frozen
class EnglishNames:
    """Titles without their full stop (`public` are offices), words about who is shielded."""

    titles: frozenset[str]
    public: frozenset[str]
    shielded: tuple[str, ...]
    address: frozenset[str]
    places: frozenset[str]
    first_names: frozenset[str]

    @classmethod
    def load(cls) -> EnglishNames:
        """As shipped."""
        fields, _ = read_yaml(_SHIPPED)
        public = frozenset(fields["public"].split())
        return cls(
            public | frozenset(fields["private"].split()), public, texts(fields["shielded"]), frozenset(texts(fields["address"])),
            frozenset(fields["places"].split()), frozenset(fields["first_names"].split()),
        )  # fmt: skip

    def is_public(self, title: str) -> bool:
        """Whether the title as printed (`Gov.`) is an office."""
        return title.rstrip(".") in self.public


@cache
def english_names() -> EnglishNames:
    """The lists, read once a process."""
    return EnglishNames.load()
