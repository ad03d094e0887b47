"""`serve`: the site on this machine, built again on every change of seeds, content, theme or settings."""

from __future__ import annotations

import webbrowser
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from jianbao.cli.arguments import Call
from jianbao.cli.build import Steps, take
from jianbao.cli.console import Console, told
from jianbao.cli.progress import Progress, progress_on
from jianbao.cli.settings_of import settings_of
from jianbao.cli.summary import Outcome, edits_told, summarize
from jianbao.preview.address import base_of
from jianbao.preview.preview import Built, Sources, Talk, preview
from jianbao.problems import ExitCode, Weight
from jianbao.settings import Settings

if TYPE_CHECKING:
    from jianbao.press.edition import Edition
    from jianbao.press.proof import Proofs

MOST_PROOFS = 8
"""Of more changes at once nobody waits for the first."""


def run(call: Call, console: Console) -> int:
    """Preview until Ctrl-C."""
    settings = settings_of(call).settings
    builder = _Builder(call, console)

    def ready(url: str) -> None:
        console.answer(f"\n预览 preview: {url}    （按 Ctrl-C 结束 / Ctrl-C ends it）")
        if call.open:
            webbrowser.open(url)

    preview(
        settings.folders.site,
        base_of(settings.address),
        sources_of(settings),
        builder.build,
        Talk(ready, console.complain),
        builder.proof,
    )
    console.say("\n预览已结束 / the preview has ended")
    return ExitCode.DONE


def sources_of(settings: Settings) -> Sources:
    """What the preview watches."""
    from jianbao.cli.site_inputs import themes_of

    folders = settings.folders
    own = folders.archive / "themes"
    apart = tuple(theme for theme in themes_of(settings) if not theme.is_relative_to(own))
    themes = (own, *apart)
    watched = (folders.seeds, folders.content, folders.archive / "themes", *apart)
    return Sources(watched, folders.archive / "archive.yaml", themes)


@dataclass(slots=True)
class _Builder:
    """Builds for the preview and talks on the terminal; settings are read anew each time. Proofs come from the last build."""

    call: Call
    console: Console
    _proofs: Proofs | None = field(default=None, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)
    """Only one at a time may link."""

    def build(self, changes: frozenset[Path]) -> Built:
        """Read and build. What the build itself writes into content/ makes one more, which finds nothing to do."""
        known = settings_of(self.call)
        with self._lock:
            outcome = take(self._steps(known.settings, changes), known, self._progress(changes))
        self._hold(outcome)
        changed = _site_changed(outcome)
        self.console.tell(outcome.problems)
        if not changes:
            summarize(outcome, self.console)
        elif changed:
            self.console.say(_rebuilt(outcome))
            for line in edits_told(outcome):
                self.console.say(line)
        return Built(changed, _fault(outcome))

    def proof(self, changes: frozenset[Path]) -> bool:
        """Put the pages of edited articles into the site as they read now. Whether there were any."""
        proofs, pulled = self._proofs, False
        if proofs is None or len(changes) > MOST_PROOFS:
            return False
        folders = proofs.edition.settings.folders
        for file in sorted(changes):
            if file.suffix == ".md" and file.is_relative_to(folders.content):
                proof = proofs.pull(file.relative_to(folders.content).as_posix(), file.read_bytes())
                if proof is not None:
                    put_in_place(proof.data, folders.site / proof.file)
                    pulled = True
        return pulled

    def _hold(self, outcome: Outcome) -> None:
        """Keep what proofs are pulled from; of a site that stood already it is made now."""
        from jianbao.press.proof import Proofs

        edition = outcome.published.edition if outcome.published else None
        if edition is not None and not outcome.settings.plain:
            self._proofs = Proofs.of(edition)
        elif self._proofs is None and not outcome.settings.plain:
            Thread(target=self._link_again, args=(outcome.settings,), daemon=True).start()

    def _link_again(self, settings: Settings) -> None:
        """Link what stands in the site, while nobody waits for it."""
        from jianbao.press.proof import Proofs

        with self._lock:
            if self._proofs is None:
                self._proofs = Proofs.of(edition_of(settings))

    def _progress(self, changes: frozenset[Path]) -> Progress:
        """A bar for every build on a terminal; elsewhere only the first one is worth its lines."""
        progress = progress_on(self.console)
        return replace(progress, silent=progress.silent or (bool(changes) and not progress.terminal))

    @staticmethod
    def _steps(settings: Settings, changes: frozenset[Path]) -> Steps:
        """Pages are read unless nothing changed but the theme or the settings."""
        folders = settings.folders
        read = any(path.is_relative_to(place) for path in changes for place in (folders.seeds, folders.content))
        return Steps(clean=read or not changes)


def edition_of(settings: Settings) -> Edition:
    """The edition that stands in the site, linked once more and not printed."""
    from jianbao.archive.link import link
    from jianbao.press.edition import prepare

    return prepare(link(settings.folders.content, settings.folders.cache, jobs=settings.jobs), settings)


def put_in_place(data: bytes, target: Path) -> None:
    """Let a page take the place of the one that stands, whole."""
    if target.is_file():
        waiting = target.parents[0] / f".{target.name}.proof"
        waiting.write_bytes(data)
        waiting.replace(target)


def _site_changed(outcome: Outcome) -> bool:
    published = outcome.published
    return published is not None and bool(published.written or published.removed)


def _rebuilt(outcome: Outcome) -> str:
    assert outcome.published is not None, "the site changed, so it was published"
    written, removed = outcome.published.written, outcome.published.removed
    return f"已更新 rebuilt: 写入 written {written}，移除 removed {removed}"


def _fault(outcome: Outcome) -> str:
    return "\n".join(told(problem) for problem in outcome.problems if problem.weight is Weight.ERROR)
