"""Marks that the text layer changed all over the page: widths, quotes, hyphens, ligatures, long s, drop capitals."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.robustness.sheet import SOFT, Sheet

_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ"))


def _on_text(sheet: Sheet, change: Callable[[str], str]) -> Sheet:
    text = change(sheet.text)
    return sheet if text == sheet.text else replace(sheet, text=text)


def fold_width(sheet: Sheet, _: Random) -> Sheet:
    """U+FF01 to U+FF5E as ASCII, exactly these."""
    return _on_text(sheet, lambda text: text.translate(_FOLD))


def straighten_quotes(sheet: Sheet, _: Random) -> Sheet:
    """Curly quotes as typewriter ones."""
    return _on_text(sheet, lambda text: text.translate(_STRAIGHT))


def space_numbers(sheet: Sheet, rng: Random) -> Sheet:
    """`总投资 369.7 亿元`: some numbers in Chinese text stand apart."""
    return _on_text(
        sheet,
        lambda text: re.sub(
            r"(?<=[一-鿿])\d+(?:\.\d+)?(?=[一-鿿])", lambda m: f" {m[0]} " if rng.random() < 0.3 else m[0], text
        ),
    )


def print_hyphens(sheet: Sheet, _: Random) -> Sheet:
    """The hyphens of the setting, as printed; no damage where the file keeps its line ends."""
    return _on_text(sheet, lambda text: text.replace(SOFT, "-"))


def soften_hyphens(sheet: Sheet, rng: Random) -> Sheet:
    """The hyphens of the setting as ¬, or as the soft hyphen of Unicode."""
    mark = rng.choice("¬\u00ad")
    return _on_text(sheet, lambda text: text.replace(SOFT, mark))


def swallow_hyphens(sheet: Sheet, rng: Random) -> Sheet:
    """Some hyphens of the setting are not in the file: `gov ernment`."""
    return _on_text(sheet, lambda text: re.sub(SOFT, lambda m: "" if rng.random() < 0.3 else m[0], text))


def set_ligatures(sheet: Sheet, _: Random) -> Sheet:
    """fi, fl and ff as single glyphs."""

    def change(text: str) -> str:
        for letters, glyph in _LIGATURES:
            text = text.replace(letters, glyph)
        return text

    return _on_text(sheet, change)


def set_long_s(sheet: Sheet, _: Random) -> Sheet:
    """The long s within words, as papers before 1800 have it."""
    return _on_text(sheet, lambda text: re.sub(r"s(?=[a-z])", "ſ", text))


def part_drop_capital(sheet: Sheet, rng: Random) -> Sheet:
    """`T HE mayor`: the first letter of some articles, set large, stands apart."""
    return _on_text(
        sheet,
        lambda text: re.sub(
            r"(?<=\n\n)([A-Z])([A-Z]+)(?= [a-z])", lambda m: f"{m[1]} {m[2]}" if rng.random() < 0.7 else m[0], text
        ),
    )


def scatter_invisible(sheet: Sheet, rng: Random) -> Sheet:
    """Characters without width between others."""
    mark = rng.choice(("\u200b", "\u2060", "\ufeff", "\u200e"))
    return _on_text(sheet, lambda text: re.sub(r"(?<=\w)(?=\w)", lambda _: mark if rng.random() < 0.01 else "", text))


def misread_encoding(sheet: Sheet, _: Random) -> Sheet:
    """UTF-8 that was read as Windows-1252: `â€™` for `’`."""

    def garbled(found: re.Match[str]) -> str:
        return found[0].encode("utf-8").decode("cp1252", "replace")

    return _on_text(sheet, lambda text: re.sub(r"[’“—£]", garbled, text))
