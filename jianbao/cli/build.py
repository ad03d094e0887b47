"""Without a verb: clean, then site. The story of a whole run, which the verbs clean, site and serve tell in part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from jianbao.archive_yaml import ReadSettings
from jianbao.at_rest import collector_at_rest
from jianbao.cli.arguments import Call
from jianbao.cli.console import Console
from jianbao.cli.progress import Progress, progress_on
from jianbao.cli.settings_of import settings_of
from jianbao.cli.summary import Outcome, summarize
from jianbao.frozen import frozen
from jianbao.settings import Settings

if TYPE_CHECKING:
    from jianbao.door import Seen
    from jianbao.reading.keeping.cleaned import Forecast

Agree: TypeAlias = "Callable[[Forecast], bool]"
"""Asked before reading again changes anything."""


@frozen
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
    outcome = take(steps, known, progress_on(console), call.seen)
    console.tell(outcome.problems)
    summarize(outcome, console)
    if steps.site:
        from jianbao.cli.leave_word import leave_word

        leave_word(call, console, outcome)
    return outcome.exit_code


def take(steps: Steps, known: ReadSettings, progress: Progress, seen: Seen | None = None) -> Outcome:
    """The steps, one after the other. The result of each is the input of none but by way of content/.

    What was `seen` a moment ago is not looked at again before something is done.
    """
    outcome = Outcome(known.settings, known.problems)
    if not known.settings.plain:
        _keep_tables(known.settings)
    try:
        if not steps.site:
            return _clean(outcome, steps, progress)
        from jianbao.cli.make_site import look_at_inputs, make_site, site_after_reading, stand_by

        if steps.again or steps.pages:
            return site_after_reading(_clean(outcome, steps, progress), progress)
        inputs = look_at_inputs(outcome.settings, steps.clean, seen)
        stands = stand_by(outcome, steps.clean, inputs, seen, progress)
        if stands:
            return stands
        if steps.clean:
            return site_after_reading(_clean(outcome, steps, progress), progress)
        return make_site(outcome, inputs, progress)
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
