"""What the texts of the archive come to: its length, what is missing in it, what people and the machine did to it."""

from __future__ import annotations

from collections.abc import Collection
from operator import add, sub
from typing import NamedTuple

from jianbao.archive.model import Archive, Article
from jianbao.archive.review import LOSS
from jianbao.press.edition import Edition


class Tally(NamedTuple):
    """Articles that may be listed, characters and losses in them; and of how many articles something is true."""

    articles: int = 0
    characters: int = 0
    losses: int = 0
    damaged: int = 0
    proofread: int = 0
    edited: int = 0
    doubtful: int = 0
    corrected: int = 0
    untitled: int = 0

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(*map(add, self, other))

    def minus(self, other: Tally) -> Tally:
        """This one without the other."""
        return Tally(*map(sub, self, other))


def tally(edition: Edition) -> Tally:
    """All articles that may be listed."""
    doubtful, articles = doubtful_files(edition.archive), edition.archive.articles
    counted = [tally_of(articles[id], doubtful) for id in edition.entries]
    return Tally(*map(sum, zip(*counted, strict=True))) if counted else Tally()


def tally_of(article: Article, doubtful: Collection[str]) -> Tally:
    """One article; `doubtful` are the files of which the review list says that they were read with doubt."""
    losses = article.plain.count(LOSS)
    return Tally(
        1, len(article.plain), losses, losses > 0, bool(article.front.proofread), article.edited,
        article.file in doubtful, len(article.corrections), not article.front.title,
    )  # fmt: skip


def doubtful_files(archive: Archive) -> frozenset[str]:
    """The files of the articles that were read with doubt, as far as nobody has settled it."""
    return frozenset(line.file for line in archive.review if line.kind == "doubt")
