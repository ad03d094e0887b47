"""A proof (校样): the page of one article as it reads now, at once, with the links that it had in the last edition.

For the person who edits it and looks; the next edition, which takes longer, puts right what the edit changes elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from jianbao.archive.display_name import display_name, is_latin, summary
from jianbao.archive.model import Article, Mention
from jianbao.content.article_file import read_article
from jianbao.content.markdown import plain_text
from jianbao.frozen import frozen
from jianbao.press.article_page import article_sheets
from jianbao.press.edition import Edition


@frozen
class Proof:
    """A file of the site and its bytes."""

    file: str
    data: bytes


@frozen
class Proofs:
    """Pulls proofs from the last edition; `ids` has the articles by their files below content/."""

    edition: Edition
    ids: Mapping[str, str]

    @classmethod
    def of(cls, edition: Edition) -> Proofs:
        """For all articles of an edition."""
        return cls(edition, {article.file: id for id, article in edition.archive.articles.items()})

    def pull(self, file: str, data: bytes) -> Proof | None:
        """The page of the article in these bytes; None where it is another one, withheld, or cannot be read."""
        id = self.ids.get(file, "")
        read = read_article(file, data).article
        if read is None or read.front.id != id or read.front.withheld or id not in self.edition.entries:
            return None
        before = self.edition.archive.articles[id]
        plain = plain_text(read.body)
        article = replace(
            before,
            front=read.front,
            body=read.body,
            plain=plain,
            display=display_name(read.front, plain),
            summary=summary(plain, is_latin(read.front)),
            mentions=still_there(before, plain),
        )
        archive = replace(self.edition.archive, articles={**self.edition.archive.articles, id: article})
        (sheet,) = article_sheets(replace(self.edition, archive=archive), [article])
        return Proof(sheet.file, sheet.make())


def still_there(before: Article, plain: str) -> tuple[Mention, ...]:
    """The names of the text before and behind the place that was edited, where they stand now."""
    old = before.plain
    most = min(len(old), len(plain))
    first = next((at for at in range(most) if old[at] != plain[at]), most)
    last = next((n for n in range(most - first) if old[-1 - n] != plain[-1 - n]), most - first)
    moved, edited = len(plain) - len(old), len(old) - last
    return tuple(
        one if one.end <= first else one._replace(start=one.start + moved, end=one.end + moved)
        for one in before.mentions
        if one.end <= first or one.start >= edited
    )
