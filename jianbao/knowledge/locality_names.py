"""The forms of a town's or village's name: 光华路街道 is printed as 光华路办事处, 小营村 as 小营大队 or 小营村委会.

A form is a stem (光华路, 小营) and a tail. The tails are in `data/locality_words.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jianbao.frozen import frozen
from jianbao.knowledge.authority import read_yaml, texts

WORDS = Path(__file__).parent / "data" / "locality_words.yaml"
TOWN, VILLAGE, HAMLET, ESTATE = "town", "village", "hamlet", "estate"
KINDS = (TOWN, VILLAGE, HAMLET, ESTATE)


@frozen
class Forms:
    """How names are made of stems and tails."""

    tail: re.Pattern[str]
    """What may follow a stem; the name of the group that matched is the kind: town or village."""
    begins_tail: frozenset[str]
    """Characters that a tail begins with."""
    ending: re.Pattern[str]
    """The part of a gazetteer's name behind its stem."""


@cache
def word_lists() -> Mapping[str, tuple[str, ...]]:
    """The lists of data/locality_words.yaml by their keys, read once."""
    fields, _ = read_yaml(WORDS)
    return {key: texts(value) for key, value in fields.items()}


@cache
def forms() -> Forms:
    """The shipped tails and endings, compiled once."""
    lists = word_lists()
    peoples = f"(?:{'|'.join(lists['peoples'])})*"
    tails = {
        TOWN: "|".join((*lists["town_tails"], f"{peoples}乡(?![村亲土镇愁音])")),
        VILLAGE: "|".join(lists["village_tails"]),
    }
    tail = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in tails.items()))
    firsts = "街办公镇乡苏村行居大嘎社" + "".join(people[0] for people in lists["peoples"])
    return Forms(tail, frozenset(firsts), re.compile(f"(?<=..)(?:{peoples}乡|{'|'.join(lists['endings'])})$"))


def stem_of(name: str) -> str:
    """The name without its ending (宝莲寺镇 → 宝莲寺); as it is where less than two characters would be left (聂村)."""
    return forms().ending.sub("", name, count=1)


COMMITTEES = (
    (re.compile("(?:街道)?办事处$|街道办$"), "街道"),
    (re.compile("村?社区(?:居民委员会|居委会)$|居委会$"), "社区"),
    (re.compile("(?<!生产)大队$|村民委员会$|村委会$|行政村$"), "村"),
)


def proper_form(printed: str) -> str:
    """The name of the place instead of the office that a paper names: 光华路办事处 → 光华路街道, 小营村委会 → 小营村."""
    for pattern, ending in COMMITTEES:
        proper, changed = pattern.subn(ending, printed)
        if changed:
            return proper
    return printed


def kind_of(name: str) -> str:
    """The kind that a name tells by its end: 街道, 镇, 乡 a town, 自然村 a hamlet, 村 and 社区 a village, else an estate."""
    lists = word_lists()
    if name.endswith(lists["hamlets"]):
        return HAMLET
    if name.endswith(lists["estates"]):
        return ESTATE
    if name.endswith(("街道", "镇", "乡", "苏木", "公社", "办事处")):
        return TOWN
    return VILLAGE if name.endswith(("村", "社区", "嘎查")) else ESTATE
