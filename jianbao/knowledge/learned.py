"""What `survey` learned over the archive (`_authority/learned.yaml`): labels, nameplates, spellings with a hyphen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jianbao.knowledge.authority import read_yaml, texts

FILE = "learned.yaml"


@dataclass(frozen=True, slots=True)
class Learned:
    """Strings as printed, in their order. `never` is a person's list: what stands there is not learned again."""

    labels: tuple[str, ...] = ()
    nameplates: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    @classmethod
    def load(cls, authority: Path | None) -> Learned:
        """The file in `authority`; nothing where there is none, or where it cannot be read."""
        fields = read_yaml(authority / FILE)[0] if authority else None
        if not isinstance(fields, dict):
            return cls()
        return cls(*(texts(fields.get(name)) for name in ("labels", "nameplates", "spellings", "never")))
