"""The site in a real browser: front, district and article, by day and night, from 320 px up, and not one complaint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAGES = ["", "districts/gaoxinqu-4105h/", "a/7KQ2M9X/01/", "a/B3D8F1Z/02/", "p/7KQ2M9X/", "dates/2022/", "about/"]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site, served under its base path on a free port."""
    with served(site) as address:
        yield address


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_no_page_complains_or_scrolls_sideways(browser: Browser, address: str, night: bool) -> None:
    """No message on the console, no request to another host, no sideways scroll at 320 px; paper dark at night."""
    view = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme="dark" if night else "light")
    page = view.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        page.goto(address + path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, f"{path} is {wide} px wide"
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == ("rgb(22, 23, 26)" if night else "rgb(253, 252, 249)")
    assert complaints == []
    assert all(url.startswith(address) for url in asked)
    view.close()


def test_a_reader_goes_from_front_to_district_to_article(browser: Browser, address: str) -> None:
    """Without scripts: the front page leads to a district, the district to an article, the article to its raw text."""
    view = browser.new_context(java_script_enabled=False)
    page = view.new_page()
    page.goto(address)
    for link in ("text=文峰区", "text=清渠重通三村笑"):
        with page.expect_navigation():
            page.click(link)
    assert page.url == address + "a/7KQ2M9X/01/"
    assert "这把年纪，还能再种十年" in page.inner_text("article")
    with page.expect_navigation():
        page.click("text=看原文")
    assert page.url == address + "p/7KQ2M9X/#L3"
    view.close()


def test_the_first_stop_of_the_keyboard_skips_to_the_text(browser: Browser, address: str) -> None:
    """Tab shows the skip link, and it is seen."""
    view = browser.new_context()
    page = view.new_page()
    page.goto(address + "a/7KQ2M9X/01/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    view.close()
