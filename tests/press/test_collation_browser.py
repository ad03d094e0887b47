"""A page as it was read, in a real browser: two-way tinting, filters, the phone, the keyboard, and not one complaint."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DESK, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 640}
PATH = "p/7KQ2M9X/"
TINT = "rgb(244, 227, 161)"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site, served under its base path on a free port."""
    with served(site) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def scripted(request: pytest.FixtureRequest) -> bool:
    """Whether the browser runs scripts."""
    return bool(request.param)


@contextmanager
def opened(browser: Browser, url: str, size: dict[str, int], script: bool = True) -> Iterator[Page]:
    """The page in a window of that size; afterwards the browser has nothing to complain of."""
    view = browser.new_context(viewport=size, java_script_enabled=script, color_scheme="light")
    page = view.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(url)
    yield page
    view.close()
    assert complaints == []


def colour(page: Page, selector: str) -> str:
    """The colour behind an element."""
    return str(page.locator(selector).first.evaluate("one => getComputedStyle(one).backgroundColor"))


def test_a_line_and_its_reading_are_tinted_together(browser: Browser, address: str, scripted: bool) -> None:
    """A click on a line's number tints the paragraph beside it; the paragraph's mark tints the line. Without script too."""
    with opened(browser, address + PATH, DESK, scripted) as page:
        page.click("#L4 > a")
        assert page.url.endswith("#L4")
        reading = page.locator("div:has(> ol > #L4) > .read > p").get_attribute("id")
        assert {colour(page, "#L4"), colour(page, f"#{reading}")} == {TINT}
        page.click("div:has(> ol > #L5) > .read .pilcrow")
        assert (colour(page, "#L4"), colour(page, "#L5")) == ("rgba(0, 0, 0, 0)", TINT)


def test_the_pointer_and_the_keyboard_tint_too(browser: Browser, address: str) -> None:
    """With script: what is under the pointer, or has the focus, shows what belongs to it on the other side."""
    with opened(browser, address + PATH, DESK) as page:
        page.hover("#L6 > span")
        assert page.locator(".read > .lit").count() == 1
        page.focus("#L7 > a")
        assert page.locator("#L7.lit").count() == 1
        page.click("#L8 > span")
        assert page.locator("#L8.kept").count() == 1
        page.keyboard.press("Escape")
        assert page.locator(".kept").count() == 0


def test_lines_and_readings_stand_side_by_side_at_one_height(browser: Browser, address: str) -> None:
    """Raw lines on the left, the spine between, readings on the right; nothing overlaps."""
    with opened(browser, address + PATH, DESK) as page:
        line, strip = page.locator("#L4").bounding_box(), page.locator(".strip").bounding_box()
        reading = page.locator("div:has(> ol > #L4) > .read").bounding_box()
        assert line is not None
        assert strip is not None
        assert reading is not None
        assert line["x"] + line["width"] <= strip["x"]
        assert strip["x"] + strip["width"] <= reading["x"]
        assert abs(line["y"] - reading["y"]) < 12


def test_the_filters_leave_what_is_looked_for(browser: Browser, address: str, scripted: bool) -> None:
    """By keyboard, with and without script: the doubtful rows alone, then all of them again."""
    with opened(browser, address + PATH, DESK, scripted) as page:
        rows, doubtful = page.locator(".pair:visible"), page.locator(".pair.doubt")
        whole = rows.count()
        page.focus("#show-all")
        page.keyboard.press("ArrowRight")
        assert 0 < rows.count() == doubtful.count() < whole
        page.keyboard.press("ArrowLeft")
        assert rows.count() == whole


def test_an_anchor_that_a_filter_hides_is_shown_all_the_same(browser: Browser, address: str) -> None:
    """The contents lead to a line that is filtered away: the filter gives way."""
    with opened(browser, address + PATH, DESK) as page:
        page.check("#show-doubt", force=True)
        assert not page.locator("#L3").is_visible()
        page.click(".contents a[href='#L3']")
        page.wait_for_function("document.getElementById('show-all').checked")
        assert page.locator("#L3").is_visible()


def test_on_a_phone_a_paragraph_opens_its_raw_lines(browser: Browser, address: str, scripted: bool) -> None:
    """The readings stand alone; the small print below one opens the raw lines and the reasons, by a tap or the keyboard."""
    with opened(browser, address + PATH, PHONE, scripted) as page:
        more = page.locator("div:has(> ol > #L4) > details")
        assert page.locator("div:has(> ol > #L4) > .read > p").is_visible()
        assert not page.locator("#L4").is_visible()
        more.locator("summary").click()
        assert page.locator("#L4").is_visible()
        assert more.locator("li").first.is_visible()
        more.locator("summary").focus()
        page.keyboard.press("Enter")
        assert not page.locator("#L4").is_visible()


def test_on_a_phone_an_anchor_shows_its_line(browser: Browser, address: str, scripted: bool) -> None:
    """A link to a raw line from elsewhere: the line shows, though its paragraph is closed."""
    with opened(browser, address + PATH + "#L4", PHONE, scripted) as page:
        assert page.locator("#L4").is_visible()


def test_the_spine_leads_to_the_articles(browser: Browser, address: str) -> None:
    """A band is a link, for the pointer and for the keyboard; on a phone it is only drawn."""
    with opened(browser, address + PATH, DESK) as page:
        page.focus(".strip a[href='#a2']")
        page.keyboard.press("Enter")
        assert page.url.endswith("#a2")
        assert page.locator("#a2").evaluate("one => one.getBoundingClientRect().top < innerHeight")


def test_on_paper_every_raw_line_stands_below_its_reading(browser: Browser, address: str) -> None:
    """Print has both texts, and nothing that only works on a screen."""
    with opened(browser, address + PATH, PHONE) as page:
        page.emulate_media(media="print")
        assert page.locator("#L4").is_visible()
        assert not page.locator(".strip").is_visible()
        assert page.locator("section.collation > label:visible, .pair summary:visible").count() == 0
