"""Files written whole or not at all: through a file beside the old one, and only where something changed."""

from __future__ import annotations

import os
from pathlib import Path


def put(path: Path, text: str) -> bool:
    """Write `text` as UTF-8 with the archive's line ends; False if the file says so already, line ends aside."""
    data = text.encode("utf-8")
    try:
        if path.read_bytes().replace(b"\r\n", b"\n") == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    put_bytes(path, data)
    return True


def put_bytes(path: Path, data: bytes) -> None:
    """Write `data` in place of the file. Raises OSError and leaves the old file whole, also when it is in use."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
