"""The table of folding as a file for the browser, which folds what is typed by the same replacements."""

from __future__ import annotations

from jianbao.search.packing import pack
from jianbao.text.folding import folding_table


def folding_file() -> bytes:
    """folding_table(), packed."""
    return pack(folding_table().encode("utf-8"))
