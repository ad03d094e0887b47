"""archive → site: the list of what is printed, and how it comes to stand in the site's folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import chain

from jianbao.archive.model import Archive
from jianbao.hands import hands_for
from jianbao.press.about_page import about_page
from jianbao.press.addresses import UnsafeAddress
from jianbao.press.alphabet import alphabet_sheets, spell
from jianbao.press.article_page import article_sheets
from jianbao.press.bench import Bench, Report, gather
from jianbao.press.beside_lists import Besides, besides
from jianbao.press.calendar_pages import calendar_sheets
from jianbao.press.data_page import data_sheets
from jianbao.press.delivery import deliver, holds_more_than_plain, refusal, staging
from jianbao.press.edition import Edition, prepare
from jianbao.press.entity_pages import entity_sheets
from jianbao.press.feeds import feed_of_all, group_feeds
from jianbao.press.front_page import front_page
from jianbao.press.galley import Family, cut, family, galleys, whole
from jianbao.press.group_pages import district_index, group_sheets, index_sheets, topic_index
from jianbao.press.last_edition import recall, remember
from jianbao.press.newspaper_page import page_sheets
from jianbao.press.place_tree import ALPHABET, PlaceTree, grow, tree_sheets
from jianbao.press.published import Published
from jianbao.press.review_pages import review_sheets
from jianbao.press.search_page import search_sheets
from jianbao.press.sheet import Sheet, whole_sheet
from jianbao.press.sitemap import sitemap_sheets
from jianbao.press.standing_pages import not_found, redirect_sheet, robots, waiting_sheet
from jianbao.press.subscriptions import opml
from jianbao.press.theme_fault import theme_fault
from jianbao.problems import CallError, Problem, Words
from jianbao.search.search_index import SearchIndex, search_index
from jianbao.settings import Settings

ARTICLES = 256
"""So many are printed in one go."""


def publish(archive: Archive, settings: Settings, report: Report) -> Published:
    """Bring the site's folder to what `archive` says, and write nothing that already stands.

    Raises CallError when the theme is not to be found, or a plain site would take the place of a full one. A theme at
    fault is a problem, and the site stands as it stood.
    """
    try:
        return _publish(archive, settings, report)
    except CallError:
        raise
    except Exception as error:  # a template can raise anything
        folders = settings.folders
        fault = theme_fault(error, settings.theme, folders.archive)
        if fault is None:
            raise
        return Published(0, 0, 0, 0, 0, (fault,))


def _publish(archive: Archive, settings: Settings, report: Report) -> Published:
    site, cache = settings.folders.site, settings.folders.cache
    last = recall(cache, site)
    if settings.plain and holds_more_than_plain(site, last):
        raise CallError(
            f"{site} 里是完整的网站，--plain 会删去它的版面、日期等页面。请用 --site 另指一个文件夹。\n"
            f"{site} holds a full site, of which --plain would remove papers, dates and more. Name another folder with --site."
        )
    if (problem := refusal(site)) is not None:
        return Published(0, 0, 0, 0, 0, (problem,))
    edition = prepare(archive, settings)
    refused: list[Problem] = []
    with _search_index(edition) as index, staging(site) as folder:
        if index.problems:
            return Published(0, 0, 0, 0, 0, index.problems)
        hands = hands_for(settings.jobs)
        bench = Bench.at(site, folder, last)
        try:
            printed = bench.print_all(galleys(_families(edition), hands), hands, report)
            printed += bench.print_here(chain(_loose_sheets(edition, refused), _index_sheets(index)))
            printed += bench.print_here(sitemap_sheets(edition.site, [row.listed for row in printed if row.listed]))
            staged = gather(printed, bench)
        except UnsafeAddress as unsafe:
            return Published(0, 0, 0, 0, 0, (_unsafe("site", str(unsafe)),))
        delivered = deliver(staged, site, folder)
    remember(cache, site, last, delivered.edition)
    unchanged = len(staged.files) - len(staged.changed)
    problems = (*edition.nameplates.problems, *refused, *staged.problems, *delivered.problems)
    return Published(delivered.written, unchanged, delivered.removed, len(staged.files), staged.bytes, problems)


def _families(edition: Edition) -> Iterator[Family]:
    """Every file of the edition but the loose sheets, in the order of the archive."""
    archive, plain = edition.archive, edition.settings.plain
    tree = grow(edition)
    beside = Besides() if plain else besides(edition, tree)
    yield whole(_theme_files, edition)
    yield whole(lambda: [front_page(edition)])
    yield cut(partial(article_sheets, edition), list(archive.articles.values()), ARTICLES)
    yield whole(lambda: [district_index(edition)])
    yield family(group_sheets, edition, archive.districts, "districts/", beside)
    yield whole(lambda: [topic_index(edition)])
    yield family(group_sheets, edition, archive.topics, "topics/", beside)
    yield whole(lambda: [feed_of_all(edition)])
    yield family(group_feeds, edition, archive.districts, archive.topics, {} if plain else archive.cities)
    if not plain:
        yield family(page_sheets, edition)
        yield family(_further_sheets, edition, beside)
        yield family(_names, edition, tree)
        yield whole(data_sheets, edition)


def _loose_sheets(edition: Edition, refused: list[Problem]) -> Iterator[Sheet]:
    """What stands at addresses where something else stood before, and will stand."""
    if not edition.settings.plain:
        yield from (waiting_sheet(edition, waiting) for waiting in edition.archive.waiting)
        yield from _redirects(edition, refused)


def _further_sheets(edition: Edition, beside: Besides) -> Iterator[Sheet]:
    """What a plain site generator would not make."""
    archive = edition.archive
    yield from index_sheets(edition)
    yield from group_sheets(edition, archive.cities, "cities/", beside)
    yield from group_sheets(edition, archive.newspapers, "newspapers/", beside)
    yield from group_sheets(edition, archive.reporters, "reporters/", beside)
    yield from group_sheets(edition, archive.series, "series/", beside)
    yield from calendar_sheets(edition)
    yield from group_sheets(edition, archive.days, "dates/", beside)
    yield from review_sheets(edition)
    yield from search_sheets(edition)
    yield about_page(edition)
    yield opml(edition)
    yield not_found(edition)
    yield robots(edition)


def _names(edition: Edition, tree: PlaceTree) -> Iterator[Sheet]:
    """The pages of people, places and organizations, and the indexes over them and over those who sign."""
    yield from entity_sheets(edition)
    for area, names in (
        ("people", edition.entities["person"]),
        ("organizations", edition.entities["organization"]),
        ("reporters", edition.archive.reporters),
    ):
        yield from alphabet_sheets(edition, spell(edition, area, f"{area}/", names))
    places = spell(edition, "places", ALPHABET, edition.entities["place"])
    yield from tree_sheets(edition, tree, places)
    yield from alphabet_sheets(edition, places)


def _theme_files(edition: Edition) -> Iterator[Sheet]:
    yield from (whole_sheet(asset.file, asset.data) for asset in edition.theme.assets.values())
    yield from (whole_sheet(file, data) for file, data in edition.nameplates.bytes_of.items())


def _redirects(edition: Edition, refused: list[Problem]) -> Iterator[Sheet]:
    for redirect in edition.archive.redirects:
        try:
            yield redirect_sheet(edition, redirect)
        except UnsafeAddress as unsafe:
            refused.append(_unsafe(f"{redirect.path} → {redirect.target}", str(unsafe)))


def _search_index(edition: Edition) -> AbstractContextManager[SearchIndex]:
    """The index of the search, proved; a plain site has none."""
    settings = edition.settings
    if settings.plain:
        return nullcontext(SearchIndex(()))
    return search_index(edition.archive, settings.folders.cache, settings.jobs, settings.offline)


def _index_sheets(index: SearchIndex) -> Iterator[Sheet]:
    return (Sheet(f"search/{file.path}", file.mark, file.make) for file in index.files)


def _unsafe(what: str, path: str) -> Problem:
    return Problem(
        "content/_register.csv",
        Words(f"“{what}”里有不能用作网址的部分：{path}", f"“{what}” has a part that cannot be an address: {path}"),
        Words("网址只能用英文字母、数字、连字符和点。", "Use ASCII letters, digits, hyphens and dots only."),
    )
