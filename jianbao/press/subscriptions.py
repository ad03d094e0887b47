"""feeds.opml: all feeds of the archive as one file that a feed reader takes in at once (OPML 2.0)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from jianbao.archive.model import Group
from jianbao.press.edition import Edition, FeedLink
from jianbao.press.feeds import without_controls
from jianbao.press.group_pages import feed_link
from jianbao.press.sheet import Sheet, whole_sheet

FILE = "feeds.opml"


def feeds_by_area(edition: Edition) -> list[tuple[str, list[FeedLink]]]:
    """The feeds of all lists under the name of their kind, in the order of the archive; kinds without any left out."""
    archive, names = edition.archive, edition.wording.table["areas"]
    areas = (("cities", archive.cities), ("districts", archive.districts), ("topics", archive.topics))
    listed = [(names[area], list(_feeds_of(edition, groups))) for area, groups in areas]
    return [(name, feeds) for name, feeds in listed if feeds]


def opml(edition: Edition) -> Sheet:
    """The feed of the whole archive, then the others kind by kind."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>{_text(edition.settings.title)}</title></head>",
        "<body>",
        _outline(edition, edition.feed_of_all()),
    ]
    for name, feeds in feeds_by_area(edition):
        lines += (f'<outline text="{_text(name)}">', *(_outline(edition, feed) for feed in feeds), "</outline>")
    return whole_sheet(FILE, "\n".join([*lines, "</body>", "</opml>", ""]).encode("utf-8"))


def _feeds_of(edition: Edition, groups: Mapping[str, Group]) -> Iterator[FeedLink]:
    return (link for group in groups.values() if (link := feed_link(edition, group)))


def _outline(edition: Edition, feed: FeedLink) -> str:
    home, own = (edition.site.absolute(path) for path in (feed.path.removesuffix("feed.xml"), feed.path))
    title = _text(feed.title)
    return f'<outline type="rss" text="{title}" title="{title}" htmlUrl="{escape(home)}" xmlUrl="{escape(own)}"/>'


def _text(text: str) -> str:
    return escape(without_controls(text))
