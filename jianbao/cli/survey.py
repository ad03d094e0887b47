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
    learned = surveyed.learned
    console.answer(
        f"看过 {surveyed.pages} 个版面：栏目 {len(learned.labels)}，报头 {len(learned.nameplates)}，"
        f"拼写 {len(learned.spellings)} → content/_authority/learned.yaml\n"
        f"surveyed {surveyed.pages} pages: {len(learned.labels)} labels, {len(learned.nameplates)} nameplates, "
        f"{len(learned.spellings)} spellings"
    )
    return outcome.exit_code
