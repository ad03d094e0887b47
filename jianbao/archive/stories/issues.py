"""Which pages are of one issue: those of one paper and day, or, where these are unknown, of one folder of raw files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jianbao.archive.stories.pieces import Piece


class Issues:
    """The pieces of all issues by the numbers of their pages."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces: dict[tuple[str, str, str], list[Piece]] = {}
        for piece in pieces:
            for paper, where in _shelves(piece):
                self._pieces.setdefault((paper, where, piece.number), []).append(piece)

    def on_page(self, piece: Piece, number: str) -> list[Piece]:
        """The pieces on the page of that number (empty: on pages without a number) in the issue of this piece."""
        found: dict[str, Piece] = {}
        for paper, where in _shelves(piece):
            for other in self._pieces.get((paper, where, number), ()):
                if other.page != piece.page and is_one_issue(piece, other):
                    found[other.id] = other
        return list(found.values())


def is_one_issue(one: Piece, other: Piece) -> bool:
    """Whether two pieces may be of one issue: nothing known of both speaks against it, and the day or the folder for it."""
    known = [(ours, theirs) for ours, theirs in ((one.paper, other.paper), (one.day, other.day)) if ours and theirs]
    if any(ours != theirs for ours, theirs in known):
        return False
    return len(known) == 2 or one.folder == other.folder


def _shelves(piece: Piece) -> Iterator[tuple[str, str]]:
    yield "", piece.folder
    if piece.paper and piece.day:
        yield piece.paper, piece.day
