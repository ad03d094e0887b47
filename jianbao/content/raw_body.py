"""An article's file cut behind its front matter without reading that: only where there is one way to cut it."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

_OPEN, _CLOSE = b"---\n", b"\n---\n"


class RawCut(NamedTuple):
    """The bytes up to the end of the closing fence, and the body without the blank lines around it."""

    head: bytes
    body: str

    @property
    def mark(self) -> str:
        """A digest of the head: two files with the same one differ in their bodies only."""
        return blake2b(self.head, digest_size=12).hexdigest()


def cut_raw(data: bytes) -> RawCut | None:
    """The file cut at its fences; None where only the reader of front matter can tell."""
    close = data.find(_CLOSE, len(_OPEN) - 1)
    if not data.startswith(_OPEN) or close < 0 or b"\r" in data:
        return None
    head = data[: close + len(_CLOSE)]
    try:
        return RawCut(head, data[len(head) :].decode("utf-8").strip("\n"))
    except UnicodeDecodeError:
        return None
