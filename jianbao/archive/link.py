"""content/ → one linked archive: the story of this room. Reading stands at its beginning, the register at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from jianbao.archive.arrange import Arranged, arrange
from jianbao.archive.articles import Links, make_article
from jianbao.archive.catalogue import Catalogue, make_catalogue
from jianbao.archive.check import check
from jianbao.archive.content_files import find_files
from jianbao.archive.entities.moved import moved_addresses
from jianbao.archive.link_names import Linked, link_names, search_names
from jianbao.archive.link_plain import link_plain
from jianbao.archive.load import Shelf, load
from jianbao.archive.model import Archive, Article, Page
from jianbao.archive.numbers import number_articles
from jianbao.archive.order import neighbours, newest_in_archive
from jianbao.archive.pages import make_page
from jianbao.archive.read_many import Held, Report
from jianbao.archive.read_pages import HeldPage
from jianbao.archive.register import Registered, article_path, bring_up_to_date, live_addresses
from jianbao.archive.review import by_urgency, review_pages
from jianbao.archive.standing import Backing
from jianbao.archive.stories.gather import gather_traits
from jianbao.archive.stories.tell import Stories, tell_stories
from jianbao.archive.write_register import write_register
from jianbao.at_rest import collector_at_rest
from jianbao.content.register import Address
from jianbao.hands import do_nothing


def say_nothing(step: str, done: int, of: int) -> None:
    """Report to nobody."""


def link(
    content: Path,
    cache: Path | None,
    *,
    plain: bool = False,
    jobs: int = 1,
    report: Report = say_nothing,
) -> Archive:
    """Read content/, link everything, and bring content/_register.csv up to date (written only if it changed).

    `cache` keeps what was found in each article and may be deleted at any time; `jobs` processes look through new
    ones (0: one a core). A `plain` archive is that of `link_plain`.
    """
    return (
        link_plain(content, find_files(content), jobs, report)
        if plain
        else link_whole(content, cache, jobs, report).archive
    )


class Whole(NamedTuple):
    """A linked archive, and what was known when it was linked."""

    archive: Archive
    backing: Backing


@collector_at_rest()
def link_whole(
    content: Path, cache: Path | None, jobs: int, report: Report, meanwhile: Callable[[], object] = do_nothing
) -> Whole:
    """What `link` does, with what its steps knew; `meanwhile` is done while another process looks through some articles."""
    shelf = load(content, cache, jobs, report)
    checked = check(shelf.articles, shelf.pages, shelf.districts, shelf.topics)
    arranged = arrange(checked.articles, shelf.pages)
    search = search_names(arranged, shelf, cache, jobs, report)
    catalogue = make_catalogue(arranged, shelf)
    meanwhile()
    linked = link_names(search, catalogue, shelf, cache)
    traits = gather_traits(arranged, linked)
    stories = tell_stories(traits, arranged, shelf, cache)
    numbers = number_articles(shelf.register, {id: text.front for id, text in arranged.texts.items()})
    articles = link_articles(checked.articles, arranged, catalogue, linked, stories, shelf, numbers)
    pages = link_pages(arranged, catalogue)
    live = live_addresses(numbers, pages, catalogue.named(), linked.pages.named(), stories.series.named())
    unread = pages_of(shelf.unread, shelf.pages)
    replaced = {
        article_path(old): article_path(new) for page in shelf.pages for old, new in page.record.replaced.items()
    }

    def register(known: Mapping[str, Address]) -> Registered:
        moved = replaced | moved_addresses(known, linked.entities, linked.pages)
        return bring_up_to_date(known, live, shelf.redirects, unread, moved)

    registered = register(shelf.register)
    settled = registered.addresses == shelf.register or register(registered.addresses) == registered
    unwritten = write_register(content, shelf.register, registered.addresses)
    archive = Archive(
        articles=articles,
        pages=pages,
        districts=catalogue.places.districts.groups,
        cities=catalogue.places.cities.groups,
        topics=catalogue.topics.groups,
        newspapers=catalogue.newspapers.groups,
        days=catalogue.days,
        reporters=catalogue.reporters.groups,
        people=linked.pages.people.entities,
        places=linked.pages.places.entities,
        organizations=linked.pages.organizations.entities,
        series=stories.series.groups,
        news=newest_in_archive(arranged.listed),
        undated=tuple(id for id, page in pages.items() if not page.date),
        redirects=registered.redirects,
        review=by_urgency([*registered.review, *review_pages(pages, arranged.held, articles), *stories.refused]),
        problems=(*shelf.problems, *checked.problems, *registered.problems, *unwritten),
        waiting=registered.waiting,
    )
    return Whole(archive, Backing(traits, stories.joined, settled))


def pages_of(paths: Iterable[str], pages: Iterable[HeldPage]) -> frozenset[str]:
    """The ids of the pages in whose folders the files stand."""
    folders = {str(PurePosixPath(path).parent) for path in paths}
    return frozenset(page.record.id for page in pages if str(PurePosixPath(page.path).parent) in folders)


def link_articles(
    held: Mapping[str, Held], arranged: Arranged, catalogue: Catalogue, linked: Linked, stories: Stories, shelf: Shelf,
    numbers: Mapping[str, int],
) -> dict[str, Article]:  # fmt: skip
    """All articles with their links, in the order of the archive."""
    links = Links(
        bylines=shelf.bylines,
        people=shelf.people,
        districts=catalogue.places.slug_of,
        topics=catalogue.topic_slugs,
        newspapers=catalogue.newspapers.slug_of,
        reporters=catalogue.reporters.slug_of,
        keywords=linked.keywords,
        named=linked.of_article,
        stories=stories,
        numbers=numbers,
        around=neighbours(arranged.listed),
        pages=arranged.held,
    )
    return {
        id: make_article(id, held[id], arranged.texts[id], position, links)
        for ids in arranged.printed.values()
        for position, id in enumerate(ids, start=1)
    }


def link_pages(arranged: Arranged, catalogue: Catalogue) -> dict[str, Page]:
    """All pages, in the order of the archive."""
    around = neighbours(arranged.printed)
    paper_of = {id: facts.get("newspaper", "") for id, facts in arranged.facts.items()}
    withheld = arranged.texts.keys() - arranged.listed.keys()
    slug_of = {id: catalogue.newspapers.slug_of.get(paper, "") for id, paper in paper_of.items()}
    return {
        id: make_page(id, arranged.held.get(id), arranged.facts[id], ids, slug_of[id], around[id], withheld)
        for id, ids in arranged.printed.items()
    }
