"""One article with its links, from its file and the lists it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jianbao.archive.display_name import display_name, is_latin, summary
from jianbao.archive.entities.of_article import NOTHING_NAMED, ArticleNames
from jianbao.archive.model import Article
from jianbao.archive.pages import inferred, page_of
from jianbao.archive.read_many import Held
from jianbao.archive.read_pages import HeldPage
from jianbao.archive.register import article_path
from jianbao.archive.reporters import persons
from jianbao.archive.stories.tell import Stories
from jianbao.archive.texts import Text
from jianbao.content.edited import is_edited
from jianbao.content.ledger_outline import LedgerOutline
from jianbao.frozen import frozen
from jianbao.knowledge.bylines import Bylines
from jianbao.knowledge.told_people import ToldPeople


@frozen
class Links:
    """Slugs by the names that front matter uses; what the archive found of each article, and those before and after, by id."""

    districts: Mapping[str, str]
    topics: Mapping[str, str]
    newspapers: Mapping[str, str]
    reporters: Mapping[str, str]
    bylines: Bylines
    people: ToldPeople
    keywords: Mapping[str, tuple[str, ...]]
    named: Mapping[str, ArticleNames]
    stories: Stories
    numbers: Mapping[str, int]
    around: Mapping[str, tuple[str, str]]
    pages: Mapping[str, HeldPage]
    """The records of the pages with their ledgers, by page id."""


def make_article(id: str, held: Held, text: Text, position: int, links: Links) -> Article:
    """The article as the press receives it; `position` counts from 1 on its page."""
    front = text.front
    before, after = links.around.get(id, ("", ""))
    page = links.pages.get(page_of(id))
    read = page.ledger if page and page.ledger and not front.withheld else LedgerOutline()
    edited = is_edited(held.sha256, (page.ledger.written if page and page.ledger else {}).get(id))
    facts = {"issued": front.issued, "newspaper": front.newspaper}
    named, stories = links.named.get(id, NOTHING_NAMED), links.stories
    return Article(
        id=id, path=article_path(id), file=held.article.path, front=front, body=text.body,
        display=display_name(front, text.plain), summary=summary(text.plain, is_latin(front)), plain=text.plain,
        page=page_of(id), position=position, districts=slugs(front.districts, links.districts),
        topics=slugs(front.topics, links.topics), reporters=slugs(persons(front, links.bylines, links.people), links.reporters),
        keywords=links.keywords.get(id, ()), newspaper=links.newspapers.get(front.newspaper, ""), previous=before,
        next=after, edited=edited, digest=held.digest, edits=read.edits.get(id, {}),
        corrections=text.still_corrected(read.corrections.get(id, ()), edited), inferred=inferred(page, facts),
        mentions=named.mentions, people=named.people, places=named.places, organizations=named.organizations,
        related=stories.related.get(id, ()), series=stories.series_of.get(id, ()),
        on_this_day=stories.on_this_day.get(id, ()), continued=stories.continued.get(id, ()),
        number=links.numbers[id],
    )  # fmt: skip


def slugs(names: Iterable[str], slug_of: Mapping[str, str]) -> tuple[str, ...]:
    """The slugs of the names that have a list, each once: two names may mean one district."""
    return tuple(dict.fromkeys(slug_of[name] for name in names if name in slug_of))
