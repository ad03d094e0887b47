"""The site that was built before: where nothing has changed that it is made from, there is nothing to do for it.

A build is remembered with its warnings, which are told again; one with errors is not, for what it could not do may be
possible now.
"""

from __future__ import annotations

from dataclasses import dataclass

from jianbao.cli.site_inputs import SiteInputs, same_bytes, stats_mark
from jianbao.cli.summary import Holdings
from jianbao.kept import keep, read_kept
from jianbao.press.last_edition import recall
from jianbao.press.published import Published
from jianbao.problems import Problem, Weight, Words
from jianbao.settings import Settings

FILE = "built.json"
_FORM = "built 2"


@dataclass(frozen=True, slots=True)
class Built:
    """What the archive holds, what came of publishing it, what was told of both, and what followed from edits (told once)."""

    holdings: Holdings
    published: Published
    problems: tuple[Problem, ...] = ()
    followed: tuple[Words, ...] = ()


def built_before(settings: Settings, inputs: SiteInputs) -> Built | None:
    """The build that these inputs gave, if the site still stands as it was left; None where there is something to do."""
    kept = read_kept(settings.folders.cache / FILE, _FORM)
    if kept is None or kept["inputs"] != stats_mark(inputs) or not same_bytes(kept["young"]):
        return None
    site = settings.folders.site
    if not recall(settings.folders.cache, site).stands(site):
        return None
    files, size = kept["files"], kept["bytes"]
    published = Published(0, files, 0, files, size, largest=kept["largest"])
    return Built(Holdings(*kept["holdings"]), published, tuple(map(_warning, kept["warnings"])))


def remember_built(settings: Settings, inputs: SiteInputs, built: Built) -> None:
    """Keep what these inputs gave. Who changed one of them while the site was being made has made them others."""
    after = inputs.with_register(settings.folders.content)
    counts, published = built.holdings, built.published
    kept = {
        "inputs": stats_mark(after),
        "young": dict(after.young),
        "holdings": [counts.pages, counts.articles, counts.losses, counts.doubts],
        "files": published.files,
        "bytes": published.bytes,
        "largest": published.largest,
        "warnings": [
            [warning.file, tuple(warning.what), tuple(warning.remedy), warning.line, warning.paste]
            for warning in built.problems
        ],
    }
    keep(settings.folders.cache / FILE, _FORM, kept)


def _warning(kept: tuple[str, list[str], list[str], int | None, str]) -> Problem:
    file, what, remedy, line, paste = kept
    return Problem(file, Words(*what), Words(*remedy), line, paste, Weight.WARNING)
