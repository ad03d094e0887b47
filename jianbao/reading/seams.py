"""Whether one fragment goes on with another: the cost of the seam between an end and a beginning.

Weighed together: the stop or the comma at the end, quotes and brackets that are open, a word across the seam, a number
and its unit, how the second opens, and the geometry of the column. A loss has a fixed, low price: a false join makes a
sentence that nobody printed, a false `[…]` only costs comfort.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianbao.knowledge.lexicon import Lexicon
from jianbao.knowledge.torn_words import begins_inside, begins_torn, ends_torn
from jianbao.reading.cues import Cues
from jianbao.reading.fragments import Edge
from jianbao.reading.page import Reason
from jianbao.reading.reasons import reasons_of, total
from jianbao.text.characters import is_han

_UNIT = re.compile(r"^[年月日时分个亿万千百元名人家项次%公里米吨亩]|^[.\d]")


class SeamSense:
    """What the lexicon and the rest of the page know of the words at a seam, in whatever order its fragments stand."""

    def __init__(self, cues: Sequence[Cues], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._page = "\n".join(cue.text for cue in cues)

    def spans(self, left: str, right: str) -> bool:
        """Whether a word of the lexicon stands across the seam."""
        return self._lexicon.spans_seam(left, right)

    def is_on_page(self, left: str, right: str) -> bool:
        """Whether the page has the three characters about the seam elsewhere, as with a name that no lexicon knows."""
        threes = (left[-2:] + right[:1], left[-1:] + right[:2])
        return any(len(three) == 3 and all(map(is_han, three)) and three in self._page for three in threes)

    def is_torn(self, left: str, right: str) -> bool:
        """Whether one of two texts that no word spans is cut inside a word: then what completes it is lost."""
        between = is_han(left[-1:]) and is_han(right[:1])
        return between and (ends_torn(left, self._lexicon) or begins_torn(right, self._lexicon))


def seam(left: Cues, right: Cues, sense: SeamSense) -> tuple[Reason, ...]:
    """The reasons for and against reading `right` on from the end of `left`; their sum is the cost."""
    table = reasons_of("seam")
    return tuple([table[name] for name, holds in _tests(left, right, sense) if holds])


def is_open(cue: Cues) -> bool:
    """Whether a body fragment ends in mid-sentence, so that text must follow or is lost."""
    if cue.opening is not None and cue.opening.end >= len(cue.text):
        return False
    return not (cue.closed or cue.listed or cue.halts or cue.sign_off or cue.credit)


def read_on_or_lose(left: Cues, right: Cues | None, sense: SeamSense) -> float:
    """What it costs to read on across places of the page, or to take what follows for lost; 0 where a sentence has ended."""
    if not is_open(left):
        return 0.0
    loss = reasons_of("seam")["loss"].weight
    if right is None:
        return loss
    return min(loss, total(reason for reason in seam(left, right, sense) if reason.cue != "seam.distance"))


def starts_inside(cue: Cues) -> bool:
    """Whether a fragment begins in mid-sentence: flush where paragraphs are indented, or as no sentence begins."""
    return (cue.head is Edge.FULL and not cue.spaced) or begins_inside(cue.text)


def _tests(left: Cues, right: Cues, sense: SeamSense) -> Iterator[tuple[str, bool]]:
    opened = is_open(left)
    column_full = left.tail is Edge.FULL and right.first_in_block
    yield "pauses", left.pauses and left.chinese
    yield "in_quotes", left.brackets > 0 > right.brackets
    asked = opened and left.chinese
    word = asked and sense.spans(left.text, right.text)
    on_page = asked and sense.is_on_page(left.text, right.text)
    yield "word", word
    yield "on_page", on_page
    yield "torn", asked and not word and not on_page and sense.is_torn(left.text, right.text)
    yield "never_first", opened and begins_inside(right.text)
    yield "number", left.text[-1:].isdigit() and bool(_UNIT.match(right.text))
    yield "opener", right.paragraph_opens or right.opening is not None
    yield "speech", right.speech_opens and not left.pauses and not right.text.startswith(('",', '"、', '"。'))
    yield "opening", right.opening is not None and right.opening.drops
    yield "flush", right.head is Edge.FULL and not right.spaced
    yield "flush_spaced", right.head is Edge.FULL and right.spaced
    yield "indented", right.head is Edge.SHORT and not left.pauses and not right.spaced
    yield "indented_spaced", right.head is Edge.SHORT and not left.pauses and right.spaced
    yield "short_tail", opened and left.tail is Edge.SHORT
    yield "closed", not opened and not column_full
    yield "closed_full", not opened and column_full and not right.spaced
    yield "closed_spaced", not opened and column_full and right.spaced
    yield "halts", left.halts
    yield "latin_lower", not left.chinese and right.text[:1].islower()
    yield "bare", right.bare and right.chinese and not (word or on_page)
    yield "heading", right.capitals and not left.capitals
    yield "distance", right.number - left.number > 1
