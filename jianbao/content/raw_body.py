"""An article's file cut behind its front matter without reading that: only where there is one way to cut it."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

_OPEN, _CLOSE = b"---\n", b"\n---\n"


class RawCut(NamedTuple):
    """The bytes up to the end of the closing fence, what stands between the fences, the body without blank lines around it."""

    head: bytes
    front: str
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
        front = head[len(_OPEN) : -len(_CLOSE) + 1].decode("utf-8")
        return RawCut(head, front, data[len(head) :].decode("utf-8").strip("\n"))
    except UnicodeDecodeError:
        return None
