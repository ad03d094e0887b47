r"""Printed line ends inside a paragraph: Chinese lines join without a trace, Latin ones by a space or across a hyphen.

The line ends are `\n` in the string. A hyphen at a line's end goes where it only breaks a word (`news-/paper`) and stays
where the word is printed with it (`well-/known`); which of the two it is, the caller says.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from jianbao.text.change import Change
from jianbao.text.characters import is_full_width, is_han

RULE = "join-lines"
_END = re.compile(r"[ \t\r\u3000]*\n\s*")
_HYPHENATED = re.compile(r"([A-Za-z]+)[-¬\u00ad][ \t\r]*\n\s*([a-z]+)")


def join_lines(text: str, is_printed: Callable[[str, str], bool]) -> list[Change]:
    """A change for every line end of the text. `is_printed` tells of two halves whether their hyphen is a printed one."""
    hyphens = {found.end(1): found for found in _HYPHENATED.finditer(text)}
    changes: list[Change] = []
    for found in _END.finditer(text):
        hyphen = hyphens.get(found.start() - 1)
        if hyphen is not None:
            changes.append(_join_hyphen(hyphen, is_printed))
            continue
        left, right = text[: found.start()][-1:], text[found.end() : found.end() + 1]
        bare = not left or not right or (_joins_bare(text, left, right) and not _spaced(found[0], left, right))
        after = "" if bare else " "
        changes.append(Change(found.start(), found.end(), after, RULE))
    return changes


def space_lines(text: str) -> list[Change]:
    """Line ends of a headline: one space stands for each."""
    return [Change(found.start(), found.end(), " ", RULE) for found in _END.finditer(text)]


def _spaced(line_end: str, left: str, right: str) -> bool:
    """Whether a space was printed beside the line end, as between two names of a by-line."""
    return " " in line_end and is_han(left) and is_han(right)


def _joins_bare(text: str, left: str, right: str) -> bool:
    """Full-width characters join bare, and so does a number that a Chinese line's end has cut."""
    return (
        is_full_width(left) or is_full_width(right) or (left.isdigit() and right.isdigit() and _is_set_in_chinese(text))
    )


def _is_set_in_chinese(text: str) -> bool:
    return sum(map(is_full_width, text)) * 2 > len(text)


def _join_hyphen(found: re.Match[str], is_printed: Callable[[str, str], bool]) -> Change:
    """A soft hyphen or `¬` always goes."""
    keeps = found[0][len(found[1])] == "-" and is_printed(found[1], found[2])
    start = found.end(1) + 1 if keeps else found.end(1)
    return Change(start, found.start(2), "", RULE)
