"""`survey`: learn labels, nameplates and spellings over the archive."""

from __future__ import annotations

from jianbao.cli.arguments import Call
from jianbao.cli.console import Console
from jianbao.cli.progress import progress_on
from jianbao.cli.settings_of import settings_of
from jianbao.cli.summary import Outcome


def run(call: Call, console: Console) -> int:
    """Look over all pages and write what was learned where a person can see it."""
    from jianbao.reading.survey import survey

    known = settings_of(call)
    progress = progress_on(console)
    surveyed = survey(known.settings, progress)
    progress.close()
    outcome = Outcome(known.settings, (*known.problems, *surveyed.problems))
    console.tell(outcome.problems)
    return outcome.exit_code
