"""The edition as the list of what is printed: all pages, lists, feeds and files, family by family."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jianbao.press.about_page import about_page
from jianbao.press.alphabet import alphabet_sheets, spell
from jianbao.press.article_page import article_jobs
from jianbao.press.beside_lists import Besides, besides
from jianbao.press.calendar_pages import calendar_sheets
from jianbao.press.charts_page import charts_sheets
from jianbao.press.data_page import data_sheets
from jianbao.press.day_pages import day_jobs
from jianbao.press.docket import Job
from jianbao.press.edition import Edition
from jianbao.press.entity_pages import entity_jobs
from jianbao.press.feeds import feed_of_all, group_feeds
from jianbao.press.front_page import front_page
from jianbao.press.galley import Family, cut, family, whole
from jianbao.press.group_pages import district_index, group_jobs, index_sheets, topic_index
from jianbao.press.newspaper_page import page_jobs
from jianbao.press.pictures import picture_sheets
from jianbao.press.place_tree import ALPHABET, PlaceTree, grow, tree_sheets
from jianbao.press.review_pages import review_sheets
from jianbao.press.search_page import search_sheets
from jianbao.press.sheet import Sheet, whole_sheet
from jianbao.press.standing_pages import not_found, robots
from jianbao.press.stubs import Stubs
from jianbao.press.subscriptions import opml
from jianbao.press.undated_pages import undated_sheets

ARTICLES, PAGES, ENTITIES = 256, 64, 512
"""So many of them are printed in one go."""


def families(edition: Edition, about: bytes) -> Iterator[Family]:
    """Every file of the edition but the loose sheets, in the order of the archive. `about`: what the index says of itself."""
    archive = edition.archive
    tree, stubs = grow(edition), Stubs(edition)
    beside = besides(edition, tree)
    yield whole(_theme_files, edition)
    yield whole(lambda: [front_page(edition)])
    yield cut(partial(article_jobs, edition, stubs), list(archive.articles.values()), ARTICLES)
    yield whole(lambda: [district_index(edition)])
    yield family(group_jobs, edition, stubs, archive.districts, "districts/", beside)
    yield whole(lambda: [topic_index(edition)])
    yield family(group_jobs, edition, stubs, archive.topics, "topics/", beside)
    yield whole(lambda: [feed_of_all(edition)])
    yield family(group_feeds, edition, stubs, archive.districts, archive.topics, archive.cities)
    yield cut(partial(page_jobs, edition, stubs), list(archive.pages.values()), PAGES)
    yield family(picture_sheets, edition)
    yield family(_further, edition, stubs, beside, about)
    named = [one for kind in edition.entities.values() for one in kind.values()]
    yield cut(entity_jobs(edition, stubs), named, ENTITIES)
    yield family(_names, edition, tree)
    yield whole(data_sheets, edition, stubs)
    yield whole(charts_sheets, edition)


def _further(edition: Edition, stubs: Stubs, beside: Besides, about: bytes) -> Iterator[Sheet | Job]:
    """Further lists, the calendar, and the pages that every edition has."""
    archive = edition.archive
    yield from index_sheets(edition)
    for area in ("cities", "newspapers", "reporters", "series"):
        yield from group_jobs(edition, stubs, getattr(archive, area), f"{area}/", beside)
    yield from calendar_sheets(edition)
    yield from day_jobs(edition, stubs, beside)
    yield from undated_sheets(edition)
    yield from review_sheets(edition)
    yield from search_sheets(edition, about)
    yield about_page(edition)
    yield opml(edition)
    yield not_found(edition)
    yield robots(edition)


def _names(edition: Edition, tree: PlaceTree) -> Iterator[Sheet]:
    """The indexes over people, places and organizations and over those who sign."""
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
