"""A reader searches: in a real browser, on a site with an index, by mouse and by keyboard, online, offline and without scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from jianbao.search.tokens import place_of
from tests.served import served

from .conftest import printed
from .sample_archive import sample_settings
from .searched_archive import EXTRA, searched_archive

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser
DONE = "#answer:not([hidden])[aria-busy=false]"
HITS = "#hits > li > a"


def _build(folder: Path, **changes: object) -> Path:
    settings = sample_settings(folder, **changes)
    assert printed(searched_archive(), settings).problems == ()
    return settings.folders.site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the archive with an index."""
    return _build(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with empty caches; whatever it complains of fails the test."""
    view = browser.new_context()
    page = view.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    view.close()
    assert [one for one in complaints if "ERR_" not in one] == []


def _ask(page: Page, address: str, query: str) -> list[str]:
    """The headlines that the address of a search gives."""
    page.goto(f"{address}search/?{query}")
    return _headlines(page)


def _headlines(page: Page) -> list[str]:
    page.wait_for_selector(DONE)
    return [link.inner_text() for link in page.query_selector_all(HITS)]


def _count(page: Page) -> str:
    return page.inner_text("#count")


def _told(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def test_every_page_leads_to_the_search(page: Page, address: str) -> None:
    """`/` goes to the box of an article's page; what is typed there is found and counted."""
    page.goto(address + "a/B3D8F1Z/02/")
    page.keyboard.press("/")
    page.keyboard.type("水渠")
    page.keyboard.press("Enter")
    assert _headlines(page) == ["清渠重通三村笑 农家又话旧时春"]
    assert _told(page) == {"q": "水渠"}
    assert _count(page) == "找到 1 篇"
    assert page.inner_text("#hits mark") == "水渠"
    assert "安阳日报 · 2022年9月22日 · 第1版 要闻 · 安阳市文峰区 · 安阳市高新区" in page.inner_text("#hits small")


def test_what_only_looks_like_a_hit_is_dropped(page: Page, address: str) -> None:
    """An article with 营商, 商环 and 环境 apart is none; one in traditional characters is one, and marked as printed."""
    assert len(_ask(page, address, "q=营商环境")) == 2
    assert _count(page) == "找到 2 篇"
    assert sorted(mark.inner_text() for mark in page.query_selector_all("#hits mark")) == ["營商環境", "营商环境"]
    assert len(_ask(page, address, "q=營商環境")) == 2


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("渠", 1),
        ("短讯", EXTRA - 1),
        ("libr", 1),
        ("lib", 1),
        ("li", 0),
        ("“day”", 0),
        ("It is bright", 1),
        ("“on Saturday. “", 1),
        ("小麦 大豆", 3),
        ("小麦 -大豆", 1),
        ("小麦 -大豆价格", 3),
        ("“从小事做起”", 1),
        ("今日 评论", 1),
        ("四十多万元的电费", 1),
        ("电费。一条", 0),
        ("通水当天", 1),
        ("不应出现", 0),
        ("9月21日", 1),
        ("吴敏", 1),
        ("河吴", 0),
        ("部门动态", 1),
    ],
)
def test_words_phrases_and_exclusions(page: Page, address: str, query: str, count: int) -> None:
    """One character, beginnings of words, phrases, several words, minus, by-lines, labels; nothing withheld, nor across passages."""
    page.goto(address + "search/")
    page.fill("#ask input[name=q]", query)
    page.keyboard.press("Enter")
    assert len(_headlines(page)) == min(count, 10)
    assert _count(page).split(" · ")[0] == (f"找到 {count} 篇" if count else "没有找到。")


def test_titles_come_first_then_what_stands_close(page: Page, address: str) -> None:
    """大豆 小麦: both in the title; then side by side; then far apart."""
    found = _ask(page, address, "q=大豆 小麦")
    assert found == ["大豆与小麦", "卫东区短讯之6", "卫东区短讯之7"]


def test_filters_count_what_they_would_leave_and_leave_it(page: Page, address: str) -> None:
    """Counts of the result stand beside each choice; a choice is in the address, told, and can be taken back."""
    found = _ask(page, address, "q=路")
    page.click("#filters summary")
    choices = page.locator("select[name=district]")
    page.wait_for_selector("select[name=district] option:nth-child(3)", state="attached")
    counts = dict(text.rsplit(" ", 1) for text in choices.locator("option").all_inner_texts() if " " in text)
    assert counts["安阳市文峰区"] == "(1)"
    choices.select_option(label="安阳市文峰区 (1)")
    page.wait_for_selector("#chips a")
    page.wait_for_selector("#hits > li:only-child")
    assert _told(page)["district"] == "wenfengqu-410502"
    page.click("#chips a")
    page.wait_for_selector("#hits > li:nth-child(2)")
    assert _headlines(page) == found
    assert "district" not in _told(page)


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ("topic=education", "找到 1 篇"),
        ("newspaper=anyangribao", "找到 4 篇"),
        ("kind=commentary", "找到 1 篇"),
        ("person=zhaodeshun-1a2b&who=赵德顺", "找到 1 篇"),
        ("from=2022&to=2022", "找到 4 篇"),
        ("from=2022-09-23", "找到 2 篇"),
        ("q=馆&from=2022-09&to=2022-09-22", "找到 1 篇"),
        ("q=水&kind=feature&newspaper=anyangribao&from=2022", "找到 1 篇"),
    ],
)
def test_every_kind_of_filter(page: Page, address: str, filters: str, count: str) -> None:
    """By list, by who is named, by date, with a query and without."""
    _ask(page, address, filters)
    assert _count(page).split(" · ")[0] == count


