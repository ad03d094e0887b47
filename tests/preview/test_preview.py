"""A running preview: what it serves, and what an open page is told when a source changes."""

from __future__ import annotations

import http.client
import json
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from jianbao.preview.news import News
from jianbao.preview.preview import Built, Sources, Talk, preview
from jianbao.preview.server import PreviewServer

PATIENCE = 20.0
"""Seconds; a change takes a fifth of one on a quiet machine."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


@contextmanager
def asking(url: str, **headers: str) -> Iterator[http.client.HTTPResponse]:
    """A request that follows no redirect."""
    parts = urlsplit(url)
    with closing(http.client.HTTPConnection(parts.netloc, timeout=PATIENCE)) as connection:
        connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""), headers=headers)
        with connection.getresponse() as answer:
            yield answer


def get(url: str, **headers: str) -> Answer:
    """The whole answer."""
    with asking(url, **headers) as answer:
        return Answer(answer.status, answer.headers, answer.read())


@contextmanager
def hearing(url: str) -> Iterator[Iterator[dict[str, Any]]]:
    """What an open page hears from the preview."""
    with asking("http://" + urlsplit(url).netloc + "/__events") as answer:
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        lines = iter(answer.readline, b"")
        yield (json.loads(line.removeprefix(b"data: ")) for line in lines if line.startswith(b"data: "))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site."""
    site = tmp_path / "档案 1" / "site"
    (site / "districts").mkdir(parents=True)
    (site / "index.html").write_text("<!doctype html><body><p>剪报</body>", encoding="utf-8", newline="\n")
    (site / "404.html").write_text("<!doctype html><body><p>404</body>", encoding="utf-8", newline="\n")
    (site / "districts" / "index.html").write_text("<!doctype html><p>区县", encoding="utf-8", newline="\n")
    (site / "style.css").write_text("p { color: red }", encoding="utf-8", newline="\n")
    return site


@contextmanager
def serving(site: Path, base: str = "/repo/", news: News | None = None) -> Iterator[PreviewServer]:
    """A server of the site."""
    with PreviewServer(site, base, news or News()) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.news.close()
            server.shutdown()


def test_pages_carry_the_script_and_files_do_not(site: Path) -> None:
    """The reload script is in the bytes that are sent, before the body's end, and never in the site's files."""
    before = (site / "index.html").read_bytes()
    with serving(site) as server:
        answer = get(server.url)
        body = answer.body
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "no-store"
        assert '<p>剪报<script src="/__reload.js"'.encode() in body
        assert body.endswith(b"</script></body>")
        assert b"__reload" in get(server.url + "districts/").body, "a page without </body> too"
        assert get(server.url + "style.css").body == (site / "style.css").read_bytes()
        assert b"EventSource" in get(f"http://127.0.0.1:{server.server_port}/__reload.js").body
    assert (site / "index.html").read_bytes() == before


def test_missing_page_folder_and_root(site: Path) -> None:
    """404.html comes with 404, a folder without its slash is moved, the root leads to the base path."""
    with serving(site) as server:
        missing = get(server.url + "nowhere/")
        assert (missing.status, b"404" in missing.body) == (404, True)
        moved = get(server.url + "districts")
        assert (moved.status, moved.headers["Location"]) == (301, "/repo/districts/")
        assert get(f"http://127.0.0.1:{server.server_port}/").headers["Location"] == "/repo/"


def test_only_this_machine_by_its_own_name(site: Path) -> None:
    """The preview listens on the loopback address and answers no foreign host name, so no web page can read it."""
    with serving(site) as server:
        assert server.server_address[0] == "127.0.0.1"
        assert get(server.url, Host="evil.example.org").status == 403
        assert get(server.url, Host=f"localhost:{server.server_port}").status == 200


def test_next_free_port(site: Path) -> None:
    """A second preview takes another port from 8000 on."""
    with serving(site) as one, serving(site) as two:
        assert one.server_port != two.server_port
        assert min(one.server_port, two.server_port) >= 8000
        assert get(two.url).status == 200


