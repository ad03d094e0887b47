"""What is remembered of a raw file, so that one that nobody touched is not opened: digests, and where its pages stand."""

from __future__ import annotations

import codecs
import hashlib
from functools import partial
from typing import Any, NamedTuple

from jianbao.reading.keeping.seeds import RawFile, Stretch
from jianbao.reading.keeping.stat_memory import StatMemory
from jianbao.text.encoding import NotText, decode


class Digests(NamedTuple):
    """The digest of a text or of bytes, and of what of it is no white space."""

    sha256: str
    without_space: str


class PageInFile(NamedTuple):
    """A stretch of a file and the digests of its text in UTF-8."""

    stretch: Stretch
    digests: Digests


class Look(NamedTuple):
    """A raw file as it was looked at; `several` are its pages where it holds more than one."""

    digests: Digests
    several: tuple[PageInFile, ...] = ()


def look_at(raw: RawFile, memory: StatMemory) -> Look:
    """What is to be known of the file, remembered where it did not change. Raises OSError."""
    digests, several = memory.recall(f"seeds/{raw.file}", raw.size, raw.mtime, partial(_look, raw))
    return Look(Digests(*digests), tuple(_page(one) for one in several))


def pages_in(raw: RawFile) -> tuple[PageInFile, ...]:
    """The pages of a file, also of one that holds a single one; none where it is no text. Raises OSError."""
    return _pages_in(raw.path.read_bytes())


def text_of(raw: RawFile) -> str:
    """The text of a file; empty where it is none. Raises OSError."""
    decoded = decode(raw.path.read_bytes())
    return "" if isinstance(decoded, NotText) else decoded.text


def _page(remembered: Any) -> PageInFile:
    stretch, digests = remembered
    return PageInFile(Stretch(*stretch), Digests(*digests))


def _look(raw: RawFile) -> Look:
    data = raw.path.read_bytes()
    pages = _pages_in(data)
    return Look(_digests(data), pages if len(pages) > 1 else ())


def _pages_in(data: bytes) -> tuple[PageInFile, ...]:
    from jianbao.reading.keeping.page_breaks import stretches  # not needed where nothing is new

    decoded = decode(data)
    if isinstance(decoded, NotText):
        return ()
    texts = ((one, one.of(decoded.text).encode("utf-8", "surrogatepass")) for one in stretches(decoded.text))
    return tuple(PageInFile(one, _digests(text)) for one, text in texts)


def _digests(data: bytes) -> Digests:
    bare = data.removeprefix(codecs.BOM_UTF8).translate(None, b" \t\r\n\v\f").replace("\u3000".encode(), b"")
    return Digests(hashlib.sha256(data).hexdigest(), hashlib.sha256(bare).hexdigest())
