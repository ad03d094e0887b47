"""Printing what a few changed texts show on, and nothing else: every other sheet stands as it stood.

Which sheets show a text of an article is told in one place, `families`; that nothing is forgotten there is proved by tests
that hold amended sites, byte for byte, against sites printed from nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import nullcontext
from functools import partial
from itertools import chain

from jianbao.archive.model import Archive, Article, Entity, Group
from jianbao.cabinet import Damaged
from jianbao.frozen import frozen
from jianbao.hands import another_hand, hands_for
from jianbao.press.about_page import about_page
from jianbao.press.addresses import UnsafeAddress, file_of
from jianbao.press.article_page import article_jobs
from jianbao.press.bench import Bench, Report, Row, gather
from jianbao.press.beside_lists import Besides, same_days
from jianbao.press.data_page import volume_sheets
from jianbao.press.day_pages import day_jobs, days_in_turn
from jianbao.press.delivery import deliver_amended, refusal, staging
from jianbao.press.edition import Edition
from jianbao.press.entity_pages import entity_jobs
from jianbao.press.feeds import feed_jobs, feed_of_all
from jianbao.press.front_page import front_page
from jianbao.press.galley import Family, cut, galleys, whole
from jianbao.press.last_edition import LastEdition, recall, remember_amended
from jianbao.press.newspaper_page import page_jobs
from jianbao.press.published import Published, largest_folders
from jianbao.press.review_pages import HOME as REVIEW
from jianbao.press.review_pages import review_sheets
from jianbao.press.search_page import marks_of, search_page
from jianbao.press.sheet import Sheet
from jianbao.press.sitemap import listed, sitemap_sheets
from jianbao.press.standing_edition import StandingEdition, Whole
from jianbao.press.stubs import Stubs
from jianbao.press.tally import doubtful_files, tally_of
from jianbao.press.theme_fault import theme_fault
from jianbao.press.volume import Volume, month_of
from jianbao.search.amend import amended_index
from jianbao.search.index_files import IndexFile
from jianbao.settings import Settings

Changed = Mapping[str, tuple[Article, Article]]
"""Articles by id: as they were, and as they are."""
SHARDS = "search/t/"
_MANY = 4
"""Entities that one hand prints in one go."""


def open_site(settings: Settings, mark: str, stands: Callable[[], bool] | None = None) -> StandingSite | None:
    """The site of the archive that stands under `mark`; None where there is none that can be amended.

    `stands` tells whether it stands as it was left, where somebody has looked.

    No site is for a disk: offline the texts of all articles stand beside the index, in files of their own.
    """
    site, cache = settings.folders.site, settings.folders.cache
    try:
        kept = StandingEdition.open(cache, mark)
    except Damaged:
        return None
    if kept is None or refusal(site) is not None:
        return None
    last = recall(cache, site)
    return StandingSite(settings, kept, last, stands) if last.weights else None


@frozen
class StandingSite:
    """A site, its edition, how its files were printed last, and what tells whether they stand so, if somebody has looked."""

    settings: Settings
    kept: StandingEdition
    last: LastEdition
    stands: Callable[[], bool] | None

    def publish(
        self, archive: Archive, before: Archive, changed: Changed, ids_by_file: Callable[[], Mapping[str, str]],
        report: Report, mark: str,
    ) -> Published | None:  # fmt: skip
        """Print what shows the `changed` articles of an archive, which is known by another `mark` from now on.

        `before` is the archive as it was, `ids_by_file` tells the article of every file. None where something is not as it
        was left, or the theme is at fault, which the long way tells: nothing is touched then.
        """
        try:
            return self._publish(archive, before, changed, ids_by_file, report, mark)
        except UnsafeAddress:
            return None
        except Exception as error:  # a template can raise anything
            if theme_fault(error, self.settings.theme, self.settings.folders.archive) is None:
                raise
            return None

    def _publish(
        self, archive: Archive, before: Archive, changed: Changed, ids_by_file: Callable[[], Mapping[str, str]],
        report: Report, mark: str,
    ) -> Published | None:  # fmt: skip
        folders, last, told = self.settings.folders, self.last, self.kept.whole
        edition, hands = self.kept.edition(archive, self.settings), hands_for(self.settings.jobs)
        texts = {**told.stubs, **told.restubbed}
        stubs = Stubs(edition, {id: stub for id, stub in texts.items() if id not in changed})
        news = [now for _, now in changed.values()]
        looked_at = frozenset(file_of(one.path) for one in news)  # whatever stands there, a proof of `serve` perhaps
        look = partial(last.stands, folders.site, looked_at)
        with (
            nullcontext(self.stands) if self.stands else another_hand(look, hands) as stands,
            amended_index(news, told.about, folders.cache) as index,
            staging(folders.site) as folder,
        ):
            if index is None or not (stands() or look()):
                return None
            now = _amended(told, before, archive, changed, stubs, index.about)
            bench = Bench.at(folders.site, folder, last)
            ids = ids_by_file() if archive.review != before.review else {}
            work = galleys(families(edition, stubs, now, changed, ids), hands)
            rows = bench.print_all(work, hands, report) + bench.print_here(_index_sheets(index.files))
            rows += bench.print_here(_sitemap(edition, rows, last))
            if not _are_the_same(rows, last, bool(ids)):
                return None
            staged = gather(rows, bench)
            delivered = deliver_amended(staged, folders.site, last)
            index.keep()
        self.kept.keep(now, mark)
        remember_amended(folders.cache, folders.site, last, delivered.edition)
        weights, problems = delivered.edition.weights, (*staged.problems, *delivered.problems)
        size, files = (sum(one) for one in zip(*weights.values(), strict=True))
        unchanged = files - len(staged.changed)
        return Published(delivered.written, unchanged, 0, files, size, problems, None, largest_folders(weights))


def _are_the_same(rows: Iterable[Row], last: LastEdition, is_reviewed: bool) -> bool:
    """Whether the sheets are ones that the site has; of the index, and of the review list if it is another, all of them."""
    files = {row.file for row in rows}
    areas = (SHARDS, REVIEW) if is_reviewed else (SHARDS,)
    return files <= last.files.keys() and files.issuperset(file for file in last.files if file.startswith(areas))


def families(
    edition: Edition,
    stubs: Stubs,
    told: Whole,
    changed: Collection[str],
    ids_by_file: Mapping[str, str],
) -> Iterator[Family]:
    """All sheets that show a text of the `changed` articles, or count what texts come to.

    With `ids_by_file`, those of all articles, the review list is another one, too.
    """
    archive = edition.archive
    articles = [archive.articles[id] for id in changed]
    pages = [archive.pages[id] for id in dict.fromkeys(one.page for one in articles)]
    on_pages = [archive.articles[id] for id in dict.fromkeys(chain.from_iterable(page.articles for page in pages))]
    parts = dict.fromkeys(chain.from_iterable(one.continued for one in articles))
    shown = [*on_pages, *(archive.articles[id] for id in parts if archive.articles[id] not in on_pages)]
    yield whole(lambda: [front_page(edition, told.front, told.tally)])
    yield whole(lambda: [about_page(edition, told.of_about, told.tally)])
    yield whole(lambda: [search_page(edition, marks_of([]), json.loads(told.about), told.search)])
    yield whole(partial(article_jobs, edition, stubs), shown)
    yield whole(lambda: [feed_of_all(edition)])
    yield whole(feed_jobs(edition, stubs), list(_groups_with_feed(archive, articles)))
    yield whole(partial(page_jobs, edition, stubs), pages)
    besides = Besides(same_day=same_days(edition.day_paths))
    days = {day for one in on_pages for day in (one.front.date, one.front.issued)}
    yield whole(partial(day_jobs, edition, stubs, besides), days_in_turn(edition, days))
    yield cut(entity_jobs(edition, stubs, changed, told.appearances), list(_entities(edition, articles)), _MANY)
    yield whole(_data, edition, stubs, told, frozenset(changed))
    if ids_by_file:
        yield whole(review_sheets, edition, ids_by_file)


def _amended(told: Whole, before: Archive, archive: Archive, changed: Changed, stubs: Stubs, about: bytes) -> Whole:
    """What is told of the whole with the changed articles in it."""
    was, now = doubtful_files(before), doubtful_files(archive)
    counted = told.tally
    for old, new in changed.values():
        counted = counted.minus(tally_of(old, was)).plus(tally_of(new, now))
    months = {
        ids[0]: month_of(stubs, ids).mark
        for volume in told.years.values()
        for ids in volume
        if not changed.keys().isdisjoint(ids)
    }
    texts = {id: stubs.text(id) for id in changed}
    return told._replace(
        tally=counted, about=about, months={**told.months, **months}, restubbed={**told.restubbed, **texts}
    )


def _groups_with_feed(archive: Archive, articles: Collection[Article]) -> Iterator[Group]:
    """The lists with a feed that have one of the articles."""
    ids = {one.id for one in articles}
    yield from (
        archive.districts[slug] for slug in dict.fromkeys(chain.from_iterable(one.districts for one in articles))
    )
    yield from (archive.topics[slug] for slug in dict.fromkeys(chain.from_iterable(one.topics for one in articles)))
    yield from (city for city in archive.cities.values() if not ids.isdisjoint(city.articles))


def _entities(edition: Edition, articles: Collection[Article]) -> Iterator[Entity]:
    """Those whom the articles name, as far as they have a page."""
    named = chain.from_iterable((*one.people, *one.places, *one.organizations) for one in articles)
    found = map(edition.entity_at, dict.fromkeys(one.path for one in named))
    yield from filter(None, found)


def _data(edition: Edition, stubs: Stubs, told: Whole, changed: frozenset[str]) -> Iterator[Sheet]:
    """The volumes that have one of the articles, and the page that says what all of them weigh."""
    volumes = {year: Volume(edition, stubs, year, told.volume(year)) for year in told.years}
    differing = [
        volume for year, volume in volumes.items() if any(not changed.isdisjoint(ids) for ids in told.years[year])
    ]
    yield from volume_sheets(edition, list(volumes.values()), differing)


def _sitemap(edition: Edition, rows: Iterable[Row], last: LastEdition) -> Iterator[Sheet]:
    """The sitemap, where a page tells another day of its last change: an article was proofread."""
    changed = {row.file: row.printed.changed for row in rows if row.file in last.files}
    if any(last.files[file].changed != day for file, day in changed.items()):
        days = ((file, changed.get(file, printed.changed)) for file, printed in last.files.items())
        yield from sitemap_sheets(edition.site, listed(days))


def _index_sheets(files: Collection[IndexFile]) -> Iterator[Sheet]:
    return (Sheet(f"search/{file.path}", file.mark, file.make) for file in files)
