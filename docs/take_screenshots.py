"""Renews docs/screenshots/: every type of page on a desk and on a phone beside it, as small WebP pictures.

    python -m docs.take_screenshots SITE [OUT]

SITE is a built site. Needs playwright and Chromium, as the browser tests do.
"""

from __future__ import annotations

import base64
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import chromium
from tests.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OUT = Path(__file__).parent / "screenshots"
LARGEST = 60_000
"""Bytes of one picture."""
DESK, PHONE = (1280, 900), (360, 900)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, the page it shows, or the page from which the link that `selector` finds leads to it."""

    name: str
    path: str
    selector: str = ""
    night: bool = False


SHOTS = (
    Shot("front", ""),
    Shot("article", "", ".lead h2 a"),
    Shot("article-night", "", ".lead h2 a", night=True),
    Shot("page", "dates/undated/", "main li a[href*='p/']"),
    Shot("search", "topics/", ".index a"),
    Shot("district", "districts/", ".index a"),
    Shot("topic", "topics/", ".index a"),
    Shot("newspaper", "newspapers/", ".index a"),
    Shot("person", "people/", ".index a"),
    Shot("place", "places/", ".tree li a"),
    Shot("places", "places/"),
    Shot("organizations", "organizations/"),
    Shot("dates", "dates/"),
    Shot("year", "dates/", "main th a"),
    Shot("charts", "charts/"),
    Shot("review", "review/"),
    Shot("about", "about/"),
    Shot("data", "data/"),
)

_MAKE = """async ([desk, phone, scale, quality]) => {
  const load = (data) => new Promise((done, failed) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = failed;
    image.src = "data:image/png;base64," + data;
  });
  const [wide, narrow] = [await load(desk), await load(phone)];
  const canvas = document.createElement("canvas");
  const gap = 24;
  canvas.width = Math.round((wide.width + narrow.width) * scale) + 3 * gap;
  canvas.height = Math.round(wide.height * scale) + 2 * gap;
  const pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.fillStyle = "#8d8577";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(wide, gap, gap, wide.width * scale, wide.height * scale);
  pen.drawImage(narrow, 2 * gap + wide.width * scale, gap, narrow.width * scale, narrow.height * scale);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""
"""Both pictures side by side as WebP, in base64: the browser has an encoder, so that no other package is needed."""


def main(arguments: list[str]) -> int:
    """Take all pictures of the site named on the command line."""
    if not 1 <= len(arguments) <= 2:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    out = Path(arguments[1]) if len(arguments) > 1 else OUT
    out.mkdir(parents=True, exist_ok=True)
    for name, picture in take(Path(arguments[0])):
        (out / f"{name}.webp").write_bytes(picture)
        sys.stdout.write(f"{len(picture):7,}  {name}.webp\n")
    return 0


def take(site: Path) -> Iterator[tuple[str, bytes]]:
    """(name, WebP) of every shot whose page the site has."""
    from playwright.sync_api import sync_playwright

    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        for shot in SHOTS:
            if target := _address_of(browser, address, shot):
                desk, phone = (_picture(browser, target, size, shot.night) for size in (DESK, PHONE))
                yield shot.name, _beside(browser, desk, phone)
        browser.close()


def _address_of(browser: Browser, address: str, shot: Shot) -> str:
    """Where the page of a shot is; nothing where the site has no such page."""
    page = browser.new_page()
    page.goto(address + shot.path)
    link = page.query_selector(shot.selector) if shot.selector else None
    if shot.name == "search" and link:
        found = f"{address}search/?q={link.inner_text()}"
    elif shot.selector:
        found = str(link.evaluate("(one) => one.href")) if link else ""
    else:
        found = page.url
    page.close()
    return found


def _picture(browser: Browser, address: str, size: tuple[int, int], night: bool) -> str:
    """What a screen of this size shows of a page, as PNG in base64."""
    view = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if night else "light"
    )
    page = view.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    picture = page.screenshot()
    view.close()
    return base64.b64encode(picture).decode("ascii")


def _beside(browser: Browser, desk: str, phone: str) -> bytes:
    """Both as one WebP of at most `LARGEST` bytes, as good as that allows."""
    page: Page = browser.new_page()
    picture = b""
    for scale, quality in ((0.75, 0.7), (0.75, 0.5), (0.7, 0.4), (0.66, 0.3), (0.6, 0.3), (0.5, 0.3), (0.4, 0.2)):
        picture = base64.b64decode(page.evaluate(_MAKE, [desk, phone, scale, quality]))
        if len(picture) <= LARGEST:
            break
    page.close()
    return picture


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
