"""content/ → site/: what stands is left as it is or amended, where that is all there is to do; else everything is made."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from jianbao.archive_yaml import FILE, line_of_setting
from jianbao.cli.built_before import Before, Built, built_before, remember_built, standing_site
from jianbao.cli.progress import Progress
from jianbao.cli.site_inputs import SiteInputs, inputs_seen, site_inputs
from jianbao.cli.summary import Holdings, Outcome
from jianbao.hands import another_hand, hands_for
from jianbao.problems import Problem, Weight, Words
from jianbao.reading.keeping.cleaned import Cleaned
from jianbao.settings import Settings

if TYPE_CHECKING:
    from jianbao.archive.model import Archive
    from jianbao.door import Seen


def look_at_inputs(settings: Settings, reads: bool, seen: Seen | None) -> SiteInputs:
    """What the site is made from as it is now; what was `seen` a moment ago is not looked at again."""
    return (seen and inputs_seen(seen, settings, reads)) or site_inputs(settings, reads)


def stand_by(
    outcome: Outcome, reads: bool, inputs: SiteInputs, seen: Seen | None, progress: Progress
) -> Outcome | None:
    """What comes of a run where all stands as the one before left it, but for the texts of some articles; else None.

    Of a run that `reads` there was nothing to read then, so there is nothing to read now.
    """
    before = built_before(outcome.settings, inputs)
    if before is None or (reads and before.read is None):
        return None
    if reads and before.read is not None:
        outcome = replace(outcome, cleaned=before.read, problems=(*outcome.problems, *before.read.problems))
    return _built_upon(before, outcome, inputs, progress, seen)


def site_after_reading(outcome: Outcome, progress: Progress) -> Outcome:
    """What comes of building the site, after the raw files were read: there may be less to do than it seemed."""
    inputs = site_inputs(outcome.settings, reads=True)
    before = built_before(outcome.settings, inputs)
    stands = _built_upon(before, outcome, inputs, progress) if before else None
    return stands or make_site(outcome, inputs, progress)


def make_site(outcome: Outcome, inputs: SiteInputs, progress: Progress) -> Outcome:
    """What comes of building the site from these inputs."""
    return _with_site(outcome, *_build(outcome.settings, inputs, progress), inputs)


def _built_upon(
    before: Before, outcome: Outcome, inputs: SiteInputs, progress: Progress, seen: Seen | None = None
) -> Outcome | None:
    """The site as the build before left it, or with the texts of articles as they are now; None where more has changed."""
    if stands := standing_site(outcome.settings, before):
        if outcome.cleaned is not None and before.read is None:  # of which nobody knew before
            remember_built(outcome.settings, inputs, stands, before.mark, before.linked, outcome.cleaned)
        return _told_of(outcome, stands, inputs)
    amended = _amend(outcome.settings, before, progress, seen)
    return _with_site(outcome, *amended, inputs, before.read) if amended else None


def _told_of(outcome: Outcome, built: Built, inputs: SiteInputs) -> Outcome:
    """The outcome with what is told of the site."""
    told = (*outcome.problems, *built.once, *built.problems)
    problems = tuple(dict.fromkeys(told))  # two rooms may say the same of a file
    return replace(
        outcome, holdings=built.holdings, published=built.published, problems=problems, followed=built.followed,
        inputs=inputs,
    )  # fmt: skip


def _with_site(outcome: Outcome, built: Built, mark: str, inputs: SiteInputs, read: Cleaned | None = None) -> Outcome:
    """The outcome with a site that was built now, which is remembered; `read` is what came of reading once, if not now."""
    outcome = _told_of(outcome, built, inputs)
    if not outcome.exit_code:
        remember_built(outcome.settings, inputs, built, mark, _linked_by(outcome.settings), outcome.cleaned or read)
    return outcome


def _amend(settings: Settings, before: Before, progress: Progress, seen: Seen | None) -> tuple[Built, str] | None:
    """The short way, where nothing but texts of articles has changed."""
    if not before.changed or settings.plain:
        return None
    from jianbao.cli.amend import amend

    return amend(settings, before, progress, seen.site_stands if seen else None)


def _linked_by(settings: Settings) -> list[tuple[int, int] | None]:
    if settings.plain:
        return []
    from jianbao.cli.amend import linked_by

    return linked_by(settings.folders.cache)


def _build(settings: Settings, inputs: SiteInputs, progress: Progress) -> tuple[Built, str]:
    """The long way; and the mark under which archive and site are kept for the short one (nothing: they are not)."""
    lost = tuple(_lost_register(settings))
    archive, keep = _link(settings, inputs, progress)
    from jianbao.press.publish import publish

    mark = "" if settings.plain else os.urandom(12).hex()
    with another_hand(partial(keep, mark), hands_for(settings.jobs)) if mark else nullcontext():
        published = publish(archive, settings, progress, mark)
    followed = () if settings.plain else _followed(archive, settings)
    pages = archive.pages.values()
    losses, doubts = sum(page.losses for page in pages), sum(len(page.doubts) for page in pages)
    holdings = Holdings(len(pages), len(archive.articles), losses, doubts)
    built = Built(
        holdings,
        published,
        (*_lead_that_is_not_there(archive, settings), *archive.problems, *published.problems),
        followed,
        lost,
    )
    return built, mark


def _link(settings: Settings, inputs: SiteInputs, progress: Progress) -> tuple[Archive, Callable[[str], None]]:
    """The archive, and what keeps it under a mark; a plain site does not wait for what only a whole one needs."""
    content = settings.folders.content
    if settings.plain:
        from jianbao.archive.content_files import sort_out
        from jianbao.archive.link_plain import link_plain

        found, press = sort_out(inputs.inside(content)), partial(_open_press, "plain_pages")
        return link_plain(content, found, settings.jobs, progress, press), lambda mark: None
    from jianbao.archive.link import link_whole
    from jianbao.archive.standing import keep_standing

    press, cache = partial(_open_press, "families"), settings.folders.cache
    archive, backing = link_whole(content, cache, settings.jobs, progress, press)
    return archive, partial(keep_standing, archive, backing, cache)


def _followed(archive: Archive, settings: Settings) -> tuple[Words, ...]:
    from jianbao.cli.authority_changes import tell_changes

    return tell_changes(archive, settings)


def _open_press(pages: str) -> None:
    """Load what a site is printed with; `pages` is the file of the press that says what is printed."""
    import_module("jianbao.press.publish")
    import_module(f"jianbao.press.{pages}")
    import_module("jinja2.compiler")


def _lost_register(settings: Settings) -> Iterator[Problem]:
    """A site with published addresses, and no register of them any more."""
    from jianbao.content import register
    from jianbao.press.last_edition import read_manifest

    published = any(file.startswith(("a/", "p/")) for file in read_manifest(settings.folders.site))
    if published and not settings.plain and not (settings.folders.content / register.NAME).exists():
        yield Problem(
            f"content/{register.NAME}",
            Words("网址登记册不见了，这个网站却已发布过网址；按现有文章重建了一份，以前的转址没有了",
                  "the register of addresses is gone, though this site has published some; it was made anew from the "
                  "articles there are, without the redirects it held"),
            Words("用 git 恢复它：git checkout -- content/_register.csv",
                  "restore it from git: git checkout -- content/_register.csv"),
            weight=Weight.WARNING,
        )  # fmt: skip


def _lead_that_is_not_there(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """The lead that archive.yaml names, if no such article can be shown."""
    named = archive.articles.get(settings.lead)
    if settings.lead and (named is None or named.front.withheld):
        yield Problem(
            FILE,
            Words(f"lead 所指的文章 {settings.lead} 不在，头条由程序挑选",
                  f"lead names the article {settings.lead}, which cannot be shown; the program chooses another"),
            Words("写一篇现有文章的编号，或删去这一行", "write the id of an article that is there, or delete the line"),
            line_of_setting(settings.folders.archive, "lead"),
            weight=Weight.WARNING,
        )  # fmt: skip
