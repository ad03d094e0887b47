"""Folding: one form for all spellings of the same words, so that a search finds them. For matching only, never for showing.

Index and query are folded by the same rules, in this order: NFKC, lower case, NFKC again (a lower-case letter may have
another normal form), one form of quotation marks, traditional characters simplified one by one, white space. A run of
white space (line ends too) is dropped between two Chinese characters and between one and a letter or digit, at the ends
dropped too, and is one space elsewhere. `tests/text/folding_cases.json` shows each of them.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from unicodedata import normalize

from jianbao.text.characters import HAN

SPACES = "\t-\r\x1c- \x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
"""White space, for use inside a character class of a pattern."""
_DOUBLE = "“”„‟«»「」『』〝〞〟"
_SINGLE = "‘’‚‛‹›`"
_SPACE_RUN = re.compile(f"[{SPACES}]+")
_HAN = re.compile(f"[{HAN}]")
_TRADITIONAL = Path(__file__).with_name("traditional.txt")


def fold(text: str) -> str:
    """The folded form of a passage (a paragraph, a title line, a query). Folding it again changes nothing."""
    folded = normalize("NFKC", normalize("NFKC", text).lower())
    unified = _any_of_unified().sub(lambda old: _unified()[old[0]], folded)  # few hits: faster than str.translate
    return _SPACE_RUN.sub(_space_between, unified)


def folding_table() -> str:
    """The same replacements for a browser: a JSON array of two strings, each character of the first becomes that below it."""
    unified = _unified()
    return json.dumps(["".join(unified), "".join(unified.values())], ensure_ascii=False, separators=(",", ":"))


@cache
def _unified() -> dict[str, str]:
    """The characters that have another form: quotation marks, the Greek final sigma, traditional characters."""
    lines = _TRADITIONAL.read_text(encoding="utf-8").splitlines()
    pairs = [(pair[0], pair[1]) for line in lines if not line.startswith("#") for pair in line.split()]
    marks = [*((mark, '"') for mark in _DOUBLE), *((mark, "'") for mark in _SINGLE), ("ς", "σ")]
    return dict([*marks, *pairs])


@cache
def _any_of_unified() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_unified())}]")


def _space_between(run: re.Match[str]) -> str:
    """What stands in place of a run of white space: nothing, or one space."""
    left, right = run.string[run.start() - 1 : run.start()], run.string[run.end() : run.end() + 1]
    if not left or not right:
        return ""
    has_han = _HAN.match(left) or _HAN.match(right)
    return "" if has_han and left.isalnum() and right.isalnum() else " "
