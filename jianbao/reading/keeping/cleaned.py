"""What came of reading the raw pages, and what would come of reading them again."""

from __future__ import annotations

from jianbao.frozen import frozen
from jianbao.problems import Problem


@frozen
class Forecast:
    """What reading again would change: pages read, article files that would say something else, and how many words."""

    pages: int
    articles: int
    words: int


@frozen
class Cleaned:
    """What came of a run. `pages` are the raw pages found, `read` those read now, `written` the files written now.

    `articles`, `losses` and `doubts` count what stands in content/; `skipped` are files below seeds/ that are no pages.
    """

    pages: int
    read: int
    articles: int
    losses: int
    doubts: int
    written: int
    skipped: int
    problems: tuple[Problem, ...]
    forecast: Forecast | None = None
    """What reading again changed, or would have changed; None where nothing was read again on demand."""
