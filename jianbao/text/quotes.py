"""Straight quotes in Chinese text become “ ” and ‘ ’, paired over the paragraph.

Source: GB/T 15834-2011: “ ” outside, ‘ ’ inside. Where the count is odd, the side decides: a quote before which
nothing or an opening stands opens. An apostrophe between Latin letters stays.
"""

from __future__ import annotations

from jianbao.text.change import Change
from jianbao.text.characters import CLOSING, OPENING

RULE = "quotes"
_CURLY = {'"': ("“", "”"), "'": ("‘", "’")}


def pair_quotes(text: str) -> list[Change]:
    """A change for every straight quote that is a quotation mark."""
    changes: list[Change] = []
    for straight, (opening, closing) in _CURLY.items():
        places = [at for at, character in enumerate(text) if character == straight and not _is_apostrophe(text, at)]
        is_open = False
        even = len(places) % 2 == 0
        for at in places:
            is_open = not is_open if even else _opens_by_its_side(text, at, is_open)
            changes.append(Change(at, at + 1, opening if is_open else closing, RULE))
    return sorted(changes, key=lambda change: change.start)


def _is_apostrophe(text: str, at: int) -> bool:
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return text[at] == "'" and len(around) == 2 and around.isascii() and around.isalpha()


def _opens_by_its_side(text: str, at: int, is_open: bool) -> bool:
    left, right = text[:at].rstrip()[-1:], text[at + 1 :].lstrip()[:1]
    if not left or left in OPENING + "：:":
        return True
    if not right or right in CLOSING + "，。；！？、,;!?":
        return False
    return not is_open
