"""archive → site: what is printed, and how it comes to stand in the site's folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from jianbao.archive.model import Archive
from jianbao.hands import another_hand, do_nothing, hands_for
from jianbao.press.addresses import UnsafeAddress
from jianbao.press.bench import Bench, Report, gather
from jianbao.press.delivery import deliver, holds_more_than_plain, refusal, staging
from jianbao.press.edition import Edition, prepare
from jianbao.press.galley import Family, galleys
from jianbao.press.last_edition import recall, remember
from jianbao.press.published import Published, largest_folders
from jianbao.press.sheet import Sheet
from jianbao.press.sitemap import listed, sitemap_sheets
from jianbao.press.standing_pages import redirect_sheet, waiting_sheet
from jianbao.press.theme_fault import theme_fault
from jianbao.problems import CallError, Problem, Words
from jianbao.settings import Settings

if TYPE_CHECKING:
    from jianbao.search.search_index import SearchIndex


def publish(archive: Archive, settings: Settings, report: Report, mark: str = "") -> Published:
    """Bring the site's folder to what `archive` says, and write nothing that already stands.

    With a `mark`, which no other archive has, the edition is kept for `amend`.

    Raises CallError when the theme is not to be found, or a plain site would take the place of a full one. A theme at
    fault is a problem, and the site stands as it stood.
    """
    try:
        return _publish(archive, settings, report, mark)
    except CallError:
        raise
    except Exception as error:  # a template can raise anything
        folders = settings.folders
        fault = theme_fault(error, settings.theme, folders.archive)
        if fault is None:
            raise
        return Published(0, 0, 0, 0, 0, (fault,))


def _publish(archive: Archive, settings: Settings, report: Report, mark: str) -> Published:
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
        if index and index.problems:
            return Published(0, 0, 0, 0, 0, index.problems)
        hands = hands_for(settings.jobs)
        bench = Bench.at(site, folder, last)
        try:
            families, keep = _families(edition, index.about if index else b"", mark)
            with another_hand(keep, hands) if mark else nullcontext():
                printed = bench.print_all(galleys(families, hands), hands, report)
                printed += bench.print_here(chain(_loose_sheets(edition, refused), _index_sheets(index)))
                printed += bench.print_here(
                    sitemap_sheets(edition.site, listed((row.file, row.printed.changed) for row in printed))
                )
                staged = gather(printed, bench)
        except UnsafeAddress as unsafe:
            return Published(0, 0, 0, 0, 0, (_unsafe("site", str(unsafe)),))
        delivered = deliver(staged, site, folder)
    remember(cache, site, last, delivered.edition)
    unchanged = len(staged.files) - len(staged.changed)
    lost = () if settings.plain else _lost_pictures(edition)
    problems = (*edition.nameplates.problems, *lost, *refused, *staged.problems, *delivered.problems)
    windows = _windows(edition) if settings.plain and not delivered.problems else None
    return Published(
        delivered.written, unchanged, delivered.removed, len(staged.files), staged.bytes, problems, windows,
        largest_folders(delivered.edition.weights), edition,
    )  # fmt: skip


def _families(edition: Edition, about: bytes, mark: str) -> tuple[Iterator[Family], Callable[[], None]]:
    """What is printed, and what keeps the edition; a plain site does not wait for what only a whole one needs."""
    if edition.settings.plain:
        from jianbao.press.plain_pages import plain_families

        return plain_families(edition), do_nothing
    from jianbao.press.families import families
    from jianbao.press.standing_edition import keep_edition
    from jianbao.press.stubs import Stubs

    stubs = Stubs(edition)
    stubs.make_ready()
    return families(edition, stubs, about), partial(keep_edition, edition, stubs, about, mark)


def _lost_pictures(edition: Edition) -> Iterator[Problem]:
    from jianbao.press.pictures import lost_pictures  # a plain site does not wait for it

    return lost_pictures(edition)


def _windows(edition: Edition) -> dict[str, Any]:
    from jianbao.press.plain_pages import windows

    return windows(edition)


def _loose_sheets(edition: Edition, refused: list[Problem]) -> Iterator[Sheet]:
    """What stands at addresses where something else stood before, or will stand again."""
    yield from (waiting_sheet(edition, waiting) for waiting in edition.archive.waiting)
    yield from _redirects(edition, refused)


def _redirects(edition: Edition, refused: list[Problem]) -> Iterator[Sheet]:
    for redirect in edition.archive.redirects:
        try:
            yield redirect_sheet(edition, redirect)
        except UnsafeAddress as unsafe:
            refused.append(_unsafe(f"{redirect.path} → {redirect.target}", str(unsafe)))


def _search_index(edition: Edition) -> AbstractContextManager[SearchIndex | None]:
    """The index of the search, proved; a plain site has none."""
    settings = edition.settings
    if settings.plain:
        return nullcontext()
    from jianbao.search.search_index import search_index

    return search_index(edition.archive, settings.folders.cache, settings.jobs, settings.offline)


def _index_sheets(index: SearchIndex | None) -> Iterator[Sheet]:
    return (Sheet(f"search/{file.path}", file.mark, file.make) for file in (index.files if index else ()))


def _unsafe(what: str, path: str) -> Problem:
    return Problem(
        "content/_register.csv",
        Words(f"“{what}”里有不能用作网址的部分：{path}", f"“{what}” has a part that cannot be an address: {path}"),
        Words("网址只能用英文字母、数字、连字符和点。", "Use ASCII letters, digits, hyphens and dots only."),
    )
