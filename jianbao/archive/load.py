"""Everything that content/ holds, read once: articles, records of pages, what people know, the register. I/O stands here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.archive.content_files import find_files, read_articles, read_text
from jianbao.archive.read_many import Held, Report
from jianbao.content import register
from jianbao.content.ids import ID, stray_ids
from jianbao.content.register import Address
from jianbao.frozen import frozen
from jianbao.problems import Problem, Weight, Words

if TYPE_CHECKING:
    from jianbao.archive.read_pages import HeldPage
    from jianbao.knowledge.authority import Misread
    from jianbao.knowledge.bylines import Bylines
    from jianbao.knowledge.districts import Districts
    from jianbao.knowledge.gazetteer import Gazetteer
    from jianbao.knowledge.told_organizations import ToldOrganizations
    from jianbao.knowledge.told_people import ToldPeople
    from jianbao.knowledge.topics import Topics

AUTHORITY = "_authority"


@frozen
class Shelf:
    """All of content/. Articles stand in the order of their paths; nothing is checked yet.

    `unread` are the paths of articles that are there and could not be read, or whose id nobody gave. `authority` is the
    folder of what people know.
    """

    articles: tuple[Held, ...]
    unread: tuple[str, ...]
    pages: tuple[HeldPage, ...]
    register: Mapping[str, Address]
    redirects: Mapping[str, str]
    districts: Districts
    topics: Topics
    bylines: Bylines
    people: ToldPeople
    organizations: ToldOrganizations
    gazetteer: Gazetteer
    authority: Path
    problems: tuple[Problem, ...]


def load(content: Path, cache: Path | None, jobs: int, report: Report) -> Shelf:
    """Read the content folder. What cannot be read is a problem; the rest goes on.

    `cache` keeps what was read of articles, and may be deleted at any time; `jobs` processes read new ones.
    """
    from jianbao.archive.read_pages import read_pages
    from jianbao.archive.told_redirects import read_redirects  # a plain site needs nothing of all this
    from jianbao.knowledge.authority_files import unknown_files
    from jianbao.knowledge.bylines import Bylines
    from jianbao.knowledge.districts import Districts
    from jianbao.knowledge.gazetteer import Gazetteer
    from jianbao.knowledge.learned import misread_learned
    from jianbao.knowledge.told_organizations import ToldOrganizations
    from jianbao.knowledge.told_people import ToldPeople
    from jianbao.knowledge.topics import Topics

    problems: list[Problem] = []
    found = find_files(content)
    unread: list[str] = []
    articles = tuple(read_articles(content, found.articles, cache, jobs, report, problems, unread))
    pages = tuple(read_pages(content, found, cache, jobs, report, problems))
    strays = stray_articles(articles, pages)
    problems += strays.values()
    articles = tuple(held for held in articles if held.article.path not in strays)
    known = read_register(content, problems)
    redirects, misread = read_redirects(content / AUTHORITY / "redirects.yaml")
    authority = content / AUTHORITY
    districts, topics, bylines = Districts.load(authority), Topics.load(authority), Bylines.load(authority)
    people, organizations = ToldPeople.load(authority), ToldOrganizations.load(authority)
    gazetteer = Gazetteer.load(authority, districts)
    told = (one.misread for one in (districts, topics, bylines, people, organizations, gazetteer))
    unused = (*unknown_files(authority), *misread, *chain.from_iterable(told), *misread_learned(authority))
    problems += (problem_of(one) for one in unused)
    return Shelf(
        articles,
        tuple(sorted({*unread, *strays})),
        pages,
        known,
        redirects,
        districts,
        topics,
        bylines,
        people,
        organizations,
        gazetteer,
        authority,
        tuple(problems),
    )


def stray_articles(articles: Iterable[Held], pages: Iterable[HeldPage]) -> dict[str, Problem]:
    """The articles, by path, whose id the program did not give: at another address they would be nobody's."""
    ids = ((held.article.path, held.article.front.id) for held in articles if ID.fullmatch(held.article.front.id))
    return stray_ids(ids, {page.path.rpartition("/")[0]: page.record for page in pages})


def read_register(content: Path, problems: list[Problem]) -> dict[str, Address]:
    """The register of addresses, empty where there is none yet."""
    text = read_text(content, register.NAME, problems, may_be_missing=True)
    if text is None:
        return {}
    addresses, told = register.parse_register(text)
    problems += told
    return addresses


def problem_of(misread: Misread) -> Problem:
    """What could not be read of an authority file, as a problem; what was read counts."""
    what, remedy = Words(misread.what_zh, misread.what_en), Words(misread.remedy_zh, misread.remedy_en)
    return Problem(misread.file, what, remedy, misread.line, weight=Weight.WARNING)
