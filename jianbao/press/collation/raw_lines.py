"""The raw lines of a row as a list: every line with its number and anchor, every character, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jianbao.press.collation.desk import Desk
from jianbao.press.collation.rows import Row, Run, Stretch, letter
from jianbao.press.collation.setting import set_raw

_JOINED = {(False, False): "", (False, True): "first", (True, True): "middle", (True, False): "last"}
"""By whether a line goes on from the one before it, and into the one behind it: its class."""


def set_lines(desk: Desk, row: Row, lines: Sequence[Stretch]) -> Iterator[str]:
    """A list item each. Line N of the raw file has the id LN; a line that goes on in another row keeps it in the first."""
    several = len({run.owner for run in row.runs}) > 1
    joins = [False, *(_goes_on(row, *two) for two in pairwise(lines)), False]
    here = row.runs
    for place, line in enumerate(lines):
        runs = here if len(here) == 1 else [run for run in here if run.start < line.end and run.end > line.start]
        alone = several and len(runs) == 1 and not row.strands and desk.is_article(runs[0].owner)
        part = f' data-t="{runs[0].owner + 1}"' if alone else ""
        text = "".join(_set_runs(desk, row, line, runs, several and not alone))
        yield _item(desk.before + line.number, line.whole, _JOINED[joins[place], joins[place + 1]], part, text)


def _item(number: int, whole: bool, joined: str, part: str, text: str) -> str:
    kind = f" {joined}" if joined else ""
    head = f' id="L{number}"' if whole else ""
    if joined or not whole:
        head += f' class="{joined if whole else "cut" + kind}"'
    return f'<li{head}{part}><a href="#L{number}">{number}</a><span>{text}</span></li>\n'


def _set_runs(desk: Desk, row: Row, line: Stretch, runs: Sequence[Run], tell: bool) -> Iterator[str]:
    """The runs of a line, told apart where `tell`; what is between them is space."""
    done = line.start
    for run in runs:
        start, end = max(run.start, line.start), min(run.end, line.end)
        if start > done:
            yield set_raw(desk.raw, done, start, ())
        done = end
        if desk.hidden[run.owner]:
            yield f"<i>{desk.wording.table['withheld']['line']}</i>"
            continue
        text = set_raw(desk.raw, start, end, desk.changes.get(run.place, ()))
        yield _tag(desk, row, run, text) if tell else text
    if done < line.end:
        yield set_raw(desk.raw, done, line.end, ())


def _tag(desk: Desk, row: Row, run: Run, text: str) -> str:
    if not desk.is_article(run.owner):
        return f"<s>{text}</s>"
    strand = f' data-s="{letter(row.strands[run])}"' if run in row.strands else ""
    return f'<span data-t="{run.owner + 1}"{strand}>{text}</span>'


def _goes_on(row: Row, before: Stretch, after: Stretch) -> bool:
    """Whether one part goes on from the first line to the second; it is not told where columns are mixed."""
    if row.strands:
        return False
    last = [run.owner for run in row.runs if run.start < before.end]
    first = [run.owner for run in row.runs if run.end > after.start]
    return bool(last and first) and last[-1] == first[0]