def test_silence_is_broken_by_a_ping(site: Path) -> None:
    """A stream on which nothing happens carries a comment now and then, so that a closed tab is noticed."""
    with (
        serving(site, news=News(ping=0.05)) as server,
        asking(f"http://127.0.0.1:{server.server_port}/__events") as answer,
    ):
        assert any(answer.readline() == b": ping\n" for _ in range(8))


@dataclass
class Running:
    """A preview in a thread, over sources of its own, with a build that the test decides."""

    folder: Path
    build: Callable[[frozenset[Path]], Built]
    url: str = ""
    told: list[str] = field(default_factory=list)
    ready: threading.Event = field(default_factory=threading.Event)


@contextmanager
def previewing(site: Path, build: Callable[[frozenset[Path]], Built]) -> Iterator[Running]:
    """The preview of `site`, with its sources beside it; it is ended as Ctrl-C would end it."""
    folder = site.parent
    for name in ("seeds", "content", "themes"):
        (folder / name).mkdir()
    running, end = Running(folder, build), threading.Event()

    def builds(changes: frozenset[Path]) -> Built:
        if end.is_set():
            raise KeyboardInterrupt
        return running.build(changes)

    def ready(url: str) -> None:
        running.url = url
        running.ready.set()

    watched = tuple(folder / name for name in ("seeds", "content", "themes"))
    sources = Sources(watched, folder / "archive.yaml", (folder / "themes",))
    talk = Talk(ready, running.told.append)
    thread = threading.Thread(target=preview, args=(site, "/repo/", sources, builds, talk))
    thread.start()
    try:
        assert running.ready.wait(PATIENCE)
        time.sleep(0.3)  # until the watchers of this system stand
        yield running
    finally:
        end.set()
        (folder / "content" / "end.md").write_text("end", encoding="utf-8")
        thread.join(PATIENCE)
        assert not thread.is_alive(), "the preview ends when it is told to"


def write(file: Path, text: str) -> None:
    """Save a file as an editor does that puts the whole of it in place: the system tells of it once.

    What it tells late of a file written piece by piece would come together with the next change.
    """
    aside = Path(tempfile.mkdtemp(dir=file.parents[1].parent)) / file.name
    aside.write_text(text, encoding="utf-8", newline="\n")
    aside.replace(file)


def test_change_of_any_source_is_built_and_told(site: Path) -> None:
    """A page, an article, a theme, the settings: each leads to a build, and an open page hears of the new site."""
    with previewing(site, lambda changes: Built(changed=bool(changes))) as running, hearing(running.url) as heard:
        assert next(heard) == {"build": 1, "fault": "", "styles": False}
        places = ("seeds/版面 1.txt", "content/01.md", "themes/page.html", "archive.yaml")
        for number, place in enumerate(places, start=2):
            write(running.folder / place, "new")
            assert next(heard) == {"build": number, "fault": "", "styles": False}, place


def test_change_of_styles_alone_is_told_as_such(site: Path) -> None:
    """A style sheet of the theme swaps the styles; one together with a template reloads the page."""
    with previewing(site, lambda changes: Built(changed=bool(changes))) as running, hearing(running.url) as heard:
        next(heard)
        write(running.folder / "themes" / "style.css", "p { color: green }")
        assert next(heard)["styles"] is True
        write(running.folder / "content" / "style.css", "no theme")
        assert next(heard)["styles"] is False


