"""What was read of a row, part by part: headlines lead to their articles, paragraphs to their raw lines."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from jianbao.press.collation.desk import Desk
from jianbao.press.collation.rows import Row, letter
from jianbao.press.collation.setting import set_read

_OF_BODY = {"paragraph": "p", "subhead": "h4"}


def set_readings(desk: Desk, row: Row) -> Iterator[str]:
    """The parts of a row in reading order; part N of the page has the id tN. Nothing of what may not be shown."""
    lost = str(desk.wording.table["lost"])
    for number in row.pieces:
        face, piece = desk.faces[number], desk.evidence.pieces[number]
        if face.withheld or face.gone:
            continue
        text = set_read(desk.raw, piece, [desk.changes.get(place, ()) for place in piece.places], lost)
        if piece.role == "title":
            yield f'<h3 id="t{number + 1}"><a href="{escape(face.href)}">{text}</a></h3>\n'
        elif piece.role in _OF_BODY:
            tag = _OF_BODY[piece.role]
            yield f'<{tag} id="t{number + 1}">{_strands(row, number)}{_pilcrow(desk, number)}{text}</{tag}>\n'
        else:
            yield f'<p class="{escape(piece.role)}" id="t{number + 1}">{text}</p>\n'


def _strands(row: Row, number: int) -> str:
    """The letters of the columns that it was read from, where columns were mixed."""
    letters = dict.fromkeys(letter(strand) for run, strand in row.strands.items() if run.owner == number)
    return "".join(f'<b data-s="{one}"></b>' for one in letters)


def _pilcrow(desk: Desk, number: int) -> str:
    line = desk.line(desk.evidence.pieces[number].spans[0][0])
    name = str(desk.wording.table["page"]["line_number"]).format(n=line)
    return f'<a class="pilcrow" href="#L{line}" aria-label="{escape(name)}">¶</a>'
