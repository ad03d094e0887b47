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
BROKEN_WORD = "broken-word"
_LATIN = "A-Za-zÀ-ÖØ-öø-ÿ"
_COMPOUND = rf"[{_LATIN}]+(?:-[{_LATIN}]+)*"
_END = re.compile(r"[ \t\r\u3000]*\n\s*")
_HYPHENATED = re.compile(
    rf"(?P<first>{_COMPOUND})(?P<hyphen>[-¬\u00ad])(?P<end>[ \t\r]*\n\s*)(?=(?P<second>{_COMPOUND}))"
)
_HYPHENATED_BEFORE_SPACE = re.compile(
    rf"(?P<first>{_COMPOUND})(?P<hyphen>[-¬\u00ad])(?P<end>[ \t]+)"
    rf"(?=(?P<second>[a-zß-öø-ÿ]+(?:-[{_LATIN}]+)*)(?![{_LATIN}]))"
)
_OF_BOTH = "“”‘’…—·"
_SUSPENDED = frozenset({"and", "or", "nor", "to", "but"})
_PIECES = re.compile(
    rf"(?P<first>[{_LATIN}](?<![\w'’.-].)[{_LATIN}]*)(?P<space>\s+)(?=(?P<second>[a-zß-öø-ÿ]+)(?![\w'’-]))", re.DOTALL
)
"""It looks behind after its first character: a pattern that begins with looking behind is tried at every place."""


def join_lines(text: str, is_printed: Callable[[str, str], bool]) -> list[Change]:
    """A change for every line end of the text. `is_printed` tells of two halves whether their hyphen is a printed one."""
    if "\n" not in text:
        return []
    hyphens = {found.end("end"): found for found in _HYPHENATED.finditer(text)}
    changes: list[Change] = []
    for found in _END.finditer(text):
        hyphen = hyphens.get(found.end())
        if hyphen is not None:
            changes.append(_join_hyphen(hyphen, is_printed))
            continue
        left, right = text[max(0, found.start() - 2) : found.start()], text[found.end() : found.end() + 1]
        bare = not left or not right or (_joins_bare(text, left, right) and not _spaced(found[0], left, right))
        after = "" if bare else " "
        changes.append(Change(found.start(), found.end(), after, RULE))
    return changes


def space_lines(text: str) -> list[Change]:
    """Line ends of a headline: one space stands for each."""
    return [Change(found.start(), found.end(), " ", RULE) for found in _END.finditer(text)]


def join_spaced_hyphens(
    text: str, is_printed: Callable[[str, str], bool], goes_on: Callable[[str, str], bool]
) -> list[Change]:
    """A change for every hyphen before a space that was a line end (`surren- dered`), where the lines are joined already.

    A hyphen that waits for the second half of another word (`two- and three-storey`) stays, and so does a dash.
    """
    return [
        _join_hyphen(found, is_printed)
        for found in _HYPHENATED_BEFORE_SPACE.finditer(text)
        if found["second"] not in _SUSPENDED and goes_on(found["first"], found["second"])
    ]


def mend_broken_words(text: str, is_broken: Callable[[str, str], bool]) -> list[Change]:
    """A change for every word that was broken without a hyphen (`fal sehoods`); `is_broken` must be certain of it.

    Where the text has its printed line ends only they can have broken a word, elsewhere any space may be one of them.
    """
    has_ends = "\n" in text
    return [
        Change(found.start("space"), found.end("space"), "", BROKEN_WORD)
        for found in _PIECES.finditer(text)
        if "\n" in found["space"] or not has_ends
        if is_broken(found["first"], found["second"])
    ]


def keep_lines(text: str) -> list[Change]:
    """Line ends that are text: one for each, without the spaces beside it."""
    return [Change(found.start(), found.end(), "\n", RULE) for found in _END.finditer(text) if found[0] != "\n"]


def _spaced(line_end: str, left: str, right: str) -> bool:
    """Whether a space was printed beside the line end, as between two names of a by-line."""
    return " " in line_end and is_han(left[-1]) and is_han(right)


def _joins_bare(text: str, left: str, right: str) -> bool:
    """Chinese characters join bare, and so does a number that a Chinese line's end has cut, or a span (`1897-/98`).

    The marks that Latin text has as well (`“ ” … —`) join as the text is set.
    """
    if left[:1].isdigit() and left[1:] == "-" and right.isdigit():
        return True
    left = left[-1:]
    if any(is_full_width(side) and side not in _OF_BOTH for side in (left, right)):
        return True
    undecided = is_full_width(left) or is_full_width(right) or (left.isdigit() and right.isdigit())
    return undecided and _is_set_in_chinese(text)


def _is_set_in_chinese(text: str) -> bool:
    return sum(map(is_full_width, text)) * 2 > len(text)


def _join_hyphen(found: re.Match[str], is_printed: Callable[[str, str], bool]) -> Change:
    """A soft hyphen or `¬` always goes."""
    keeps = found["hyphen"] == "-" and is_printed(found["first"], found["second"])
    return Change(found.end("hyphen") if keeps else found.end("first"), found.end("end"), "", RULE)
