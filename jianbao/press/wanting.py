"""What the archive lacks and what it is not sure of, counted for the front page, each with the place where it can be seen."""

from __future__ import annotations

from dataclasses import dataclass

from jianbao.press.edition import Edition
from jianbao.press.holdings import holdings


@dataclass(frozen=True, slots=True)
class Want:
    """A kind of lack or doubt (a key of the theme's words), the words of its amount, and the address behind it."""

    kind: str
    amount: str
    path: str


def wants(edition: Edition) -> list[Want]:
    """What is missing, then what is in doubt; nothing that is not so."""
    archive, amount = edition.archive, edition.wording.amount
    pages = archive.pages.values()
    counted = (
        ("gaps", "days", _gaps(edition), "dates/"),
        ("losses", "things", sum(page.losses for page in pages), "review/"),
        ("undated", "pages", len(archive.undated), "dates/undated/"),
        ("unnamed", "pages", sum(not page.newspaper for page in pages), "review/"),
        ("review", "things", len(archive.review), "review/"),
        ("unproofread", "articles", _unproofread(edition), "about/"),
    )
    return [Want(kind, amount(of, number), path) for kind, of, number, path in counted if number]


def _gaps(edition: Edition) -> int:
    """The missing days of the papers of which archive.yaml says when they come out."""
    if not any(paper.days for paper in edition.settings.newspapers):
        return 0
    return sum(len(paper.gaps) for paper in holdings(edition))


def _unproofread(edition: Edition) -> int:
    return sum(not edition.archive.articles[id].front.proofread for id in edition.entries)
