"""The names that counties had before: 林县 (to 1993) is 林州市 now."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).parent / "data" / "former_districts.tsv"
BEGINNING = 1980
"""The table knows nothing of the years before."""


class Former(NamedTuple):
    """A name that the county of this code had, and the first and last year in which it was official (1980: or before)."""

    name: str
    first: int
    last: int
    code: str

    @property
    def with_years(self) -> str:
        """As a list of names shows it: `林县（—1993）`, `襄阳区（2001—2009）`."""
        return f"{self.name}（{self.first if self.first > BEGINNING else ''}—{self.last}）"


@cache
def by_code() -> Mapping[str, tuple[Former, ...]]:
    """The former names by today's code, the oldest first."""
    formers: dict[str, tuple[Former, ...]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, first, last, code = line.split("\t")
            formers[code] = (*formers.get(code, ()), Former(name, int(first), int(last), code))
    return formers


def former_names(code: str) -> tuple[str, ...]:
    """The former names of a county with their years, the oldest first; empty for a code of anything else."""
    return tuple(former.with_years for former in by_code().get(code, ()))
