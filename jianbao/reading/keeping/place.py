"""Where a page stands in content/ and what it is called: its folder and its id."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}$")
_RESERVED = re.compile(r"_authority|_register\.csv|pages\.csv", re.IGNORECASE)
"""Names in content/ that are no pages' folders."""


def mint_id(sha256: str, taken: Container[str]) -> str:
    """The id of a new page: the first seven Crockford base-32 characters of its digest that nobody has yet."""
    return next(candidate for candidate in _candidates(sha256) if candidate not in taken)


def _candidates(sha256: str) -> Iterator[str]:
    bits = int(sha256, 16) << 4  # 256 bits are 52 characters of five bits, the last filled up with noughts
    characters = "".join(_CROCKFORD[bits >> 5 * place & 31] for place in reversed(range(52)))
    for start in range(0, 49, 7):
        yield characters[start : start + 7]
    number = int(characters[:7], 36)
    while True:
        number += 1
        yield "".join(_CROCKFORD[number >> 5 * place & 31] for place in reversed(range(7)))


def folder_for(file: str, taken: Container[str]) -> str:
    """The folder of a new page: the raw file's path without its suffix; with it where another page has that folder.

    `taken` holds names as `folded` gives them.
    """
    bare = _SUFFIX.sub("", file)
    usable = bare == bare.rstrip(". ") and not bare.endswith("/") and bare and not _RESERVED.fullmatch(bare)
    return bare if usable and folded(bare) not in taken else file


def folded(path: str) -> str:
    """A path as Windows and macOS compare it."""
    return unicodedata.normalize("NFC", path).casefold()