def test_broken_build_is_told_and_the_old_site_stays(site: Path) -> None:
    """A build that breaks off is told on the page and on the terminal; the site is served as before; mended, it clears."""
    broken = True

    def build(changes: frozenset[Path]) -> Built:
        if changes and broken:
            raise ValueError("template.html: unexpected end")
        return Built(changed=bool(changes))

    with previewing(site, build) as running, hearing(running.url) as heard:
        next(heard)
        write(running.folder / "themes" / "page.html", "{% if")
        state = next(heard)
        assert "unexpected end" in state["fault"]
        assert state["build"] == 1, "no new site"
        assert "unexpected end" in running.told[0]
        assert "剪报" in get(running.url).body.decode()
        with hearing(running.url) as later:
            assert "unexpected end" in next(later)["fault"], "a page that is opened later is told too"
        broken = False
        write(running.folder / "themes" / "page.html", "{% if a %}{% endif %}")
        assert next(heard) == {"build": 2, "fault": "", "styles": False}


def test_own_writes_do_not_loop(site: Path) -> None:
    """A build that writes into content/ is followed by one that finds nothing to do, and then there is rest."""
    builds: list[bool] = []

    def build(changes: frozenset[Path]) -> Built:
        article = site.parent / "content" / "01.md"
        new = bool(changes) and not article.exists()
        if new:
            write(article, "read")
        builds.append(new)
        return Built(changed=new)

    with previewing(site, build) as running, hearing(running.url) as heard:
        write(running.folder / "seeds" / "01.txt", "raw")
        assert any(state["build"] == 2 for state in (next(heard), next(heard)))
        time.sleep(1.5)
        assert builds[:2] == [False, True]
        assert len(builds) <= 3


@pytest.mark.browser
def test_open_page_reloads_swaps_styles_and_shows_faults(site: Path, browser: Any) -> None:
    """In a browser, under the site's own security policy: new text, new colours without a reload, an error, its end."""
    from playwright.sync_api import expect

    policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'

    def page(text: str, sheet: str) -> None:
        head = f'<!doctype html><title>t</title>{meta}<link rel="stylesheet" href="{sheet}">'
        write(site / "index.html", f"{head}<body><p>{text}</p></body>")

    def build(changes: frozenset[Path]) -> Built:
        names = {path.name for path in changes}
        if "bad.md" in names:
            return Built(changed=False, fault="content/bad.md:2: 用了中文冒号 <b>")
        before = (site / "index.html").read_text(encoding="utf-8")
        if "good.md" in names:
            page("新文字", "style.css")
        if "style.css" in names:
            write(site / "style.2.css", "p { color: rgb(0, 128, 0) }")
            page("新文字", "style.2.css")
        return Built(changed=(site / "index.html").read_text(encoding="utf-8") != before)  # a file may be told of twice

    page("旧文字", "style.css")
    with previewing(site, build) as running:
        tab = browser.new_page()
        messages: list[str] = []
        tab.on("console", lambda message: messages.append(message.text))
        tab.on("pageerror", lambda error: messages.append(str(error)))
        tab.goto(running.url)
        with tab.expect_event("load", timeout=PATIENCE * 1000):
            write(running.folder / "content" / "good.md", "x")
        expect(tab.locator("p")).to_have_text("新文字", timeout=PATIENCE * 1000)
        # A busy system tells of a file twice; told together with the styles it would be a reload, rightly.
        tab.wait_for_timeout(1000)
        tab.evaluate("window.same = true")
        write(running.folder / "themes" / "style.css", "x")
        expect(tab.locator("p")).to_have_css("color", "rgb(0, 128, 0)", timeout=PATIENCE * 1000)
        assert tab.evaluate("window.same"), "the page was not reloaded for its styles"
        write(running.folder / "content" / "bad.md", "x")
        fault = tab.locator("#jianbao-fault")
        expect(fault).to_contain_text("content/bad.md:2: 用了中文冒号 <b>", timeout=PATIENCE * 1000)
        # Chromium can wait for ever when a tab is closed on its way to another page: let it arrive.
        with tab.expect_event("load", timeout=PATIENCE * 1000):
            write(running.folder / "content" / "good.md", "y")
        expect(fault).to_have_count(0, timeout=PATIENCE * 1000)
        assert [text for text in messages if "favicon" not in text] == []
        tab.close()
