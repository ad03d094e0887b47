"""One article with its links, from its file and the lists it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jianbao.archive.display_name import display_name, is_latin, summary
from jianbao.archive.load import Held, HeldPage
from jianbao.archive.model import Article
from jianbao.archive.pages import inferred, page_of
from jianbao.archive.register import article_path
from jianbao.archive.reporters import persons
from jianbao.content.article import FrontMatter
from jianbao.content.edited import is_edited
from jianbao.content.ledger_outline import LedgerOutline
from jianbao.content.markdown import plain_text
from jianbao.knowledge.bylines import Bylines

KEPT_OF_A_WITHHELD = ("id", "kind", "issued", "date", "newspaper", "page", "page_name", "language", "added", "withheld")


@dataclass(frozen=True, slots=True)
class Text:
    """An article's facts, body and plain text; for a withheld one none of them says what it was about."""

    front: FrontMatter
    body: str
    plain: str

    @property
    def telling(self) -> str:
        """The text that keywords are taken from: title lines and body."""
        return "\n".join((*self.front.kicker, self.front.title, *self.front.subtitle, self.plain))


def text_of(held: Held) -> Text:
    """What may be shown of an article."""
    front = held.article.front
    if front.withheld:
        return Text(FrontMatter(**{key: getattr(front, key) for key in KEPT_OF_A_WITHHELD}), "", "")
    return Text(front, held.article.body, plain_text(held.article.body))


@dataclass(frozen=True, slots=True)
class Links:
    """Slugs by the names that front matter uses; keywords and the articles before and after, by id."""

    districts: Mapping[str, str]
    topics: Mapping[str, str]
    newspapers: Mapping[str, str]
    reporters: Mapping[str, str]
    bylines: Bylines
    keywords: Mapping[str, tuple[str, ...]]
    around: Mapping[str, tuple[str, str]]
    pages: Mapping[str, HeldPage]
    """The records of the pages with their ledgers, by page id."""
    ledgers: bool
    """Whether ledgers were read: without them nobody can tell what a person wrote."""


def make_article(id: str, held: Held, text: Text, position: int, links: Links) -> Article:
    """The article as the press receives it; `position` counts from 1 on its page."""
    front = text.front
    before, after = links.around.get(id, ("", ""))
    page = links.pages.get(page_of(id))
    read = page.ledger if page and page.ledger and not front.withheld else LedgerOutline()
    edited = links.ledgers and is_edited(held.sha256, (page.ledger.written if page and page.ledger else {}).get(id))
    facts = {"issued": front.issued, "newspaper": front.newspaper}
    return Article(
        id=id, path=article_path(id), file=held.article.path, front=front, body=text.body,
        display=display_name(front, text.plain), summary=summary(text.plain, is_latin(front)), plain=text.plain,
        page=page_of(id), position=position, districts=slugs(front.districts, links.districts),
        topics=slugs(front.topics, links.topics), reporters=slugs(persons(front, links.bylines), links.reporters),
        keywords=links.keywords.get(id, ()), newspaper=links.newspapers.get(front.newspaper, ""), previous=before,
        next=after, edited=edited, digest=held.digest, edits=read.edits.get(id, {}),
        corrections=standing(read.corrections.get(id, ()), text, edited), inferred=inferred(page, facts),
    )  # fmt: skip


def standing(corrections: tuple[tuple[str, str], ...], text: Text, edited: bool) -> tuple[tuple[str, str], ...]:
    """The corrections that still stand in the text: a person may have put back what was printed."""
    return tuple(one for one in corrections if one[1] in text.telling) if edited else corrections


def slugs(names: Iterable[str], slug_of: Mapping[str, str]) -> tuple[str, ...]:
    """The slugs of the names that have a list, each once: two names may mean one district."""
    return tuple(dict.fromkeys(slug_of[name] for name in names if name in slug_of))
