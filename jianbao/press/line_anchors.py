"""#LN: where line N of a raw page stands on the page as read, as far as the archive publishes its raw lines."""

from __future__ import annotations

from jianbao.archive.model import Page
from jianbao.press.edition import Edition


def shows_lines(edition: Edition, page: Page | None) -> bool:
    """Whether the page of this page has its raw lines: archive.yaml wants them, and the page has a folder with a ledger."""
    return edition.settings.raw_lines and bool(page and page.folder)


def first_lines(edition: Edition, page: Page | None) -> dict[str, int]:
    """By article the number of its first raw line, where the page of the page shows it."""
    lines = reversed(page.lines) if page and shows_lines(edition, page) else ()
    return {fate: line.number for line in lines if line.text.strip() for fate in line.fates}
