"""A page collated: its ledger → rows of raw lines, each with what was read of it, and what was done to it and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from jianbao.content.ledger_evidence import Evidence
from jianbao.content.page_record import PageDoubt
from jianbao.frozen import frozen
from jianbao.press.collation.desk import Desk, Face, lay_out
from jianbao.press.collation.page_spine import PageSpine, draw_page_spine
from jianbao.press.collation.raw_lines import set_lines
from jianbao.press.collation.readings import set_readings
from jianbao.press.collation.remarks import is_loss
from jianbao.press.collation.rows import Row, cut_rows, stretches
from jianbao.press.collation.tell import Told, tell
from jianbao.press.wording import Wording


@frozen
class Balance:
    """Where the non-space characters of the raw page are: all of them, those in articles, in furniture, in neither."""

    all: int
    articles: int
    furniture: int

    @property
    def lost(self) -> int:
        """Characters that are nowhere: none, or the page would not have been written."""
        return self.all - self.articles - self.furniture


@frozen
class Shown:
    """A row as the page shows it.

    `face` is its article (None: furniture). `opens`: the article begins here; `resumes`: another one stood in between.
    `titled`: a headline is among the readings. `guests` are (line, part) of parts that stand beside another row.
    """

    look: str
    face: Face | None
    opens: bool
    resumes: bool
    titled: bool
    read: Markup
    guests: tuple[tuple[int, int], ...]
    raw: Markup
    told: Told


@frozen
class Collation:
    """A page with the fate of all its characters. `found` counts the rows that can be looked for, by their marks.

    `furniture` are its kinds with their lines; `faces` the articles by id.
    """

    rows: tuple[Shown, ...]
    balance: Balance
    spine: PageSpine
    furniture: tuple[tuple[str, tuple[int, ...]], ...]
    faces: Mapping[str, Face]
    found: Mapping[str, int]


def collate(
    evidence: Evidence, faces: Mapping[str, Face], doubts: Sequence[PageDoubt], before: int, wording: Wording
) -> Collation:
    """The page as it was read. `faces` are its articles by id, `before` the lines of the raw file above the page."""
    desk = lay_out(evidence, faces, before, wording)
    rows = cut_rows(evidence)
    shown = list(_show_all(desk, rows, doubts))
    losses = [change.start for made in desk.changes.values() for change in made if is_loss(change)]
    found = Counter(mark for one in shown for mark in one.told.marks)
    spine = draw_page_spine(rows, desk.looks(), losses)
    return Collation(tuple(shown), balance_of(evidence), spine, _furniture(desk), faces, found)


def balance_of(evidence: Evidence) -> Balance:
    """The balance of a page, counted from the raw text and the spans of its ledger."""
    raw = "".join(evidence.lines)
    articles = (raw[start:end] for piece in evidence.pieces for start, end in piece.spans)
    furniture = (raw[start:end] for scrap in evidence.scraps for start, end in scrap.spans)
    return Balance(_characters([raw]), _characters(articles), _characters(furniture))


def _characters(texts: Iterable[str]) -> int:
    return sum(len("".join(text.split())) for text in texts)


def _show_all(desk: Desk, rows: Iterable[Row], doubts: Sequence[PageDoubt]) -> Iterator[Shown]:
    opened: set[str] = set()
    above = ""
    for row in rows:
        owner = next(iter(row.pieces or row.guests), None)
        face = desk.faces[owner] if owner is not None else None
        opens = face is not None and bool(row.pieces) and face.id not in opened
        resumes = face is not None and bool(row.pieces) and not opens and face.id != above
        yield _show(desk, row, face, opens, resumes, doubts)
        if face is not None and row.pieces:
            opened.add(face.id)
            above = face.id


def _show(desk: Desk, row: Row, face: Face | None, opens: bool, resumes: bool, doubts: Sequence[PageDoubt]) -> Shown:
    lines = list(stretches(row, desk.evidence.lines, desk.starts))
    return Shown(
        look=face.look if face else "furniture",
        face=face,
        opens=opens,
        resumes=resumes,
        titled=any(desk.evidence.pieces[piece].role == "title" for piece in row.pieces),
        read=Markup("".join(set_readings(desk, row))),
        guests=tuple((desk.line(desk.evidence.pieces[guest].spans[0][0]), guest + 1) for guest in row.guests),
        raw=Markup("".join(set_lines(desk, row, lines))),
        told=tell(desk, row, lines, doubts),
    )


def _furniture(desk: Desk) -> tuple[tuple[str, tuple[int, ...]], ...]:
    kinds: dict[str, set[int]] = {}
    for scrap in desk.evidence.scraps:
        lines = kinds.setdefault(desk.wording.name("furniture", scrap.kind), set())
        lines.update(desk.line(start) for start, _ in scrap.spans)
    return tuple((kind, tuple(sorted(lines))) for kind, lines in kinds.items())
