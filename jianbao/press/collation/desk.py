"""What lies on the table while a page is collated: its ledger, its articles, and what is looked up in them again and again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from jianbao.content.ledger_evidence import Evidence
from jianbao.frozen import frozen
from jianbao.press.collation.rows import line_starts
from jianbao.press.collation.setting import Changes, changes_by_span
from jianbao.press.wording import Wording


@frozen
class Face:
    """An article as its page shows it: its place there from 1, its look on the spine, its address from the page, its name.

    `language` is empty where it is the site's own. A `withheld` one shows nothing but its address; one that is `gone`
    was taken out of the archive, and has none. `edited`: a person has changed its text since it was read.
    """

    id: str
    place: int
    look: str
    href: str = ""
    display: str = ""
    language: str = ""
    withheld: bool = False
    gone: bool = False
    edited: bool = False


@frozen
class Desk:
    """A page on the table. Owners of characters are the pieces by number, and behind them the scraps.

    `faces` has the article of every piece; `hidden` says of every owner whether nothing of it may be shown. `before` are
    the lines of the raw file above the page.
    """

    evidence: Evidence
    raw: str
    starts: Sequence[int]
    changes: Changes
    faces: Sequence[Face]
    hidden: Sequence[bool]
    before: int
    wording: Wording

    def line(self, at: int) -> int:
        """The number of the line of a character, counted in the raw file."""
        return self.before + max(1, bisect_right(self.starts, at))

    def is_article(self, owner: int) -> bool:
        """Whether the owner is a part of an article."""
        return owner < len(self.faces)

    def looks(self) -> list[tuple[str, str]]:
        """The look and the article of every owner."""
        return [(face.look, face.id) for face in self.faces] + [("furniture", "")] * len(self.evidence.scraps)


def lay_out(evidence: Evidence, faces: Mapping[str, Face], before: int, wording: Wording) -> Desk:
    """The table for a page. What may repeat a withheld article is hidden with it."""
    gone = {piece.article: Face(piece.article, 0, "a", gone=True) for piece in evidence.pieces}
    of_pieces = [faces.get(piece.article) or gone[piece.article] for piece in evidence.pieces]
    hides = any(face.withheld for face in faces.values())
    hidden = [face.withheld for face in of_pieces] + [hides and scrap.kind == "duplicate" for scrap in evidence.scraps]
    return Desk(
        evidence,
        "".join(evidence.lines),
        line_starts(evidence.lines),
        changes_by_span(evidence.pieces),
        of_pieces,
        hidden,
        before,
        wording,
    )
