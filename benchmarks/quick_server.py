"""A server for measurements: the files of a site from memory, as GitHub Pages sends them: `python -m benchmarks.quick_server SITE`.

HTML, scripts, styles, JSON and SVG gzipped, everything else as it is. It runs in a process of its own and does next to nothing,
so that what is measured is the browser. Prints its port.
"""

from __future__ import annotations

import asyncio
import gzip
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

GZIPPED = frozenset({".html", ".js", ".css", ".json", ".svg", ".xml", ".txt"})
_HEAD_ENDS = b"\r\n\r\n"


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the site while it is served on a free port."""
    server = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.quick_server", str(site)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        yield f"http://127.0.0.1:{int(server.stdout.readline())}/"
    finally:
        server.kill()


class _Connection(asyncio.Protocol):
    """Requests without bodies, one after the other."""

    def __init__(self, site: Path) -> None:
        self._site, self._heard = site, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        *heads, self._heard = (self._heard + data).split(_HEAD_ENDS)
        for head in heads:
            self._transport.write(_answer(self._site, unquote(urlsplit(head.split(b" ", 2)[1].decode()).path)))


@cache
def _answer(site: Path, path: str) -> bytes:
    file = site / path.lstrip("/")
    file = file / "index.html" if file.is_dir() else file
    if not file.is_file():
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
    data, encoding = file.read_bytes(), ""
    if file.suffix in GZIPPED:
        data, encoding = gzip.compress(data, 6), "Content-Encoding: gzip\r\n"
    kind = guess_type(file.name)[0] or "application/octet-stream"
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{encoding}Content-Length: {len(data)}\r\n\r\n"
    return head.encode() + data


async def _serve(site: Path) -> None:
    server = await asyncio.get_running_loop().create_server(lambda: _Connection(site), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(Path(sys.argv[1])))
