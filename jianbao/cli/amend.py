"""The short way of a build: what single articles say is put right in the archive and the site as they stand.

It is taken where nothing has changed since the last build but texts of articles, and ends with the very site that the long
way gives (`archive.amend` says when); whatever is not as it was left is a reason for the long way.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from jianbao.archive.amend import REMEMBERED, begin_to_amend
from jianbao.archive.standing import Standing
from jianbao.cabinet import Damaged
from jianbao.cli.built_before import Before, Built
from jianbao.cli.progress import Progress
from jianbao.press.last_edition import standing
from jianbao.settings import Settings

MOST = 16
"""Of more changed articles the long way is not longer."""


def linked_by(cache: Path) -> list[tuple[int, int] | None]:
    """How the files of the cache stand in which linking remembers what words and clues the articles have."""
    return [(one.size, one.mtime) if (one := standing(cache, name)) else None for name in REMEMBERED]


def amend(
    settings: Settings, before: Before, progress: Progress, site_stands: Callable[[], bool] | None
) -> tuple[Built, str] | None:
    """Amend archive and site: what came of it, and the mark under which they stand now.

    `site_stands` tells whether the site stands as it was left, where somebody has looked. None where it cannot be done, and
    then nothing was touched.
    """
    files = _articles(settings.folders.content, before.changed)
    cache = settings.folders.cache
    told = {problem.file for problem in before.built.problems}
    if not told.isdisjoint(f"content/{file}" for file in files):
        return None  # what was told of the file may be mended
    if not files or settings.plain or settings.offline or before.linked != linked_by(cache):
        return None
    try:
        with Standing.open(cache, before.mark) as kept:
            return _amend(kept, files, settings, before, progress, site_stands) if kept else None
    except Damaged:
        return None


def _amend(
    kept: Standing,
    files: list[str],
    settings: Settings,
    before: Before,
    progress: Progress,
    site_stands: Callable[[], bool] | None,
) -> tuple[Built, str] | None:
    folders, old, mark = settings.folders, kept.archive, os.urandom(12).hex()
    amend_archive = begin_to_amend(kept, folders.content, folders.cache, files, settings.jobs)
    from jianbao.press.amend import open_site  # while another process looks for names

    site = open_site(settings, before.mark, site_stands)
    amended = amend_archive()
    if amended is None or site is None:
        return None
    published = site.publish(kept.archive, old, amended.articles, lambda: kept.ids_by_file, progress, mark)
    if published is None:
        return None
    kept.keep(mark)
    built = before.built
    stands = amended.keep()  # if not, the next run takes the long way
    return Built(built.holdings, published, (*built.problems, *published.problems)), mark if stands else ""


def _articles(content: Path, changed: tuple[str, ...]) -> list[str]:
    """The changed files below content/, if these are few, and articles one and all."""
    folder = str(content) + os.sep
    files = [file.removeprefix(folder).replace(os.sep, "/") for file in changed if file.startswith(folder)]
    few = 0 < len(files) <= MOST and len(files) == len(changed)
    return files if few and all(file.endswith(".md") for file in files) else []
