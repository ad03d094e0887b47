"""Verse: lines that the poet ended, not the column. Their ends are text and stay.

- regular Chinese verse: phrases of five or seven characters (four or six, if the whole block is of them), line by line
- ci and songs: lines of unequal length, each ending with a mark, many of them in mid-sentence
- free verse: stanzas of short, ragged lines without figures, one after the other
- English verse: every line opens with a capital, and most do not end a sentence

Prose does none of this: its lines end wherever the column does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jianbao.reading.lines import Block, Line
from jianbao.text.characters import HAN, fold_width, has_han

_MARK = r"[,，、。;；!！?？:：…—]"
_ENDS_PHRASE = re.compile(rf"{_MARK}[”’」』\"']?$")
_ENDS_WITHIN = re.compile(r"[,，、;；][”’」』\"']?$")
_PHRASES = re.compile(rf"[“‘「『\"']*([{HAN}]+)(?:{_MARK}|[”’」』\"'·])*")
_STANZA_LINE = re.compile(rf"[{HAN}“”‘’「」『』，、—…！？,!?· \u3000]+")
_OF_NEWS = re.compile(r"记者|記者|通讯员|通訊員|摄$|攝$|本报|本報|图为|圖為")
_REGULAR, _ALSO_REGULAR = (5, 7), (4, 6)
_WIDEST = 20.0
"""Ems: no line of verse is wider; columns of prose may be narrower."""
_RAGGED = 0.9
_LONGEST_LATIN = 60
_ENDS_LATIN = re.compile(r"[.!?][\"'”’)]*$")
_WORD = re.compile(r"[A-Za-z][A-Za-z’']*")


def verse_runs(lines: Sequence[Line]) -> tuple[tuple[int, int], ...]:
    """Where lines of a block are verse: half-open ranges of their numbers. Free verse is told by `free_stanzas`."""
    if len(lines) < 2:
        return ()
    if not any(has_han(line.text) for line in lines):
        return ((0, len(lines)),) if _is_latin_verse(lines) else ()
    if _is_song(lines):
        return ((0, len(lines)),)
    return tuple(_regular_runs(lines))


def free_stanzas(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the blocks that are stanzas of free verse: two or more in a row, or one of eight lines."""
    found: set[int] = set()
    row: list[int] = []
    for number in range(len(blocks) + 1):
        if number < len(blocks) and _is_stanza(blocks[number].lines):
            row.append(number)
            continue
        lines = [line for at in row for line in blocks[at].lines]
        if ((len(row) > 1 and len(lines) > 5) or len(lines) > 7) and _are_ragged(lines):
            found.update(row)
        row = []
    return frozenset(found)


def _regular_runs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    measures = [_measure(line.text) for line in lines]
    runs: list[tuple[int, int]] = []
    first = 0
    while first < len(lines):
        end = first + 1
        while end < len(lines) and measures[first][0] and measures[end][0] == measures[first][0]:
            end += 1
        if _is_regular(lines[first:end], measures[first][0], sum(m[1] for m in measures[first:end]), len(lines)):
            runs.append((first, end))
        first = end
    return runs


def _measure(text: str) -> tuple[int, int]:
    """How many characters each phrase of the line has, and how many phrases there are; (0, 0) if they differ."""
    phrases = _PHRASES.findall(text)
    if not phrases or _PHRASES.sub("", text).strip() or len({len(phrase) for phrase in phrases}) > 1:
        return 0, 0
    return len(phrases[0]), len(phrases)


def _is_regular(lines: Sequence[Line], length: int, phrases: int, of_block: int) -> bool:
    whole = len(lines) == of_block
    if phrases < 4 or length not in (*_REGULAR, *_ALSO_REGULAR):
        return False
    if all(_ENDS_PHRASE.search(line.text) for line in lines[:-1]):
        least = 4 if length in _ALSO_REGULAR else 2 if whole else 3
        return len(lines) >= least and (whole or length in _REGULAR)
    bare = not any(_ENDS_PHRASE.search(line.text) for line in lines) and phrases == len(lines)
    return bare and whole and length in _REGULAR


def _is_song(lines: Sequence[Line]) -> bool:
    if len(lines) < 4 or any(line.width > _WIDEST or not _ENDS_PHRASE.search(line.text) for line in lines):
        return False
    within = sum(bool(_ENDS_WITHIN.search(line.text)) for line in lines)
    return 3 * within >= len(lines) and _are_ragged(lines)


def _are_ragged(lines: Sequence[Line]) -> bool:
    """Whether fewer than half of the lines reach the widest: no column has made them so."""
    widest = max(line.width for line in lines)
    return 2 * sum(widest - line.width < _RAGGED for line in lines[:-1]) <= len(lines) - 1


def _is_stanza(lines: Sequence[Line]) -> bool:
    texts = [fold_width(line.text) for line in lines]
    return (
        len(lines) > 2
        and all(line.width <= _WIDEST for line in lines)
        and all(_STANZA_LINE.fullmatch(text) and not _OF_NEWS.search(text) for text in texts)
    )


def _is_latin_verse(lines: Sequence[Line]) -> bool:
    if len(lines) < 4 or any(len(line.text) > _LONGEST_LATIN or line.text[-1] in "-¬" for line in lines):
        return False
    words = [word for line in lines for word in _WORD.findall(line.text)]
    small = sum(word[0].islower() for word in words)
    opens_large = sum(next(filter(str.isalpha, line.text), "a").isupper() for line in lines)
    ended = sum(bool(_ENDS_LATIN.search(line.text)) for line in lines)
    figures = any(character.isdigit() for line in lines for character in line.text)
    return opens_large >= 0.9 * len(lines) and 2 * small >= len(words) and 5 * ended <= 3 * len(lines) and not figures