def test_newest_and_oldest_first(page: Page, address: str) -> None:
    """By the printed day."""
    _ask(page, address, "q=天&sort=newest")
    days = [small.inner_text() for small in page.query_selector_all("#hits small")]
    assert "2023年10月1日" in days[0]
    assert "2022年9月22日" in days[1]
    assert "2020年3月（约）" in days[-1]
    _ask(page, address, "q=天&sort=oldest")
    assert "2020年3月（约）" in page.inner_text("#hits small")


def test_pages_are_turned_and_the_way_back_works(page: Page, address: str) -> None:
    """Ten a page, none twice; an article is opened at its match and left again to the very result."""
    first = _ask(page, address, "q=短讯")
    page.click("#turn a[rel=next]")
    page.wait_for_selector("#hits[start='11']")
    second = _headlines(page)
    assert len({*first, *second}) == 20
    assert _told(page)["page"] == "2"
    page.click(f"{HITS} >> nth=3")
    page.wait_for_selector("mark.found.here")
    assert page.inner_text("mark.found.here") == "短讯"
    page.go_back()
    assert _headlines(page) == second
    assert page.evaluate("document.activeElement.textContent") == second[3]
    page.go_back()
    page.wait_for_selector("#hits[start='1']")
    assert _headlines(page) == first


def test_an_article_shows_all_matches_and_keys_go_through_them(page: Page, address: str) -> None:
    """The matches are marked without a character changed; n and N go on and back."""
    page.goto(address + "a/7KQ2M9X/01/")
    before = page.inner_text("article")
    page.goto(address + "a/7KQ2M9X/01/#find=柳林村&find=重通三村笑农家")
    page.reload()
    assert page.inner_text("article") == before
    assert page.inner_text("mark.here >> nth=0") == "重通三村笑"
    page.keyboard.press("n")
    assert page.inner_text("mark.here") == "柳林村"
    page.keyboard.press("Shift+N")
    assert page.inner_text("mark.here >> nth=0") == "重通三村笑"


def test_the_keyboard_alone_is_enough(page: Page, address: str) -> None:
    """Arrows and j, k move in the results, Esc goes back to the box; the keys can be turned off."""
    page.goto(address + "search/?q=短讯")
    found = _headlines(page)
    focused = "document.activeElement.textContent"
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("j")
    assert page.evaluate(focused) == found[1]
    page.keyboard.press("k")
    assert page.evaluate(focused) == found[0]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") == "q"
    page.click("text=怎样查")
    page.uncheck("text=使用单键快捷键")
    page.focus(HITS)
    page.keyboard.press("j")
    assert page.evaluate(focused) == found[0]


def test_no_hit_says_what_may_help(page: Page, address: str) -> None:
    """Which word is unknown, each other word alone, each filter taken away: links that do it."""
    assert _ask(page, address, "q=水渠 霓虹&district=wenfengqu-410502") == []
    advice = page.inner_text("#advice")
    assert "“霓虹”在馆藏里一处也没有" in advice
    assert "去掉“区县：安阳市文峰区”" in advice
    page.click("#advice a >> text=只查“水渠”")
    page.wait_for_selector(HITS)
    assert _told(page) == {"q": "水渠", "district": "wenfengqu-410502"}


def test_a_lost_connection_is_said_and_tried_again(page: Page, address: str) -> None:
    """No file, no empty list: the page says so, and the button asks again."""

    def cut(route: Route) -> None:
        route.abort()

    page.route("**/search/t/**", cut)
    _ask(page, address, "q=水渠")
    assert _count(page) == "没有取到查找用的文件，可能是网络不通。"
    page.unroute("**/search/t/**", cut)
    page.click("#advice button")
    page.wait_for_selector(HITS)
    assert _count(page) == "找到 1 篇"


def test_the_number_of_hits_is_announced(page: Page, address: str) -> None:
    """The count stands in a live region that is there before it changes, and nothing else is in it."""
    page.goto(address + "search/")
    assert page.get_attribute("#count", "role") == "status"
    page.fill("#ask input[name=q]", "水渠")
    page.keyboard.press("Enter")
    _headlines(page)
    assert _count(page) == "找到 1 篇"
    assert page.evaluate("document.activeElement.name") == "q"


