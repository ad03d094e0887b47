"""Pieces: the articles of an issue as parts that may go on on another page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from jianbao.archive.arrange import Arranged
from jianbao.archive.display_name import display_name
from jianbao.archive.order import known_day
from jianbao.archive.stories.page_numbers import page_number
from jianbao.archive.texts import Text
from jianbao.content.article import STANDS_ALONE
from jianbao.content.page_record import Jump
from jianbao.frozen import frozen


@frozen
class Piece:
    """An article that may be a part of a longer one.

    `number` is that of its page; `to` and `come` are the pages that its jump lines name (下转, 上接). `paper` and `day` are
    those of its page as far as known, `folder` that of the raw file. `told_next` and `told_before` are what a person wrote
    (`continued_by`, `continues`): an id, `none`, or nothing.
    """

    id: str
    page: str
    source: Text
    number: str = ""
    to: str = ""
    come: str = ""
    paper: str = ""
    day: str = ""
    folder: str = ""
    told_next: str = ""
    told_before: str = ""

    @property
    def name(self) -> str:
        """What lists call it."""
        return display_name(self.source.front, self.source.plain)

    @property
    def title(self) -> str:
        """Its headline, empty for none."""
        return self.source.front.title

    @property
    def text(self) -> str:
        """Its plain text."""
        return self.source.plain


def pieces_of(arranged: Arranged) -> dict[str, Piece]:
    """All articles that may be shown, by id, in the order of the archive."""
    return {piece.id: piece for page in arranged.printed for piece in _on_page(arranged, page)}


def _on_page(arranged: Arranged, page: str) -> Iterator[Piece]:
    held, facts = arranged.held.get(page), arranged.facts[page]
    jumps = {jump.article: jump for jump in held.record.jumps} if held else {}
    folder = str(PurePosixPath(held.record.raw_file).parent) if held else ""
    for id in arranged.printed[page]:
        text, jump = arranged.texts[id], jumps.get(id, Jump(id))
        if not text.front.withheld:
            yield Piece(
                id, page, text,
                number=page_number(facts.get("page", "")), to=page_number(jump.to), come=page_number(jump.come),
                paper=facts.get("newspaper", ""), day=known_day(facts.get("issued", "")), folder=folder,
                told_next=_told(text.front.continued_by), told_before=_told(text.front.continues),
            )  # fmt: skip


def _told(value: str) -> str:
    return STANDS_ALONE[0] if value in STANDS_ALONE else value
