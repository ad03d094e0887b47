"""sitemap.xml: every page that should be found, in parts when there are more than a sitemap may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import escape

from jianbao.press.addresses import Addresses, path_of
from jianbao.press.printed_date import read_edtf
from jianbao.press.sheet import Sheet, whole_sheet

LENGTH = 50_000
"""The protocol's limit of addresses in one file."""

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def listed(days: Iterable[tuple[str, str | None]]) -> list[tuple[str, str]]:
    """(address, ISO day of the last change or nothing) of the files that stand in the sitemap, by what is printed of each."""
    return [(path_of(file), day) for file, day in days if day is not None]


def sitemap_sheets(site: Addresses, listed: Sequence[tuple[str, str]], length: int = LENGTH) -> Iterator[Sheet]:
    """The sitemap of (address, ISO day of the last change or nothing); above `length` an index over its parts."""
    if len(listed) <= length:
        yield _sheet("sitemap.xml", "urlset", "url", [(site.absolute(path), day) for path, day in listed])
        return
    parts = [listed[start : start + length] for start in range(0, len(listed), length)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield _sheet(name, "urlset", "url", [(site.absolute(path), day) for path, day in part])
    yield _sheet("sitemap.xml", "sitemapindex", "sitemap", [(site.absolute(name), "") for name in names])


def _sheet(file: str, root: str, element: str, addresses: list[tuple[str, str]]) -> Sheet:
    lines = [f"<{element}><loc>{escape(address)}</loc>{_changed(day)}</{element}>" for address, day in addresses]
    text = "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', f"<{root} {_NAMESPACE}>", *lines, f"</{root}>", ""])
    return whole_sheet(file, text.encode("utf-8"))


def _changed(day: str) -> str:
    read = read_edtf(day)
    return f"<lastmod>{day}</lastmod>" if read is not None and read.whole else ""
