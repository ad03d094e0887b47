"""What is told of a row: in one line its raw lines and what was done to them; all of it, with the reasons, on demand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import chain

from markupsafe import Markup

from jianbao.content.ledger_evidence import Change
from jianbao.content.page_record import PageDoubt
from jianbao.frozen import frozen
from jianbao.press.collation.desk import Desk
from jianbao.press.collation.remarks import (
    HARDLY,
    Remark,
    is_loss,
    remark_on,
    remark_on_change,
    remark_on_loss,
    remark_on_rest,
)
from jianbao.press.collation.rows import Row, Run, Stretch
from jianbao.press.collation.setting import as_text
from jianbao.press.wording import Wording

Made = Sequence[tuple[Run, Change]]
"""The changes of a row, each with the run that it was made in."""


@frozen
class Told:
    """One line of words; all of it as list items; and what the row can be looked for by: `doubt`, `word` or `gap`."""

    line: str = ""
    all: Markup = field(default_factory=Markup)
    marks: tuple[str, ...] = ()


def tell(desk: Desk, row: Row, lines: Sequence[Stretch], doubts: Sequence[PageDoubt]) -> Told:
    """What is told of a row; nothing where it may not be shown."""
    if any(desk.hidden[run.owner] for run in row.runs):
        return Told()
    made = [(run, change) for run in row.runs for change in desk.changes.get(run.place, ())]
    remarks = [*_choices(desk, row), *_words_and_losses(desk, made)]
    forms = Counter((change.rule, change.before, change.after) for _, change in made if not change.reads)
    rest = remark_on_rest(forms, desk.wording) if forms else None
    remarks += [rest] if rest else []
    remarks += _doubts(desk, lines, doubts)
    return Told(
        " · ".join(_line(desk, row, lines, made, remarks)),
        Markup("".join(_item(remark, desk.wording) for remark in remarks)),
        tuple(_marks(made, remarks)),
    )


def _choices(desk: Desk, row: Row) -> Iterator[Remark]:
    here = (choice for choice in desk.evidence.choices if row.start <= choice.start < row.end)
    return (remark_on(choice, desk.line(choice.start), desk.wording) for choice in here)


def _words_and_losses(desk: Desk, made: Made) -> Iterator[Remark]:
    for run, change in (one for one in made if one[1].reads):
        if is_loss(change):
            begins = change.start == desk.evidence.pieces[run.owner].spans[0][0]
            yield remark_on_loss(begins, desk.line(max(0, change.start - (not begins))), desk.wording)
        else:
            yield remark_on_change(change, desk.line(change.start), desk.wording)


def _doubts(desk: Desk, lines: Sequence[Stretch], doubts: Sequence[PageDoubt]) -> Iterator[Remark]:
    """Those of the review list that mean a line whose beginning stands here."""
    here = {desk.before + line.number for line in lines if line.whole}
    for doubt in doubts:
        if doubt.line in here:
            yield Remark(doubt.line, doubt.zh if desk.wording.table["language"] == "zh" else doubt.en, sure=0.0)


def _line(desk: Desk, row: Row, lines: Sequence[Stretch], made: Made, remarks: Sequence[Remark]) -> Iterator[str]:
    """Of furniture its kind; the raw lines; the least sure choice; how often what was done."""
    if not (row.pieces or row.guests):
        kinds = dict.fromkeys(desk.evidence.scraps[run.owner - len(desk.faces)].kind for run in row.runs)
        yield from (desk.wording.name("furniture", kind) for kind in kinds)
    form = desk.wording.table["page"]["lines" if len(lines) > 1 else "line_number"]
    yield str(form).format(n=_ranges(desk, lines))
    choices = sorted((remark for remark in remarks if remark.short), key=lambda remark: remark.sure)
    yield from (remark.short for remark in choices[:1])
    counts: dict[str, int] = {}
    for rule, count in Counter(change.rule for _, change in made).items():
        name = desk.wording.name("rules", rule)
        counts[name] = counts.get(name, 0) + count
    yield from (f"{name} {count}" for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _ranges(desk: Desk, lines: Sequence[Stretch]) -> str:
    """3–7, 9: lines that follow one another, or have only blank ones in between, as a range."""
    ranges: list[list[int]] = []
    for line in lines:
        between = desk.evidence.lines[ranges[-1][1] : line.number - 1] if ranges else ()
        if ranges and not any(map(str.strip, between)):
            ranges[-1][1] = line.number
        else:
            ranges.append([line.number, line.number])
    shown = ([first + desk.before, last + desk.before] for first, last in ranges)
    return str(desk.wording.table["entity"]["comma"]).join("–".join(map(str, dict.fromkeys(one))) for one in shown)


def _marks(made: Made, remarks: Sequence[Remark]) -> Iterator[str]:
    if any(remark.sure < HARDLY for remark in remarks):
        yield "doubt"
    losses = [is_loss(change) for _, change in made if change.reads]
    if not all(losses):
        yield "word"
    if any(losses):
        yield "gap"


def _item(remark: Remark, wording: Wording) -> str:
    form = str(wording.table["page"]["remark"])
    text = form.format(n=remark.line, text=remark.text) if remark.line else remark.text
    reasons = chain.from_iterable(("<small>", as_text(reason), "</small>") for reason in remark.reasons)
    return f"<li>{as_text(text)}{''.join(reasons)}</li>\n"
