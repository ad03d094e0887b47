"""What the archive lacks and what it is not sure of, counted for the front page, each with the place where it can be seen."""

from __future__ import annotations

from jianbao.frozen import frozen
from jianbao.press.edition import Edition
from jianbao.press.holdings import holdings
from jianbao.press.tally import Tally


@frozen
class Want:
    """A kind of lack or doubt (a key of the theme's words), the words of its amount, and the address behind it."""

    kind: str
    amount: str
    path: str


@frozen
class Lacks:
    """What lacks of newspaper pages: days without one, losses in them, and pages whose paper nobody knows."""

    gaps: int
    losses: int
    unnamed: int


def lacks(edition: Edition) -> Lacks:
    """What lacks of all pages of the archive."""
    pages = edition.archive.pages.values()
    return Lacks(_gaps(edition), sum(page.losses for page in pages), sum(not page.newspaper for page in pages))


def wants(edition: Edition, lacking: Lacks, told: Tally) -> list[Want]:
    """What is missing, then what is in doubt; nothing that is not so."""
    archive, amount = edition.archive, edition.wording.amount
    counted = (
        ("gaps", "days", lacking.gaps, "dates/"),
        ("losses", "things", lacking.losses, "review/"),
        ("undated", "pages", len(archive.undated), "dates/undated/"),
        ("unnamed", "pages", lacking.unnamed, "review/"),
        ("review", "things", len(archive.review), "review/"),
        ("unproofread", "articles", told.articles - told.proofread, "about/"),
    )
    return [Want(kind, amount(of, number), path) for kind, of, number, path in counted if number]


def _gaps(edition: Edition) -> int:
    """The missing days of the papers of which archive.yaml says when they come out."""
    if not any(paper.days for paper in edition.settings.newspapers):
        return 0
    return sum(len(paper.gaps) for paper in holdings(edition))
