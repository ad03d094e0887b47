"""The pages that every edition has: what needs a person, what this archive is, and what stands where nothing is."""

from __future__ import annotations

from collections.abc import Iterator

from jianbao.archive.model import Redirect, Waiting
from jianbao.press.addresses import UnsafeAddress, file_of, is_web
from jianbao.press.edition import Edition
from jianbao.press.front_page import counts
from jianbao.press.paging import leaves
from jianbao.press.sheet import Sheet, whole_sheet
from jianbao.press.subscriptions import FILE, feeds_by_area


def review_sheets(edition: Edition) -> Iterator[Sheet]:
    """/review/: what needs a person."""
    for leaf in leaves("review/", edition.archive.review):
        yield edition.page("review.html", leaf.path, {"leaf": leaf, "size": len(edition.archive.review)})


def about_page(edition: Edition) -> Sheet:
    """/about/: what this archive is, how its text was treated, how to cite it, its numbers and its feeds."""
    archive = edition.archive
    proofread = sum(bool(archive.articles[id].front.proofread) for id in edition.entries)
    view = {
        "counts": counts(edition),
        "losses": sum(page.losses for page in archive.pages.values()),
        "undated": len(archive.undated),
        "proofread": proofread,
        "feeds_by_area": feeds_by_area(edition),
        "opml": FILE,
        "newspapers": edition.settings.newspapers,
    }
    return edition.page("about.html", "about/", view)


def not_found(edition: Edition) -> Sheet:
    """404.html, which hosts serve at any depth: its links begin at the host's root."""
    return edition.page("404.html", "404.html", {}, listed=False, root=edition.site.base())


def robots(edition: Edition) -> Sheet:
    """robots.txt: everything may be read; where the sitemap is."""
    text = f"User-agent: *\nAllow: /\nSitemap: {edition.site.absolute('sitemap.xml')}\n"
    return whole_sheet("robots.txt", text.encode("ascii"))


def waiting_sheet(edition: Edition, waiting: Waiting) -> Sheet:
    """The page at the address of an article whose file cannot be read now: that it is being mended, and where its page is.

    No redirect: browsers keep those, and the address will have its article again.
    """
    return edition.page("waiting.html", waiting.path, {"page": waiting.page}, listed=False)


def redirect_sheet(edition: Edition, redirect: Redirect) -> Sheet:
    """A page that leads from an address that was published once to where the thing is now.

    Raises UnsafeAddress when the target is neither a path of the site nor a web address.
    """
    if is_web(redirect.target):
        near = far = redirect.target
    else:
        file_of(redirect.target)
        near = edition.site.relative(edition.site.root(redirect.path), redirect.target)
        far = edition.public(redirect.target)
    if not redirect.path:
        raise UnsafeAddress("/")
    return edition.page("redirect.html", redirect.path, {"near": near, "far": far}, listed=False)
