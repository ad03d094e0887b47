"""The streams of this process made so that no character their encoding lacks (cp936 has no 〔é〕) can stop the program."""

from __future__ import annotations

import io

TYPE_CHECKING = False
if TYPE_CHECKING:  # a run that has nothing to do waits for nothing
    from typing import TextIO


def make_safe(stream: TextIO) -> None:
    """A stream that has no Chinese at all writes UTF-8; any other keeps its encoding and spells out what it lacks."""
    if not isinstance(stream, io.TextIOWrapper):
        return
    try:
        "剪报".encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    else:
        stream.reconfigure(errors="backslashreplace")
