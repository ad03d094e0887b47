"""The edition as the list of what is printed: all pages, lists, feeds and files, family by family."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from jianbao.archive.model import Entity, Group
from jianbao.press.about_page import about_facts, about_page
from jianbao.press.alphabet import alphabet_sheets, spell
from jianbao.press.article_page import article_jobs
from jianbao.press.beside_lists import Besides, besides
from jianbao.press.calendar_pages import calendar_job
from jianbao.press.charts_page import charts_sheets
from jianbao.press.data_page import data_sheets
from jianbao.press.day_pages import day_jobs, days_in_turn
from jianbao.press.edition import Edition
from jianbao.press.entity_pages import entity_jobs
from jianbao.press.feeds import feed_jobs, feed_of_all
from jianbao.press.front_page import front_facts, front_page
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
from jianbao.press.tally import Tally, tally
from jianbao.press.undated_pages import undated_sheets

ARTICLES, PAGES, ENTITIES, LISTS, DAYS = 256, 64, 512, 64, 256
"""So many of them are printed in one go."""


def families(edition: Edition, stubs: Stubs, about: bytes) -> Iterator[Family]:
    """Every file of the edition but the loose sheets, in the order of the archive. `about`: what the index says of itself."""
    archive = edition.archive
    tree = grow(edition)
    beside = besides(edition, tree)
    yield whole(_theme_files, edition)
    told = tally(edition)
    yield whole(_front, edition, told)
    yield cut(partial(article_jobs, edition, stubs), list(archive.articles.values()), ARTICLES)
    yield whole(lambda: [district_index(edition)])
    yield _lists(edition, stubs, beside, "districts")
    yield whole(lambda: [topic_index(edition)])
    yield _lists(edition, stubs, beside, "topics")
    yield whole(lambda: [feed_of_all(edition)])
    with_feed = [*archive.districts.values(), *archive.topics.values(), *archive.cities.values()]
    yield cut(feed_jobs(edition, stubs), with_feed, LISTS)
    yield cut(partial(page_jobs, edition, stubs), list(archive.pages.values()), PAGES)
    yield family(picture_sheets, edition)
    yield whole(index_sheets, edition)
    yield from (_lists(edition, stubs, beside, area) for area in ("cities", "newspapers", "reporters", "series"))
    yield whole(lambda: [calendar_job(edition, stubs)])
    yield cut(partial(day_jobs, edition, stubs, beside), days_in_turn(edition), DAYS)
    yield whole(_further, edition, about, told)
    named = [one for kind in edition.entities.values() for one in kind.values()]
    yield cut(entity_jobs(edition, stubs), named, ENTITIES)
    yield from (whole(_alphabet, edition, area, names) for area, names in _named_by_area(edition).items())
    yield whole(_places, edition, tree)
    yield whole(data_sheets, edition, stubs)
    yield whole(charts_sheets, edition)


def _lists(edition: Edition, stubs: Stubs, beside: Besides, area: str) -> Family:
    """The pages of all lists of a kind."""
    groups: Mapping[str, Group] = getattr(edition.archive, area)
    return cut(partial(group_jobs, edition, stubs, f"{area}/", beside), list(groups.values()), LISTS)


def _front(edition: Edition, told: Tally) -> Iterator[Sheet]:
    yield front_page(edition, front_facts(edition), told)


def _further(edition: Edition, about: bytes, told: Tally) -> Iterator[Sheet]:
    """The pages that every edition has."""
    yield from undated_sheets(edition)
    yield from review_sheets(edition, {one.file: id for id, one in edition.archive.articles.items()})
    yield from search_sheets(edition, about)
    yield about_page(edition, about_facts(edition, told), told)
    yield opml(edition)
    yield not_found(edition)
    yield robots(edition)


def _named_by_area(edition: Edition) -> dict[str, Mapping[str, Entity] | Mapping[str, Group]]:
    """Whose names stand in an alphabet: people, organizations and those who sign."""
    return {
        "people": edition.entities["person"],
        "organizations": edition.entities["organization"],
        "reporters": edition.archive.reporters,
    }


def _alphabet(edition: Edition, area: str, names: Mapping[str, Entity] | Mapping[str, Group]) -> Iterator[Sheet]:
    return alphabet_sheets(edition, spell(edition, area, f"{area}/", names))


def _places(edition: Edition, tree: PlaceTree) -> Iterator[Sheet]:
    """The places as a tree and from A to Z."""
    places = spell(edition, "places", ALPHABET, edition.entities["place"])
    yield from tree_sheets(edition, tree, places)
    yield from alphabet_sheets(edition, places)


def _theme_files(edition: Edition) -> Iterator[Sheet]:
    yield from (whole_sheet(asset.file, asset.data) for asset in edition.theme.assets.values())
    yield from (whole_sheet(file, data) for file, data in edition.nameplates.bytes_of.items())
