"""Towns outside the passage's cities that only one county of the country has: 水冶镇 needs no county before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianbao.archive.names.around import begins_here
from jianbao.archive.names.located import Located
from jianbao.archive.names.passage import Passage
from jianbao.knowledge.gazetteer import Gazetteer
from jianbao.knowledge.locality_names import TOWN, word_lists

TOWN_ENDS = re.compile("街道(?!办)|镇(?![静定痛])|乡(?![村亲土镇愁音])")
SHORTEST, LONGEST = 2, 6
"""Characters of a name before its ending."""


def find_towns_elsewhere(passage: Passage, gazetteer: Gazetteer, located: Sequence[Located]) -> Iterator[Located]:
    """The namings of towns whose full name is the only one in the country, where nothing else was located."""
    for part, text in passage.parts():
        taken = [(one.start, one.end) for one in located if one.part == part]
        for ending in TOWN_ENDS.finditer(text):
            if any(start < ending.end() and ending.start() < end for start, end in taken):
                continue
            found = only_town(
                text, ending, gazetteer, max((end for _, end in taken if end <= ending.start()), default=0)
            )
            if found:
                start, code, label = found
                yield Located(part, start, ending.end(), text[start : ending.end()], label, TOWN, code)


def only_town(text: str, ending: re.Match[str], gazetteer: Gazetteer, first: int) -> tuple[int, str, str] | None:
    """(start, code, label) of the longest name that ends here, begins not before `first`, and means one town only."""
    for length in range(LONGEST, SHORTEST - 1, -1):
        start = ending.start() - length
        name = text[start : ending.end()] if start >= first else ""
        towns = gazetteer.towns_named(name) if name and name not in word_lists()["too_common"] else ()
        if len(towns) == 1 and (start == first or begins_here(text, start)):
            code, district = towns[0]
            return start, code, f"{district.label}/{name}"
    return None
