"""From an address to a file of the site, as GitHub Pages would find it. Nothing outside the site is ever found."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

from jianbao.frozen import frozen

TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".xml": "application/xml",
        ".opml": "text/x-opml; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".md": "text/markdown; charset=utf-8",
        ".svg": "image/svg+xml",
        ".png": "image/png",
        ".jpg": "image/jpeg",
        ".webp": "image/webp",
        ".ico": "image/x-icon",
        ".webmanifest": "application/manifest+json",
    }
)
"""Types by suffix; the system's own table is not asked, because on Windows programs change it."""


@frozen
class Found:
    """What an address leads to: a file with its status, or another address (`location`)."""

    status: HTTPStatus
    file: Path | None = None
    location: str = ""

    @property
    def type(self) -> str:
        """The media type of the file."""
        return TYPES.get(self.file.suffix.lower() if self.file else "", "application/octet-stream")


def find(site: Path, base: str, target: str) -> Found:
    """The answer to `target`, a request's path and query, for a site that stands below `base` (`/`, `/repo/`)."""
    parts = urlsplit(target)
    path = unquote(parts.path)
    if path in {"/", base.rstrip("/")} and base != "/":
        return Found(HTTPStatus.FOUND, location=quote(base))
    file = _inside(site, path.removeprefix(base)) if path.startswith(base) else None
    if file is not None and file.is_dir():
        if not path.endswith("/"):
            query = f"?{parts.query}" if parts.query else ""
            return Found(HTTPStatus.MOVED_PERMANENTLY, location=quote(path) + "/" + query)
        file = file / "index.html"
    if file is not None and file.is_file():
        return Found(HTTPStatus.OK, file)
    return Found(HTTPStatus.NOT_FOUND, site / "404.html")


def _inside(site: Path, below: str) -> Path | None:
    """The file below the site's folder; None for what leads out of it, by `..`, a drive or a symbolic link."""
    if "\0" in below or "\\" in below or ":" in below:
        return None
    root = site.resolve()
    file = (root / below.lstrip("/")).resolve()
    return file if file.is_relative_to(root) else None


def base_of(address: str) -> str:
    """The path below which the site stands: `/repo/` for `https://example.org/repo/`, `/` where no address is known."""
    return "/" + f"{unquote(urlsplit(address).path).strip('/')}/".lstrip("/")
