"""What a search costs a reader, in a real browser: `python -m benchmarks.search_speed SITE [QUERY …]`.

SITE is a built site. For every query a fresh browser with empty caches opens the address of the search, and this prints the
hits as the page tells them, the bytes received and the requests made until the results stand there (the page itself, its
scripts and styles, the index, the article pages in which results are confirmed), and the milliseconds that took; then the
medians. HTML, scripts, styles, JSON and SVG are sent gzipped, as GitHub Pages does, everything else as it is. Loopback: on
a real line add about five round trips. Needs playwright and a Chromium (CHROME in the environment, else the one on the path).
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUERIES = ("营商环境", "复工复产", "胡亚军", "宝莲寺镇", "高质量发展", "三个一批", "放管服", "中华人民共和国", "镇")
GZIPPED = frozenset({".html", ".js", ".css", ".json", ".svg", ".xml", ".txt"})
CLOCK = """new MutationObserver(() => {
    const answer = document.getElementById("answer");
    if (answer && !answer.hidden && answer.getAttribute("aria-busy") === "false") window.done = window.done || performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true})"""
"""Notes in the page itself, in milliseconds from the start of its navigation, when the results stand there."""
DONE = "#answer:not([hidden])[aria-busy=false]"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one search cost: the page's words on how many hits, results shown, bytes received, requests, milliseconds."""

    said: str
    shown: int
    bytes: int
    requests: int
    ms: float


class _Pages(SimpleHTTPRequestHandler):
    """Sends the files of a site as GitHub Pages does: what is text is gzipped."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Send one file."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        data = _sent(file)
        self.send_response(200 if data is not None else 404)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in GZIPPED:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data or b"")))
        self.end_headers()
        self.wfile.write(data or b"")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@cache
def _sent(file: Path) -> bytes | None:
    if not file.is_file():
        return gzip.compress(b"") if file.suffix in GZIPPED else None
    return gzip.compress(file.read_bytes(), 6) if file.suffix in GZIPPED else file.read_bytes()


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the site while it is served on a free port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def cost_of(browser: Browser, address: str, query: str) -> Cost:
    """What the query costs a reader who was never here."""
    view = browser.new_context()
    page = view.new_page()
    received: list[float] = []
    listen: Any = view.new_cdp_session(page)
    listen.send("Network.enable")
    listen.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.add_init_script(CLOCK)
    page.goto(f"{address}search/?q={quote(query)}", wait_until="commit")
    page.wait_for_selector(DONE)
    ms = float(page.evaluate("window.done"))
    page.wait_for_timeout(50)  # what was received has to be told
    said, shown = page.inner_text("#count"), page.locator("#hits > li").count()
    cost = Cost(said, shown, int(sum(received)), len(received), ms)
    view.close()
    return cost


def costs(site: Path, queries: Sequence[str], rounds: int = 1) -> list[tuple[str, Cost]]:
    """What each query costs; of several rounds the median by time."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CHROME") or shutil.which("chromium") or shutil.which("google-chrome")
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        cost_of(browser, address, queries[0])  # the first page of a browser waits for its processes
        found = [
            (
                query,
                sorted((cost_of(browser, address, query) for _ in range(rounds)), key=lambda one: one.ms)[rounds // 2],
            )
            for query in queries
        ]
        browser.close()
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, metavar="SITE")
    parser.add_argument("queries", nargs="*", metavar="QUERY", default=[])
    parser.add_argument("--rounds", type=int, default=3, help="how often each query is asked; the middle one counts")
    told = parser.parse_args(arguments)
    found = costs(told.site, told.queries or QUERIES, told.rounds)
    print(f"{'KB':>7} {'requests':>8} {'ms':>5} {'shown':>5}  query: what the page says")
    for query, cost in found:
        print(f"{_figures(cost.bytes, cost.requests, cost.ms)} {cost.shown:5}  {query}: {cost.said}")
    figures = ((one.bytes, one.requests, one.ms) for _, one in found)
    print(f"{_figures(*map(median, zip(*figures, strict=True)))}        median")


def _figures(received: float, requests: float, ms: float) -> str:
    return f"{received / 1024:7.1f} {requests:8.0f} {ms:5.0f}"


if __name__ == "__main__":
    main()
