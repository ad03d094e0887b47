r"""Where a raw text breaks into newspaper pages: at form feeds, else at running heads, if these are beyond doubt.

A form feed ends a page; what stands between two of them is a page unless it is white space. Without form feeds two
running heads or more must stand in lines of their own: the paper, if it is printed, the same in all of them, each with its
day and the number of its page, no two alike, each over a good amount of text. Else the text is one page: a page too much is
dearer than one too few, for it cuts articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from jianbao.reading.dates import day_of_running_head
from jianbao.reading.keeping.seeds import Stretch
from jianbao.reading.masthead import paper_of
from jianbao.text.characters import fold_width

_LINE_END = re.compile(r"\r\n|\r|\n")
_NUMBERED_LINE = re.compile(r"^.*(?:版|\b(?:Page|PAGE)\b).*$", re.MULTILINE)
_NUMBER = re.compile(
    r"(?<![共日期])第?\s*0*(?P<chinese>[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版(?!本)|\b(?:Page|PAGE)\s+(?P<latin>\d{1,3})\b"
)
"""The number of a page; `今日8版` and `共8版` say how many there are."""
_ANOTHER_LINE = re.compile(
    r"[。，！？；“”\"《》〈〉（）()【】\[\]]|原载|原文|摘自|据|下转|上接|转载|见报|[Cc]ontinued|[Ff]rom\b"
)
"""What a sentence, a jump line or the source of a clipping has, and a running head has not."""
_LONGEST_HEAD = 60
_GOOD_AMOUNT = 200
"""Characters without spaces: a page of pictures has as many, a list of pages has not."""
_BEHIND_THE_FRONT_PAGE = ("2", "二", "A2")


class _Head(NamedTuple):
    """A running head: where its line begins, the paper it names, its day and the number of its page."""

    start: int
    paper: str
    day: str
    number: str


def stretches(text: str) -> tuple[Stretch, ...]:
    """The pages of a raw text in their order; one stretch over all of it where it is a single page."""
    if "\f" in text:
        ends = [found.start() for found in re.finditer("\f", text)]
        spans = zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True)
    else:
        starts = [0, *_breaks_at_heads(text)]
        spans = zip(starts, [*starts[1:], len(text)], strict=True)
    pages = [(start, end) for start, end in spans if text[start:end].strip()]
    return tuple(_with_lines(text, pages)) if len(pages) > 1 else (Stretch(0, len(text), 1, _lines_in(text)),)


def _with_lines(text: str, pages: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    """A line that a form feed cuts belongs to both pages."""
    done = ends = 0
    for start, end in pages:
        ends += _line_ends(text[done:start])
        yield Stretch(start, end, ends + 1, ends + _lines_in(text[start:end]))
        ends += _line_ends(text[start:end])
        done = end


def _line_ends(text: str) -> int:
    return len(_LINE_END.findall(text))


def _lines_in(text: str) -> int:
    """How many lines a text has; the end of its last one opens none."""
    return max(1, _line_ends(text) + (not text.endswith(("\n", "\r"))))


def _breaks_at_heads(text: str) -> list[int]:
    """Where pages begin below the first one, by their running heads; none where these are not clear."""
    heads = [head for before, head in pairwise([None, *_heads(text)]) if head and not _is_same_page(before, head)]
    if len(heads) < 2 or len({head.paper for head in heads}) > 1 or len({head[2:] for head in heads}) < len(heads):
        return []
    starts = [head.start for head in heads]
    if any(_amount(text[start:end]) < _GOOD_AMOUNT for start, end in pairwise([*starts, len(text)])):
        return []
    before = text[: starts[0]]
    if _amount(before) < _GOOD_AMOUNT:
        return starts[1:]
    return starts if _is_front_page(before, heads[0]) else []


def _is_same_page(before: _Head | None, head: _Head) -> bool:
    """Whether a running head is printed once more on its own page."""
    return before is not None and before[1:] == head[1:]


def _is_front_page(text: str, second: _Head) -> bool:
    """Whether a text before the head of page two has a nameplate instead: the same paper or the same day."""
    lines = [line for line in fold_width(text).splitlines() if len(line) <= _LONGEST_HEAD]
    return second.number in _BEHIND_THE_FRONT_PAGE and any(
        (second.paper and second.paper in "".join(line.split())) or day_of_running_head(line) == second.day
        for line in lines
    )


def _heads(text: str) -> Iterator[_Head]:
    for found in _NUMBERED_LINE.finditer(text):
        line = fold_width(found[0]).strip()
        number = _NUMBER.search(line)
        if number is None or len(line) > _LONGEST_HEAD or _ANOTHER_LINE.search(line):
            continue
        day = day_of_running_head(line)
        if day:
            yield _Head(found.start(), paper_of(line), day, number["chinese"] or number["latin"])


def _amount(text: str) -> int:
    return len("".join(text.split()))
