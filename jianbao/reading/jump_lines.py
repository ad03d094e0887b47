"""Jump lines: `下转第4版`, `(上接第一版)`, `Continued on page 4`. The text goes on, or comes, from another page."""

from __future__ import annotations

import re
from typing import NamedTuple

_PAGE = r"(?:第\s*)?(?P<page>[0-9A-Za-z一二三四五六七八九十]{1,4})\s*[版页頁]"
_CHINESE = rf"(?P<word>下转|下轉|上接)\s*{_PAGE}[^()（）。]{{0,12}}"
_LATIN = (
    r"(?P<word>(?:[Cc]ontinued|CONTINUED|[Cc]ont(?:'d|\.|d\.?)|[Tt]urn|[Ss]ee)\s+(?P<way>on|to|from|ON|FROM)?)\s*"
    r"(?:[Pp]age|PAGE|[Pp]\.)\s*(?P<page>[0-9A-Z]{1,4})\b[^()]{0,20}?\.?"
)
_WHOLE = tuple(re.compile(rf"^[(（【\[]?\s*{body}\s*[)）】\]]?$") for body in (_CHINESE, _LATIN))
_AT_END = (
    re.compile(rf"\s*[(（]\s*{_CHINESE}\s*[)）]\s*$"),
    re.compile(r"(?<=[。！？”])\s*" + _CHINESE + r"$"),
    re.compile(rf"\s*\(\s*{_LATIN}\s*\)\s*$"),
)
_AT_START = (re.compile(rf"^\s*[(（]\s*{_CHINESE}\s*[)）]\s*"), re.compile(rf"^\s*\(\s*{_LATIN}\s*\)\s*"))
_FROM = ("上接", "from", "FROM")


class Jump(NamedTuple):
    """Where the text goes on (`forward`), or where it comes from: the page as printed."""

    forward: bool
    page: str


def jump_of(line: str) -> Jump | None:
    """The jump of a line that is nothing else; widths folded."""
    return next((_jump(found) for pattern in _WHOLE if (found := pattern.match(line.strip()))), None)


def jump_at_end(text: str) -> tuple[int, Jump] | None:
    """Where the jump at the end of a paragraph begins, and the jump."""
    if not any(sign in text for sign in ("下转", "下轉", "(")):
        return None
    for pattern in _AT_END:
        found = pattern.search(text)
        if found and _jump(found).forward:
            return found.start(), _jump(found)
    return None


def jump_at_start(text: str) -> tuple[int, Jump] | None:
    """Where the jump at the start of a paragraph ends, and the jump."""
    for pattern in _AT_START:
        found = pattern.match(text)
        if found and not _jump(found).forward:
            return found.end(), _jump(found)
    return None


def _jump(found: re.Match[str]) -> Jump:
    way = found.groupdict().get("way") or found["word"]
    return Jump(way not in _FROM, found["page"])
