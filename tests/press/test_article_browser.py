"""An article in a real browser: its citation as files, its print, its notes, and nothing that moves while it loads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site, served under its base path on a free port."""
    with served(site) as address:
        yield address


@pytest.fixture
def article(browser: Browser, address: str) -> Iterator[Page]:
    """The feature, open."""
    view = browser.new_context(viewport={"width": 1200, "height": 900})
    page = view.new_page()
    page.goto(address + "a/7KQ2M9X/01/")
    yield page
    view.close()


def taken(article: Page, name: str) -> tuple[str, str]:
    """The name and the text of the file that a button gives."""
    with article.expect_download() as download:
        article.click(f"button:text-is('{name}')")
    return download.value.suggested_filename, Path(download.value.path()).read_text(encoding="utf-8")


def test_the_citation_can_be_taken_as_a_file(article: Page) -> None:
    """For LaTeX, for reference managers and for citeproc, each with all that is known."""
    name, bibtex = taken(article, "BibTeX")
    assert name == "7KQ2M9X-01.bib"
    assert "author = {{陈晓禾} and {李长河} and {吴敏}}" in bibtex
    assert "date = {2022-09-22}" in bibtex
    _, ris = taken(article, "RIS")
    assert ris.splitlines()[:2] == ["TY  - NEWS", "TI  - 清渠重通三村笑 农家又话旧时春"]
    assert "DA  - 2022/09/22/" in ris
    (csl,) = json.loads(taken(article, "CSL-JSON")[1])
    assert (csl["type"], csl["container-title"], csl["page"]) == ("article-newspaper", "安阳日报", "1")
    assert csl["issued"] == {"date-parts": [[2022, 9, 22]]}
    assert csl["URL"] == "https://example.org/repo/a/7KQ2M9X/01/"


def test_print_has_the_article_its_slip_and_its_address_and_no_furniture(article: Page) -> None:
    """What a reader files away says where it is from; nothing on it can only be clicked."""
    article.emulate_media(media="print")
    for what in (".slip", "h1", ".text", "#cite", ".record"):
        assert article.is_visible(what), what
    for what in ("header.top", ".links", ".turn", ".doors", "footer.bottom", "#cite button"):
        assert not article.locator(what).first.is_visible(), what
    assert article.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_loss_leads_to_its_note(browser: Browser, address: str) -> None:
    """Also by keyboard and without scripts: the explanation is on the page."""
    view = browser.new_context(java_script_enabled=False)
    page = view.new_page()
    page.goto(address + "a/7KQ2M9X/02/")
    page.press("a.loss", "Enter")
    assert page.url.endswith("#lost")
    assert page.locator("#lost").is_visible()
    view.close()


def test_nothing_moves_while_an_article_loads(browser: Browser, address: str) -> None:
    """What the script adds takes no place from what stands there."""
    view = browser.new_context(viewport={"width": 360, "height": 640})
    page = view.new_page()
    for id in ("7KQ2M9X/04", "ZZ9YX1W/01"):
        page.goto(f"{address}a/{id}/")
        page.wait_for_selector("#cite button", state="attached")
        moved = page.evaluate(
            "new Promise(done => { new PerformanceObserver(list => done(list.getEntries().length))"
            ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(0), 300) })"
        )
        assert moved == 0, id
    view.close()
