"""#LN: where line N of a raw page stands on the page as read, as far as the archive publishes its raw lines."""

from __future__ import annotations

from jianbao.archive.model import Page
from jianbao.press.edition import Edition


def first_lines(edition: Edition, page: Page | None) -> dict[str, int]:
    """By article the number of its first raw line; none where archive.yaml wants no raw lines, or the page has no ledger."""
    lines = reversed(page.lines) if page and page.folder and edition.settings.raw_lines else ()
    return {fate: line.number for line in lines if line.text.strip() for fate in line.fates}
