"""Every type of page opened in a real browser, on a phone and on a desk, by keyboard alone and without a script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html

from tests.served import served

from .conftest import printed
from .sample_archive import sample_archive, sample_settings
from .sample_names import with_names

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TYPES = {
    "front": "", "article": "a/7KQ2M9X/01/", "picture without a title": "a/7KQ2M9X/03/", "English article": "a/B3D8F1Z/02/",
    "withheld": "a/B3D8F1Z/03/", "page as read": "p/7KQ2M9X/", "district": "districts/wenfengqu-410502/",
    "long list": "districts/weidongqu-410403/page/2/", "city": "cities/anyang-4105/", "topic": "topics/agriculture/",
    "newspaper": "newspapers/anyangribao/", "reporter": "reporters/chenxiaohe-1a2b/", "series": "series/xiangcun-9f01/",
    "person": "people/zhoudahai-3c02/", "place": "places/liulinzhen-1a01/", "organization": "organizations/tushuguan-2b02/",
    "districts": "districts/", "cities": "cities/", "topics": "topics/", "newspapers": "newspapers/", "reporters": "reporters/",
    "all series": "series/", "people": "people/", "organizations": "organizations/", "places": "places/", "A-Z": "places/letter/",
    "dates": "dates/", "year": "dates/2022/", "day": "dates/2022/09/22/", "undated": "dates/undated/", "review": "review/",
    "search": "search/", "about": "about/", "data": "data/", "not found": "404.html",
}  # fmt: skip
BY_KEYBOARD = ("", "a/7KQ2M9X/01/", "p/7KQ2M9X/", "districts/wenfengqu-410502/", "people/zhoudahai-3c02/", "review/")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample archive with all its names and with a list of two pages."""
    settings = sample_settings(tmp_path_factory.mktemp("every 各页"))
    assert printed(with_names(sample_archive(extra=60)), settings).problems == ()
    return settings.folders.site


@pytest.fixture(scope="module")
def address(whole: Path) -> Iterator[str]:
    """The site, served under its base path."""
    with served(whole) as address:
        yield address


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1440])
def test_every_type_opens_without_a_complaint(browser: Browser, address: str, width: int) -> None:
    """One heading, no message on the console, nothing asked of another host, nothing to scroll sideways, nothing moves."""
    view = browser.new_context(viewport={"width": width, "height": 800})
    page = view.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(address) else None)
    page.on("response", lambda given: complaints.append(f"{given.status} {given.url}") if given.status >= 400 else None)
    for name, path in TYPES.items():
        page.goto(address + path)
        told = page.evaluate(
            """() => new Promise((tell) => {
                 let moved = 0;
                 new PerformanceObserver((list) => { for (const one of list.getEntries()) moved += one.value; })
                   .observe({ type: "layout-shift", buffered: true });
                 setTimeout(() => tell({ moved, wide: document.documentElement.scrollWidth,
                   heads: document.querySelectorAll("h1").length,
                   text: document.querySelector("main").innerText.trim().length }), 20);
               })"""
        )
        assert told["wide"] <= width, f"{name} is {told['wide']} px wide"
        assert told["heads"] == 1, name
        assert told["text"] > 10, name
        assert told["moved"] == 0, name
    assert complaints == []
    view.close()


def stops(page: Page) -> list[str]:
    """What the Tab key comes to from the head of the page, each with the sight of its focus, to the end of the page."""
    found = []
    for _ in range(300):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const at = document.activeElement, look = getComputedStyle(at), box = at.getBoundingClientRect();
                 if (at === document.body) return "";
                 const seen = look.outlineStyle !== "none" && box.width > 0 && box.left >= 0;
                 return (seen ? "" : "unseen ") + (at.getAttribute("href") || at.name || at.tagName.toLowerCase()); }"""
        )
        if not stop or stop in found[:1]:  # the end: the browser's own bar, or the first stop again
            break
        found.append(stop)
    return found


@pytest.mark.browser
def test_everything_is_reached_by_keyboard_in_the_order_of_the_page(browser: Browser, address: str) -> None:
    """First the way to the text, then every link, field and button as it stands in the page, each with a visible focus."""
    view = browser.new_context(viewport={"width": 1280, "height": 800})
    page = view.new_page()
    for path in BY_KEYBOARD:
        page.goto(address + path)
        expected = page.evaluate(
            """() => [...document.querySelectorAll("a[href], input, button, select, summary, [tabindex='0']")]
                 .filter((one) => one.checkVisibility() && one.tabIndex >= 0)
                 .map((one) => one.getAttribute("href") || one.name || one.tagName.toLowerCase())"""
        )
        assert expected[0] == "#main", path
        assert stops(page) == expected, path
    view.close()


@pytest.mark.browser
def test_the_skip_link_leads_past_the_masthead(browser: Browser, address: str) -> None:
    """Enter on the first stop, and the next stop is inside the text."""
    view = browser.new_context()
    page = view.new_page()
    page.goto(address + TYPES["district"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    view.close()


@pytest.mark.browser
def test_every_type_is_whole_without_scripts(browser: Browser, address: str, whole: Path) -> None:
    """Its text is there and fits 320 px before any script runs; only the search needs one, and says so."""
    view = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = view.new_page()
    for name, path in TYPES.items():
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        shown = "".join(page.inner_text("main").split())
        file = whole / path if path.endswith(".html") else whole / path / "index.html"
        heading = html.fromstring(file.read_text(encoding="utf-8")).find(".//main").xpath(".//p | .//li/a")
        assert shown, name
        assert any("".join(one.text_content().split())[:12] in shown for one in heading), name
    page.goto(address + "search/")
    assert "脚本" in page.inner_text("noscript")
    view.close()


def test_no_two_pages_look_alike(whole: Path) -> None:
    """Title, description and address of every page that may be found are its own, and the preview says the same."""
    seen: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file in sorted(whole.rglob("*.html")):
        page = html.fromstring(file.read_text(encoding="utf-8"))
        if page.xpath("//meta[@name='robots'][@content='noindex']"):
            continue
        path = file.relative_to(whole).as_posix()
        seen["title", page.findtext(".//title")].append(path)
        for key, found in (
            ("description", page.xpath("//meta[@name='description']/@content")),
            ("canonical", page.xpath("//link[@rel='canonical']/@href")),
        ):
            assert len(found) == 1, f"{path}: {key}"
            seen[key, found[0]].append(path)
        assert len(page.xpath("//meta[@property='og:title']")) == 1, path
        assert page.xpath("//meta[@property='og:url']/@content") == page.xpath("//link[@rel='canonical']/@href"), path
    assert {alike: paths for alike, paths in seen.items() if len(paths) > 1} == {}
