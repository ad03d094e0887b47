"""A site served under a base path, as GitHub Pages serves it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

BASE = "/repo/"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the site below the base path and logs nothing."""

    def translate_path(self, path: str) -> str:
        """The file below the site for a path below the base path; anything else is not found."""
        if not path.startswith(BASE):
            return str(Path(self.directory) / "not below the base path")
        return super().translate_path("/" + path.removeprefix(BASE))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the site while it is served on a free port, `http://127.0.0.1:PORT/repo/`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
