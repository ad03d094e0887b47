"""The preview's web server: the files of the site as they are, the reload script put into what is sent."""

from __future__ import annotations

import contextlib
import os
import socketserver
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from jianbao.preview.address import Found, find
from jianbao.preview.news import News
from jianbao.problems import CallError

HOST = "127.0.0.1"
PORT = 8000
TRIES = 100
SCRIPT = "/__reload.js"
EVENTS = "/__events"
_NAMES = frozenset({HOST, "localhost"})
_EMPTY = "<!doctype html><meta charset=utf-8><title>404</title><body><p>这里没有页面 / There is no page here"


class PreviewServer(ThreadingHTTPServer):
    """Serves `site` under `base` on the first free port from 8000 on; it stands as soon as it is made."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would let two previews share a port

    def __init__(self, site: Path, base: str, news: News, first: int = PORT) -> None:
        self.site = site
        self.base = base
        self.news = news
        for port in range(first, first + TRIES):
            with contextlib.suppress(OSError):
                super().__init__((HOST, port), _Request)
                return
        raise CallError(
            f"端口 {first} 到 {first + TRIES - 1} 都被占用，请关闭别的预览\n"
            f"the ports {first} to {first + TRIES - 1} are all taken; close another preview"
        )

    def server_bind(self) -> None:
        """Without the look-up of the machine's own name, which can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no error."""

    @property
    def url(self) -> str:
        """Where the site is: `http://127.0.0.1:8000/repo/`."""
        return f"http://{HOST}:{self.server_port}{self.base}"


class _Request(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server: PreviewServer

    def do_GET(self) -> None:
        """A file, the reload script or the stream of events; only for a browser of this machine that asked for us."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        path = urlsplit(self.path).path
        if host not in _NAMES:
            self._send(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", b"")
        elif path == EVENTS:
            self._stream()
        elif path == SCRIPT:
            script = Path(__file__).with_name("reload.js").read_bytes()
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", script)
        else:
            self._answer(find(self.server.site, self.server.base, self.path))

    do_HEAD = do_GET  # noqa: N815 - the name that http.server looks for

    def _answer(self, found: Found) -> None:
        if found.file is None:
            self._send(found.status, "text/plain; charset=utf-8", b"", found.location)
            return
        build = self.server.news.build  # before the file: a page may be newer than it says, never older
        try:
            data = found.file.read_bytes()
        except OSError:  # removed by a build since it was found, or a site that was never built
            found, data = Found(HTTPStatus.NOT_FOUND, Path("404.html")), _EMPTY.encode()
        if found.type.startswith("text/html"):
            data = with_script(data, build)
        self._send(found.status, found.type, data)

    def _send(self, status: HTTPStatus, kind: str, data: bytes, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _stream(self) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        with contextlib.suppress(OSError), contextlib.closing(self.server.news.listen()) as events:
            for event in events:
                self.wfile.write(event.encode())
                self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not worth a line."""


def with_script(page: bytes, build: int) -> bytes:
    """The page with the reload script at its end; the file of the site is left as it is."""
    tag = f'<script src="{SCRIPT}" data-build="{build}"></script>'.encode()
    head, body, tail = page.rpartition(b"</body>")
    return head + tag + body + tail if body else page + tag
