"""Lines that are kept as printed: lists of names, verse, tables. There spaces and line ends are text."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from jianbao.reading.lines import Block, Line
from jianbao.reading.name_lists import is_name_list
from jianbao.reading.tables import table_runs
from jianbao.reading.verse import free_stanzas, verse_runs


class Kept(StrEnum):
    """What some lines are kept as: a list of names keeps its spaces, verse its line ends, a table both."""

    NO = ""
    NAMES = "names"
    VERSE = "verse"
    TABLE = "table"


Stretch = tuple[int, int, Kept]
"""Lines of a block, as a half-open range of their numbers, and what they are."""


def kept_stretches(blocks: Sequence[Block]) -> tuple[tuple[Stretch, ...], ...]:
    """The verse and the tables of every block."""
    stanzas = free_stanzas(blocks)
    return tuple(
        ((0, len(block.lines), Kept.VERSE),) if number in stanzas else stretches_of(block)
        for number, block in enumerate(blocks)
    )


def stretches_of(block: Block) -> tuple[Stretch, ...]:
    """The verse or the tables of a block that show by themselves."""
    if block.spaced or len(block.lines) < 2:
        return ()
    if is_name_list(" ".join(line.text for line in block.lines)):
        return ()
    tables = tuple((first, end, Kept.TABLE) for first, end in table_runs(block.lines))
    return tables or tuple((first, end, Kept.VERSE) for first, end in verse_runs(block.lines))


def kept_as(lines: Sequence[Line], stretches: Sequence[Stretch], first: int) -> Kept:
    """What the lines of a fragment, the first of them number `first` of its block, are kept as."""
    for start, _, kept in stretches:
        if start == first:
            return kept
    return Kept.NAMES if is_name_list(" ".join(line.text for line in lines)) else Kept.NO
