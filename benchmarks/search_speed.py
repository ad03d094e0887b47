"""What a search costs a reader, in a real browser: `python -m benchmarks.search_speed SITE [QUERY …]`.

SITE is a built site (benchmarks/searched_site.py makes one of any size). For every query a fresh browser view with empty caches
opens the address of the search. This prints the hits as the page tells them, the bytes received until the first result stands
there, and until ten stand there, or all where there are fewer: the bytes received and the requests made (the page itself, its
scripts and styles, the index, the article pages in which results are confirmed), and the milliseconds by the page's own clock,
first from the opening of the address, then from the asking in a page that was open and had fetched nothing of the index;
then the medians, and the load of the machine.
Loopback: on a real line add about four round trips. Needs playwright and a Chromium (CHROME in the environment, else the
one on the path).

Bytes and time are taken in views of their own: whoever counts a browser's bytes slows it down. Nothing is asked of the page
before it is done, for the same reason.
"""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from benchmarks.quick_server import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUERIES = ("营商环境", "复工复产", "胡亚军", "宝莲寺镇", "高质量发展", "三个一批", "放管服", "中华人民共和国", "镇")
CLOCK = """new MutationObserver((_, observer) => {
    const answer = document.getElementById("answer");
    if (!answer || answer.hidden) return;
    const shown = document.querySelectorAll("#hits > li").length;
    if (shown && !window.first) measured((window.first = "first"));
    if (shown < 10 && answer.getAttribute("aria-busy") !== "false") return;
    observer.disconnect();
    window.done = performance.now();
    measured("done");
}).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ["hidden", "aria-busy"]})"""
"""Notes in the page itself, in milliseconds from the start of its navigation, when the results stand there."""
ASK = """query => new Promise((told) => {
    const ask = document.getElementById("ask"), answer = document.getElementById("answer"), began = performance.now();
    new MutationObserver((_, observer) => {
        if (document.querySelectorAll("#hits > li").length < 10 && answer.getAttribute("aria-busy") !== "false") return;
        observer.disconnect();
        told(performance.now() - began);
    }).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ["aria-busy"]});
    ask.elements.q.value = query;
    ask.requestSubmit();
})"""
"""Asks in an open page; the milliseconds until the results stand there."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one search cost: the page's words on how many hits, results shown, bytes to the first, bytes, requests, times."""

    said: str
    shown: int
    first: int
    bytes: int
    requests: int
    ms: float
    asked_ms: float


def cost_of(browser: Browser, address: str, query: str, rounds: int) -> Cost:
    """What the query costs a reader who was never here: bytes of the first view, the middle times of the others."""
    first = _View(browser, counting=True)
    said, shown, _ = first.ask(f"{address}search/?q={quote(query)}")
    times = [_View(browser).ask(f"{address}search/?q={quote(query)}")[2] for _ in range(rounds)]
    asked = [_View(browser).ask_open(f"{address}search/", query) for _ in range(rounds)]
    received = int(sum(first.received.values()))
    return Cost(said, shown, int(first.to_first), received, len(first.received), median(times), median(asked))


class _View:
    """A view of the browser with empty caches."""

    def __init__(self, browser: Browser, counting: bool = False) -> None:
        self._context = browser.new_context()
        self._page = self._context.new_page()
        self.received: dict[str, float] = {}
        self.to_first = 0.0
        self._done = False
        self._listen: Any = self._context.new_cdp_session(self._page)
        self._listen.send("Runtime.enable")
        self._listen.send("Runtime.addBinding", {"name": "measured"})
        self._listen.on("Runtime.bindingCalled", self._measured)
        if counting:
            self._listen.send("Network.enable")
            self._listen.on("Network.requestWillBeSent", self._asked)
            self._listen.on("Network.loadingFinished", self._received)
        self._page.add_init_script(CLOCK)
        self._page.wait_for_timeout(200)  # for its processes

    def _measured(self, event: dict[str, Any]) -> None:
        self._done = event["payload"] == "done"
        self.to_first = self.to_first or sum(self.received.values())

    def _asked(self, event: dict[str, Any]) -> None:
        if not self._done:
            self.received[event["requestId"]] = 0.0

    def _received(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.received:
            self.received[event["requestId"]] = event["encodedDataLength"]

    def ask(self, address: str) -> tuple[str, int, float]:
        """What the page says in the end, how many results it shows, and when they stood there."""
        self._page.goto(address, wait_until="commit")
        while not self._done:
            self._page.wait_for_timeout(20)
        self._page.wait_for_timeout(500)  # the count becomes truer, and what was received is told
        said, shown = self._page.inner_text("#count"), self._page.locator("#hits > li").count()
        ms = float(self._page.evaluate("window.done"))
        self._context.close()
        return said, shown, ms

    def ask_open(self, address: str, query: str) -> float:
        """The milliseconds from the asking in a page that is open."""
        self._page.goto(address)
        self._page.wait_for_timeout(600)
        ms = float(self._page.evaluate(ASK, query))
        self._context.close()
        return ms


def costs(site: Path, queries: Sequence[str], rounds: int) -> list[tuple[str, Cost]]:
    """What each query costs."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CHROME") or shutil.which("chromium") or shutil.which("google-chrome")
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        cost_of(browser, address, queries[0], 1)  # the first page of a browser waits for its processes
        found = [(query, cost_of(browser, address, query, rounds)) for query in queries]
        browser.close()
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, metavar="SITE")
    parser.add_argument("queries", nargs="*", metavar="QUERY", default=[])
    parser.add_argument("--rounds", type=int, default=5, help="how often each query is timed; the middle one counts")
    told = parser.parse_args(arguments)
    found = costs(told.site, told.queries or QUERIES, told.rounds)
    print(f"{'first':>7} {'KB':>7} {'requests':>8} {'ms':>5} {'asked':>5} {'shown':>5}  query: what the page says")
    for query, cost in found:
        print(
            f"{_figures(cost.first, cost.bytes, cost.requests, cost.ms, cost.asked_ms)} {cost.shown:5}  {query}: {cost.said}"
        )
    figures = ((one.first, one.bytes, one.requests, one.ms, one.asked_ms) for _, one in found)
    print(f"{_figures(*map(median, zip(*figures, strict=True)))}        median; load {os.getloadavg()[0]:.1f}")


def _figures(first: float, received: float, requests: float, ms: float, asked_ms: float) -> str:
    return f"{first / 1024:7.1f} {received / 1024:7.1f} {requests:8.0f} {ms:5.0f} {asked_ms:5.0f}"


if __name__ == "__main__":
    main()
