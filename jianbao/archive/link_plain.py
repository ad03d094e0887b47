"""content/ → the archive of a plain site. While articles are read, what comes after the reading is loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.archive.content_files import Found, read_articles
from jianbao.at_rest import collector_at_rest
from jianbao.hands import do_nothing

if TYPE_CHECKING:
    from jianbao.archive.model import Archive
    from jianbao.archive.plain_archive import Known
    from jianbao.archive.read_many import Report
    from jianbao.problems import Problem


@collector_at_rest()
def link_plain(
    content: Path, found: Found, jobs: int, report: Report, meanwhile: Callable[[], object] = do_nothing
) -> Archive:
    """Read what was found in content/ and put its articles in order; `jobs` processes read (0: one a core).

    While others read, this process does what is to be done `meanwhile`.
    """
    known: list[Known] = []

    def prepare() -> None:
        from jianbao.archive.plain_archive import Known

        known.append(Known.load(content))
        meanwhile()

    problems: list[Problem] = []
    articles = list(
        read_articles(content, found.articles, None, jobs, report, problems, [], evidence=False, meanwhile=prepare)
    )
    if not known:  # this process read them all
        prepare()
    from jianbao.archive.plain_archive import plain_archive

    return plain_archive(content, found, articles, known[0], problems, report)
