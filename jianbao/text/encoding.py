"""Bytes to text, without ever making up a character: a byte that cannot be read is told, not replaced.

The rule: a byte order mark decides; else strict UTF-8; else the one of GB18030, Big5 and UTF-16 whose reading looks
most like Chinese; else, for Latin text, Windows-1252.
"""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

from jianbao.frozen import frozen
from jianbao.text.common_characters import BEYOND_ASCII, share_of_common
from jianbao.text.mojibake import undo_throughout


class Fault(StrEnum):
    """Why some bytes are no text."""

    EMPTY = "empty"
    NOT_TEXT = "not text"
    BROKEN = "broken"
    UNKNOWN = "unknown encoding"


@frozen
class Decoded:
    """A text without byte order mark, line ends as found, and the name of the encoding it was in."""

    text: str
    encoding: str


@frozen
class NotText:
    """Bytes that were not read. `line` (from 1), `offset` (from 0) and `byte` tell the first bad byte of a broken one."""

    fault: Fault
    encoding: str = ""
    line: int | None = None
    offset: int | None = None
    byte: int | None = None


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_MAGIC = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"II*\x00", b"MM\x00*",
    b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"RIFF", b"{\\rtf", b"\x7fELF", b"BM",
)  # fmt: skip


def decode(data: bytes) -> Decoded | NotText:
    """The text in `data`, or why it is none."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return NotText(Fault.EMPTY)
    if data.startswith(_MAGIC) and not _looks_like_text(data):
        return NotText(Fault.NOT_TEXT)
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, codec, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _broken(data, error.start, "utf-8") if _is_mostly_utf8(data) else _best(data)
    return _best(data) if "\x00" in text else _checked(text, "utf-8")  # UTF-16 of English is good UTF-8 with NULs


def _looks_like_text(data: bytes) -> bool:
    """Whether bytes that begin like another format are text after all: BM… may open an English page."""
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x7f-\xff]", data[:4096])


def _strict(data: bytes, codec: str, name: str) -> Decoded | NotText:
    try:
        return _checked(data.decode(codec), name)
    except UnicodeDecodeError as error:
        return _broken(data, error.start, name)


def _checked(text: str, encoding: str) -> Decoded | NotText:
    """The decoded text if it reads as one: a NUL, or a control character in a hundred, is no text.

    A file that was saved after a wrong decoding, all of it, is read through both (`utf-8 via gb18030`).
    """
    undone, both = undo_throughout(text)
    if undone:
        text, encoding = undone, both
    controls = len(re.findall(r"[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]", text))
    if "\x00" in text or controls * 100 > len(text):
        return NotText(Fault.NOT_TEXT, encoding)
    text = text.removeprefix("\ufeff")
    return Decoded(text, encoding) if text.strip() else NotText(Fault.EMPTY)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether nearly all bytes beyond ASCII are good UTF-8: then a few of them are broken, and it is no other encoding."""
    beyond_ascii = len(re.findall(rb"[\x80-\xff]", data))
    good = sum(map(len, re.findall(rb"[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", data)))
    return good >= 6 and good >= beyond_ascii * 0.9


def _broken(data: bytes, offset: int, encoding: str) -> NotText:
    line = data.count(b"\n", 0, offset) + 1
    return NotText(Fault.BROKEN, encoding, line, offset, data[offset])


def _best(data: bytes) -> Decoded | NotText:
    """The reading that looks most like Chinese, the Latin one where none does."""
    codecs_tried = ("gb18030", "big5hkscs", *(("utf-16-le", "utf-16-be") if len(data) % 2 == 0 else ()))
    readings = [(_likeness(text), name, text) for name in codecs_tried if (text := _reading(data, name)) is not None]
    likeness, name, text = max(readings, default=(0.0, "", ""), key=lambda reading: reading[0])
    if likeness >= 0.25 and _has_chinese(text):
        return _checked(text, "utf-16" if name.startswith("utf-16") else name)
    latin = _reading(data, "cp1252")
    if latin is not None and _reads_as_latin(latin):
        return _checked(latin, "windows-1252")
    for _, name, text in readings:
        if name.startswith("utf-16") and _reads_as_latin(text):
            return _checked(text, "utf-16")
    return NotText(Fault.NOT_TEXT) if b"\x00" in data else _broken_legacy(data) or NotText(Fault.UNKNOWN)


def _reading(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _likeness(text: str) -> float:
    """The share of common characters among those beyond ASCII letters; a control character counts against it."""
    counted = len(BEYOND_ASCII.findall(text))
    strange = len(re.findall(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufff0-\uffff]", text))
    return share_of_common(text) - 2 * strange / counted if counted else 0.0


def _has_chinese(text: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]{2}|[\u4e00-\u9fff][，。、]", text))


def _reads_as_latin(text: str) -> bool:
    """Whether nearly all of the text is plain Latin letters, with accents and typographic marks among them."""
    plain = len(re.findall(r"[\x20-\x7e\s]", text))
    letters = len(re.findall(r"[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽž]", text))
    return plain >= len(text) * 0.7 and letters >= len(text) * 0.4


def _broken_legacy(data: bytes) -> NotText | None:
    """GB18030 or Big5 with a few bad bytes: the one that reads best around them, and the place of the first."""
    tried = []
    for name in ("gb18030", "big5hkscs"):
        text = data.decode(name, "ignore")
        bad = len(data.decode(name, "replace")) - len(text)
        if bad * 50 <= len(text) and _likeness(text) >= 0.25:
            tried.append((_likeness(text), name))
    if not tried:
        return None
    name = max(tried)[1]
    try:
        data.decode(name)
    except UnicodeDecodeError as error:
        return _broken(data, error.start, name)
    return None
