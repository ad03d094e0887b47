"""The archive of a plain site: articles in order with their lists by district and topic, and nothing else.

No names, stories, papers, days or redirects; the register is read for its slugs and left alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.archive.arrange import Arranged, arrange
from jianbao.archive.check import check
from jianbao.archive.content_files import Found
from jianbao.archive.display_name import display_name
from jianbao.archive.districts import list_districts
from jianbao.archive.load import AUTHORITY, problem_of, read_register, stray_articles
from jianbao.archive.model import Archive, Article, Page
from jianbao.archive.order import neighbours, newest_in_archive
from jianbao.archive.pages import make_page
from jianbao.archive.read_many import Held, Report
from jianbao.archive.register import article_path
from jianbao.archive.topics import list_topics, slugs_in_use
from jianbao.frozen import frozen
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.topics import Topics
from jianbao.problems import Problem

if TYPE_CHECKING:
    from jianbao.archive.read_pages import HeldPage

Slugs = Mapping[str, str]

TABLE = "pages.csv"


@frozen
class Known:
    """The districts and topics that can be known."""

    districts: Districts
    topics: Topics

    @classmethod
    def load(cls, content: Path) -> Known:
        """What is shipped, and what stands in content/_authority."""
        return cls(Districts.load(content / AUTHORITY), Topics.load(content / AUTHORITY, with_words=False))


def plain_archive(
    content: Path, found: Found, articles: Sequence[Held], known: Known, problems: list[Problem], report: Report
) -> Archive:
    """The articles that were read of content/, in order; `problems` are those of reading them."""
    districts, topics = known.districts, known.topics
    pages: tuple[HeldPage, ...] = ()
    if found.records or (content / TABLE).exists():
        from jianbao.archive.read_pages import read_pages  # articles of other programs have no records

        pages = tuple(read_pages(content, found, None, 1, report, problems, ledgers=False))
        strays = stray_articles(articles, pages)
        problems += strays.values()
        articles = [held for held in articles if held.article.path not in strays]
    problems += map(problem_of, (*districts.misread, *topics.misread))
    checked = check(articles, pages, districts, topics)
    arranged = arrange(checked.articles, pages, plain=True)
    newest, register = arranged.newest, read_register(content, problems)
    by_district, district_slugs = list_districts(newest, districts, register)
    by_topic = list_topics(newest, topics, register)
    topic_slugs = slugs_in_use(newest, by_topic, topics)
    return Archive(
        articles=_articles(checked.articles, arranged, district_slugs, topic_slugs),
        pages=_pages(arranged),
        districts=by_district.groups,
        cities={},
        topics=by_topic.groups,
        newspapers={},
        days={},
        reporters={},
        news=newest_in_archive(arranged.listed),
        undated=(),
        redirects=(),
        review=(),
        problems=(*problems, *checked.problems),
        heads={id: one.head for id, one in checked.articles.items() if one.head},
    )


def _articles(held: Mapping[str, Held], arranged: Arranged, districts: Slugs, topics: Slugs) -> dict[str, Article]:
    """The articles in the order of the archive; what only other sites show of them is empty."""
    around = neighbours(arranged.listed)
    articles: dict[str, Article] = {}
    for page, ids in arranged.printed.items():
        for position, id in enumerate(ids, start=1):
            text = arranged.texts[id]
            front = text.front
            before, after = around.get(id, ("", ""))
            articles[id] = Article(
                id=id, path=article_path(id), file=held[id].article.path, front=front, body=text.body,
                display=display_name(front, text.plain), summary="", plain=text.plain, page=page, position=position,
                districts=tuple(dict.fromkeys([districts[name] for name in front.districts if name in districts])),
                topics=tuple(dict.fromkeys([topics[name] for name in front.topics if name in topics])),
                reporters=(), keywords=(), newspaper="", previous=before, next=after, edited=False,
                digest=held[id].digest,
            )  # fmt: skip
    return articles


def _pages(arranged: Arranged) -> dict[str, Page]:
    """The pages, which a plain site counts and does not show."""
    return {
        id: make_page(id, arranged.held.get(id), arranged.facts[id], ids, "", ("", ""))
        for id, ids in arranged.printed.items()
    }
