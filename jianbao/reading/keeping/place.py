"""Where a page stands in content/ and what it is called: its folder and its id."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator

from jianbao.content.page_name import cut_name

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}$")
_OURS = re.compile(r"pages\.csv", re.IGNORECASE)
"""What stands in content/ itself; names that begin with `_` are ours too, in any folder."""


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

    `taken` holds names as `folded` gives them. Names that are ours in content/ get their `_` behind: `_authority` is
    `authority_`.
    """
    homes = usual_folders(file)
    free = (home for home in homes if folded(home) not in taken)
    return next(free, homes[-1])


def usual_folders(file: str) -> tuple[str, ...]:
    """The folders that the page of a raw file may get, the usual one first; 2022-09.txt#2 stands in 2022-09/2."""
    whole, number = cut_name(file)
    bare = _SUFFIX.sub("", whole)
    usable = bare == bare.rstrip(". ") and not bare.endswith("/") and bare
    paths = (bare, whole) if usable else (whole,)
    return tuple(_not_ours(f"{path}/{number}" if number else path) for path in paths)


def _not_ours(path: str) -> str:
    first, *others = (f"{name.lstrip('_')}_" if name.startswith("_") else name for name in path.split("/"))
    return "/".join([f"{first}_" if _OURS.fullmatch(first) else first, *others])


def folded(path: str) -> str:
    """A path as Windows and macOS compare it."""
    return unicodedata.normalize("NFC", path).casefold()
