"""The site of the repository's own seeds in a real browser: a reader's way, by day and night, on desk and phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.line.keeper import Keeper
from tests.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def address(built: Keeper) -> Iterator[str]:
    """The site of the seeds, served under a base path."""
    with served(built.site) as address:
        yield address


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_reader_goes_from_the_front_to_an_article(
    browser: Browser, address: str, size: dict[str, int], scheme: str
) -> None:
    """Front, district, article, its raw page, and back: all there, and not one complaint."""
    view = browser.new_context(viewport=size, color_scheme=scheme)
    page = view.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.on("request", lambda request: None if request.url.startswith(address) else wrong.append(request.url))
    page.goto(address)
    look_at(page, scheme)
    follow(page, "main >> text=卫东区")
    look_at(page, scheme)
    assert page.inner_text("h1") == "平顶山市 卫东区"
    follow(page, "text=学习专业技能知识")
    look_at(page, scheme)
    assert "蒲城街道办事处儿童督导员张俊超说" in page.inner_text("article")
    follow(page, "text=看原文")
    look_at(page, scheme)
    assert "蒲城街道办事处儿童督导员 张俊超说" in str(page.text_content("main")), "the raw page is as it came"
    page.go_back()
    assert "/a/" in page.url
    assert wrong == []
    view.close()


def follow(page: Page, link: str) -> None:
    """Click on a link and wait for what it leads to, its styles included."""
    with page.expect_navigation(wait_until="load"):
        page.click(link)


def look_at(page: Page, scheme: str) -> None:
    """The page fits its window, is dark by night and light by day, and its text is big enough to read."""
    window = page.viewport_size
    assert window is not None
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= window["width"], f"{page.url} is {wide} px wide"
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)")
    assert (sum(paper) < 3 * 64) == (scheme == "dark"), f"{page.url}: {paper}"
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('main')).fontSize)") >= 16


def test_all_of_an_article_is_there_without_scripts(browser: Browser, built: Keeper, address: str) -> None:
    """Every paragraph of every article of the seeds is on its page when scripts are off."""
    view = browser.new_context(java_script_enabled=False)
    page = view.new_page()
    for id, article in built.articles().items():
        page.goto(f"{address}a/{id}/")
        shown = "".join(page.inner_text("article").split())
        for paragraph in article.body.split("\n\n"):
            words = "".join(paragraph.removeprefix("## ").replace("\\", "").replace("[…]", "〔原文缺〕").split())
            assert words in shown, f"{id}: {paragraph}"
    view.close()
