"""What stands where nothing is: the page that was not found, robots.txt, and what is at addresses of before."""

from __future__ import annotations

from jianbao.archive.model import Redirect, Waiting
from jianbao.press.addresses import UnsafeAddress, file_of, is_web
from jianbao.press.edition import Edition
from jianbao.press.sheet import Sheet, whole_sheet


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
