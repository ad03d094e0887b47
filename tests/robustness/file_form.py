"""The form of the file: its encoding, a byte order mark, its line ends, a form feed at the end."""

from __future__ import annotations

import codecs
from dataclasses import replace
from random import Random

from tests.robustness.sheet import Sheet


def write_bytes(sheet: Sheet) -> Sheet:
    """The sheet's bytes in UTF-8, line ends as they stand."""
    return sheet if sheet.data else replace(sheet, data=sheet.text.encode("utf-8"))


def end_lines_as_windows(sheet: Sheet, _: Random) -> Sheet:
    """CRLF."""
    return replace(sheet, text=sheet.text.replace("\n", "\r\n"))


def end_with_form_feed(sheet: Sheet, _: Random) -> Sheet:
    """The form feed that text extractors write after a page."""
    return replace(sheet, text=sheet.text + "\f")


def mark_byte_order(sheet: Sheet, _: Random) -> Sheet:
    """UTF-8 with a byte order mark."""
    return replace(sheet, data=codecs.BOM_UTF8 + sheet.text.encode("utf-8"))


def encode_otherwise(sheet: Sheet, rng: Random) -> Sheet:
    """UTF-16, GB18030 for Chinese, Windows-1252 for English where it has all the characters."""
    codec = rng.choice(("utf-16", "gb18030" if sheet.language == "zh" else "cp1252"))
    try:
        return sheet if sheet.data else replace(sheet, data=sheet.text.encode(codec))
    except UnicodeEncodeError:
        return sheet


def misread_file(sheet: Sheet, _: Random) -> Sheet:
    """A GB18030 file that somebody opened as Latin-1 and saved as UTF-8: `ÐÂ»ª` for 新华."""
    return sheet if sheet.data else replace(sheet, data=sheet.text.encode("gb18030").decode("latin-1").encode("utf-8"))
