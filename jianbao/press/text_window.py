"""The window of a text: the one part of a plain page or of a feed's item that shows what an article's body says.

What stands around it comes from the front matters of the archive alone. So when only a body is edited, its windows are
filled anew, and nothing else of the page is made.
"""

from __future__ import annotations

from html import escape

_OPEN, _CLOSE = '<div class="text">\n', "</div>"
_OPEN_ITEM, _CLOSE_ITEM = "<description>", "</description>"


def article_window(html: str) -> str:
    """The body's HTML in its window on the article's own page; no other element of the page is a `div`."""
    return f"{_OPEN}{html}{_CLOSE}"


def item_window(html: str) -> str:
    """The body's HTML in its window in a feed, right behind the item's guid, which ends with the article's id."""
    return f"{_OPEN_ITEM}{escape(str(html))}{_CLOSE_ITEM}"


def fill_article(page: bytes, html: str) -> bytes | None:
    """The article's page with another body in its window; None where it has no such window."""
    return _fill(page, 0, _OPEN, _CLOSE, article_window(html))


def fill_item(feed: bytes, id: str, html: str) -> bytes | None:
    """The feed with another body in the window of the article `id`; None where the feed has no such window."""
    return _fill(feed, feed.find(f":{id}</guid>".encode()), _OPEN_ITEM, _CLOSE_ITEM, item_window(html))


def _fill(page: bytes, after: int, opening: str, closing: str, window: str) -> bytes | None:
    start = page.find(opening.encode(), after) if after >= 0 else -1
    end = page.find(closing.encode(), start)
    if start < 0 or end < 0:
        return None
    return b"".join((page[:start], window.encode("utf-8", "surrogatepass"), page[end + len(closing) :]))