def test_what_only_makes_the_count_truer_comes_after_the_results(page: Page, address: str, site: Path) -> None:
    """营商 and 环境 are asked for, then the articles, then 商环: by then two results stand there."""
    asked: list[str] = []
    page.on(
        "request", lambda request: asked.append(request.url.partition("/search/")[2].partition("?")[0] or request.url)
    )
    _ask(page, address, "q=营商环境")
    page.wait_for_load_state("networkidle")
    shards = json.loads((site / "search" / "index.json").read_bytes())["segments"][0]["shards"]
    first, last, second = (asked.index(f"t/0/{place_of(pair) % shards}.bin") for pair in ("营商", "商环", "环境"))
    pages = [place for place, name in enumerate(asked) if "/a/" in name]
    assert max(first, second) < min(pages) <= max(pages) < last


def test_a_page_that_a_cache_kept_is_not_believed(page: Page, address: str) -> None:
    """Its index is older than the host's: other shards, other marks. What is found is what the host's index has."""

    def age(route: Route) -> None:
        told = route.fetch()
        route.fulfill(response=told, body=re.sub(r'"shards":\d+,"mark":"', '"shards":1,"mark":"0', told.text()))

    page.route("**/search/?q=*", age)
    page.goto(f"{address}search/?q=水渠")
    page.wait_for_selector("#hits > li")
    assert _count(page) == "找到 1 篇"


def test_without_scripts_the_page_leads_to_the_indexes(site: Path, browser: Browser, address: str) -> None:
    """It says why, shows no box that would do nothing, and links districts, topics and the other indexes."""
    view = browser.new_context(java_script_enabled=False)
    page = view.new_page()
    page.goto(address + "search/?q=水渠")
    assert "没有开启脚本" in page.inner_text("main")
    assert not page.is_visible("#ask")
    for name in ("districts", "people", "places", "organizations", "topics", "dates", "newspapers"):
        assert page.is_visible(f"#entries a[href='../{name}/']")
    assert page.is_visible("#entries >> text=文峰区")
    view.close()


def test_a_script_without_a_decompression_stream_finds_the_same(browser: Browser, address: str) -> None:
    """As in Safari 14: the files are unpacked by our own code."""
    view = browser.new_context()
    view.add_init_script("delete window.DecompressionStream")
    page = view.new_page()
    assert len(_ask(page, address, "q=营商环境&sort=newest")) == 2
    view.close()


def test_a_copy_on_a_disk_is_searched_as_well(page: Page, tmp_path: Path) -> None:
    """From file:// in a folder with a Chinese name: the box, filters, dates, pages, opening and going back; links work."""
    site = _build(tmp_path / "剪报 光盘", offline=True)
    page.goto((site / "a/7KQ2M9X/01/index.html").as_uri())
    page.fill(".find input", "营商环境")
    page.keyboard.press("Enter")
    page.wait_for_selector(HITS)
    assert _count(page) == "找到 2 篇"
    page.fill("#ask input[name=q]", "短讯")
    page.keyboard.press("Enter")
    page.wait_for_selector("#hits > li:nth-child(10)")
    page.click("#turn a[rel=next]")
    page.wait_for_selector("#hits[start='11']")
    page.click(HITS)
    page.wait_for_selector("mark.found")
    assert page.url.split("#")[0].endswith("/index.html")
    page.go_back()
    page.wait_for_selector("#hits[start='11']")
    page.goto((site / "search/index.html").as_uri() + "?q=渠&kind=feature&from=2022&sort=oldest")
    assert _headlines(page) == ["清渠重通三村笑 农家又话旧时春"]


def test_the_search_speaks_english_as_well(page: Page, tmp_path: Path) -> None:
    """Every word of it, where the archive's interface is English."""
    with served(_build(tmp_path, languages=("en",))) as address:
        assert _ask(page, address, "q=library") == ["Visitors from Kent tour the new library"]
        assert _count(page) == "1 article"
        assert "新乡日报 · 1 October 2023 · p. 3" in page.inner_text("#hits small")
        assert page.inner_text("#hits .snippet mark") == "library"
        _ask(page, address, "q=短讯 library")
        assert "Only “library” (1)" in page.inner_text("#advice")


def test_article_pages_stay_light(site: Path) -> None:
    """An article page has one small script, for the box and its citation, and nothing else of the search."""
    page = html.fromstring((site / "a/7KQ2M9X/01/index.html").read_text(encoding="utf-8"))
    scripts = page.xpath("//script/@src")
    assert len(scripts) == 1
    assert (site / "a/7KQ2M9X/01" / scripts[0]).stat().st_size < 7000
    assert page.xpath("//form/@action") == ["../../../search/"]


def test_a_page_without_an_index_has_no_box(tmp_path: Path) -> None:
    """A plain site has no search, and no box that would lead to it."""
    settings = sample_settings(tmp_path, plain=True)
    assert printed(searched_archive(), settings).problems == ()
    assert not (settings.folders.site / "search").exists()
    page = html.fromstring((settings.folders.site / "a/7KQ2M9X/01/index.html").read_text(encoding="utf-8"))
    assert page.xpath("//form") == []
