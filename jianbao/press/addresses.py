"""Addresses: where a thing stands in the site, how one page links to another, and what may never be written."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from jianbao.frozen import frozen

UNKNOWN_HOST = "http://localhost:8000/"
"""Absolute addresses begin with this where archive.yaml gives no `address`."""

INDEX = "index.html"
"""The file that answers where an address names a folder."""

PLAIN_AREAS = frozenset({"", "a", "districts", "topics"})
"""The first segments of what `plain` publishes; nothing may link elsewhere then."""

_DEVICE = r"(?i:con|prn|aux|nul|com\d|lpt\d)(?:[./]|\Z)"
"""The name of a device, which Windows does not take for a file, with any suffix."""
_SEGMENT = rf"(?!{_DEVICE})[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?"
_PATH = re.compile(rf"(?:{_SEGMENT}/)*(?:{_SEGMENT})?")


class UnsafeAddress(ValueError):
    """A path that could lead outside site/ or that some file system cannot hold."""


def file_of(path: str) -> str:
    """The file below site/ that answers at `path`: `a/7KQ2M9X/01/` is `a/7KQ2M9X/01/index.html`.

    Raises UnsafeAddress for anything but ASCII segments that every file system can hold.
    """
    if not _PATH.fullmatch(path):
        raise UnsafeAddress(path)
    return bare_file(path)


def bare_file(path: str) -> str:
    """The same for a path of which nothing has to be proved: one that is only looked up."""
    return path + INDEX if path == "" or path.endswith("/") else path


def path_of(file: str) -> str:
    """The address of a file below site/: the other way round."""
    return file.removesuffix(INDEX) if file == INDEX or file.endswith(f"/{INDEX}") else file


def is_web(address: str) -> bool:
    """Whether `address` is an absolute http or https address: the only kind that a page may link to outside the site."""
    return re.match(r"https?://[^/\s]", address) is not None


@frozen
class Addresses:
    """The site's own address (absolute, with a slash at its end), and which parts of the site are published.

    `offline` makes links name index.html, so that they work from `file://`.
    """

    origin: str
    plain: bool = False
    offline: bool = False
    without: frozenset[str] = frozenset()
    """The first segments of what this site has not, though others have."""

    def has(self, path: str) -> bool:
        """Whether `path` is published: in plain mode most areas are not."""
        area = path.split("/", 1)[0]
        return area not in self.without and (not self.plain or area in PLAIN_AREAS)

    def absolute(self, path: str) -> str:
        """The address for feeds, sitemap, canonical links and metadata."""
        return self.origin + path

    def base(self) -> str:
        """The path of the site on its host (`/repo/`): for 404.html, which is served at any depth."""
        return urlsplit(self.origin).path or "/"

    def root(self, here: str) -> str:
        """The way from the page at `here` up to the site's root: `../../`, or `./` at the root itself."""
        return "../" * here.count("/") or "./"

    def relative(self, root: str, path: str) -> str:
        """The link to `path` from a page whose way up is `root`; a fragment may follow the path."""
        place, mark, fragment = path.partition("#")
        if self.offline and (place == "" or place.endswith("/")):
            place += INDEX
        return root + place + mark + fragment
