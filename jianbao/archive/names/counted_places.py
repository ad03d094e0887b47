"""Estates named one after the other and counted at the end: 下辖甲花园、乙苑、丙园3个小区."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from jianbao.archive.names.choose_place import Scene
from jianbao.archive.names.located import Located
from jianbao.archive.names.settlements import settlement
from jianbao.archive.names.stems import may_be_stem, stem_begins
from jianbao.knowledge.locality_names import ESTATE, word_lists

LIST = re.compile("[\u3400-\u9fff·]{2,8}(?:、[\u3400-\u9fff·]{2,8})+$")
FARTHEST = 80
"""Characters before the count in which the list is looked for."""


def find_counted(scene: Scene, located: Sequence[Located]) -> Iterator[Located]:
    """The estates of every such list that nothing else has located."""
    for part, text in scene.passage.parts():
        taken = [(one.start, one.end) for one in located if one.part == part]
        for count in _count().finditer(text):
            named = LIST.search(text, max(count.start() - FARTHEST, 0), count.start())
            for start, end in items(text, *named.span()) if named else ():
                if not any(a < end and start < b for a, b in taken):
                    yield settlement(part, text[start:end], start, ESTATE, None, scene)


def items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the names of the list text[start:end] stand; the first one begins behind the words that lead to it."""
    ends = [at for at in range(start, end) if text[at] == "、"] + [end]
    for first, (left, right) in enumerate(zip([start, *(at + 1 for at in ends)], ends, strict=False)):
        begins = left if first else stem_begins(text, right, right, left, trusting=False)
        if begins >= 0 and 1 < right - begins <= 8 and may_be_stem(text[begins:right], trusting=True):
            yield begins, right


@cache
def _count() -> re.Pattern[str]:
    return re.compile(word_lists()["counted"][0])
