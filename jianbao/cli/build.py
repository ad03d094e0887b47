"""Without a verb: clean, then site. The story of a whole run, which the verbs clean, site and serve tell in part."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from jianbao.archive_yaml import FILE, ReadSettings, line_of_setting
from jianbao.at_rest import collector_at_rest
from jianbao.cli.arguments import Call
from jianbao.cli.console import Console
from jianbao.cli.progress import Progress, progress_on
from jianbao.cli.settings_of import settings_of
from jianbao.cli.summary import Holdings, Outcome, summarize
from jianbao.hands import begin, do_nothing, hands_for
from jianbao.problems import Problem, Weight, Words
from jianbao.settings import Settings

if TYPE_CHECKING:
    from jianbao.archive.model import Archive
    from jianbao.cli.built_before import Before, Built
    from jianbao.reading.keeping.clean import Forecast

Agree: TypeAlias = "Callable[[Forecast], bool]"
"""Asked before reading again changes anything."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Which steps a run takes: `pages` and `again` say what `clean` reads, `scheduler` which cluster does it, if any."""

    clean: bool = True
    site: bool = True
    pages: tuple[str, ...] = ()
    again: bool = False
    scheduler: str = ""
    agree: Agree = lambda forecast: True


def run(call: Call, console: Console) -> int:
    """Read what is new or changed, build the site, say what came of it."""
    return go(call, console, Steps())


@collector_at_rest()
def go(call: Call, console: Console, steps: Steps) -> int:
    """Take the steps, tell the problems, sum up; the exit code."""
    known = settings_of(call)
    outcome = take(steps, known, progress_on(console))
    console.tell(outcome.problems)
    summarize(outcome, console)
    if steps.site:
        from jianbao.cli.leave_word import leave_word

        leave_word(call, console, outcome)
    return outcome.exit_code


def take(steps: Steps, known: ReadSettings, progress: Progress) -> Outcome:
    """The steps, one after the other. The result of each is the input of none but by way of content/."""
    outcome = Outcome(known.settings, known.problems)
    if not known.settings.plain:
        _keep_tables(known.settings)
    try:
        if steps.clean:
            outcome = _clean(outcome, steps, progress)
        if steps.site:
            outcome = _site(outcome, known.settings, progress)
        return outcome
    finally:
        progress.close()


def _keep_tables(settings: Settings) -> None:
    from jianbao.knowledge.tables import keep_tables_in

    keep_tables_in(settings.folders.cache / "tables")


def _clean(outcome: Outcome, steps: Steps, progress: Progress) -> Outcome:
    from jianbao.reading.keeping.clean import clean

    def agree(forecast: Forecast) -> bool:
        progress.close()  # a question and a bar do not share a line
        return steps.agree(forecast)

    cleaned = clean(
        outcome.settings,
        pages=steps.pages,
        again=steps.again,
        scheduler=steps.scheduler,
        agree=agree,
        report=progress,
    )
    return replace(outcome, cleaned=cleaned, problems=(*outcome.problems, *cleaned.problems))


def _site(outcome: Outcome, settings: Settings, progress: Progress) -> Outcome:
    from jianbao.cli.built_before import built_before, remember_built, standing_site
    from jianbao.cli.site_inputs import site_inputs

    inputs = site_inputs(settings)
    before = built_before(settings, inputs)
    stands = before and standing_site(settings, before)
    built, mark = (
        (stands, "") if stands else (before and _amend(settings, before, progress)) or _build(settings, progress)
    )
    problems = tuple(dict.fromkeys((*outcome.problems, *built.problems)))  # two rooms may say the same of a file
    outcome = replace(
        outcome, holdings=built.holdings, published=built.published, problems=problems, followed=built.followed,
        inputs=inputs,
    )  # fmt: skip
    if not stands and not outcome.exit_code:
        remember_built(settings, inputs, built, mark, _linked_by(settings))
    return outcome


def _amend(settings: Settings, before: Before, progress: Progress) -> tuple[Built, str] | None:
    """The short way, where nothing but texts of articles has changed."""
    if not before.changed or settings.plain:
        return None
    from jianbao.cli.amend import amend

    return amend(settings, before, progress)


def _linked_by(settings: Settings) -> list[tuple[int, int] | None]:
    if settings.plain:
        return []
    from jianbao.cli.amend import linked_by

    return linked_by(settings.folders.cache)


def _build(settings: Settings, progress: Progress) -> tuple[Built, str]:
    """The long way; and the mark under which archive and site are kept for the short one (nothing: they are not)."""
    from jianbao.cli.built_before import Built

    lost = tuple(_lost_register(settings))
    archive, keep = _link(settings, progress)
    from jianbao.press.publish import publish

    mark = "" if settings.plain else os.urandom(12).hex()
    kept = begin(partial(keep, mark), hands_for(settings.jobs)) if mark else do_nothing
    try:
        published = publish(archive, settings, progress, mark)
    finally:
        kept()
    followed = () if settings.plain else _followed(archive, settings)
    pages = archive.pages.values()
    losses, doubts = sum(page.losses for page in pages), sum(len(page.doubts) for page in pages)
    holdings = Holdings(len(pages), len(archive.articles), losses, doubts)
    built = Built(
        holdings,
        published,
        (*lost, *_lead_that_is_not_there(archive, settings), *archive.problems, *published.problems),
        followed,
    )
    return built, mark


def _link(settings: Settings, progress: Progress) -> tuple[Archive, Callable[[str], None]]:
    """The archive, and what keeps it under a mark; a plain site does not wait for what only a whole one needs."""
    content = settings.folders.content
    if settings.plain:
        from jianbao.archive.link_plain import link_plain

        return link_plain(content, settings.jobs, progress, partial(_open_press, "plain_pages")), lambda mark: None
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
