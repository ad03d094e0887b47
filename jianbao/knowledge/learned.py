"""What `survey` learned over the archive (`_authority/learned.yaml`): labels, nameplates, spellings with a hyphen."""

from __future__ import annotations

from pathlib import Path

from jianbao.frozen import frozen
from jianbao.knowledge.authority import Misread, read_with_lines, read_yaml, texts, unknown_keys

FILE = "learned.yaml"
KEYS = ("labels", "nameplates", "spellings", "never")


@frozen
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
        return cls(*(texts(fields.get(name)) for name in KEYS))


def misread_learned(authority: Path) -> tuple[Misread, ...]:
    """What is wrong with the file, which people may change: it cannot be read, or has a list that means nothing."""
    told = read_with_lines(authority / FILE)
    if told.value is None or isinstance(told.value, dict):
        return (*told.misread, *unknown_keys(told, (), KEYS))
    no_lists = told.wrong(
        (), "这个文件里没有名单，没有采用。", "There are no lists in this file; it is left out.",
        "删去它，再运行 survey。", "Delete it and run survey again.",
    )  # fmt: skip
    return (*told.misread, no_lists)
