"""Articles newest print first, as in all lists of the archive: unknown days last, within a day as printed."""

from __future__ import annotations

from collections.abc import Iterable

from jianbao.archive.stories.traits import Traits


def newest_first(reports: Iterable[Traits]) -> list[Traits]:
    """The reports by printed day; a month stands at its end, before its days. Equal ones keep their order."""
    return sorted(reports, key=lambda report: report.printed and report.printed + "~", reverse=True)
