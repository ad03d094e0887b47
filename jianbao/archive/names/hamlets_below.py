"""Natural villages right behind the village that they belong to: 范家窝棚屯 in 胜利村范家窝棚屯, 大湾组 in 青龙村大湾组."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from jianbao.archive.names.located import Located
from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.locality_names import HAMLET, VILLAGE, word_lists


def find_hamlets(texts: dict[str, str], located: Sequence[Located]) -> Iterator[Located]:
    """Those behind the villages located so far, and where their names stand again by themselves."""
    labels: dict[str, str] = {}
    taken: dict[str, set[int]] = {part: set() for part in texts}
    for one in located:
        taken[one.part].update(range(one.start, one.end))
    for one in located:
        for name in named_behind(texts[one.part], one.end) if one.kind == VILLAGE else ():
            if one.end not in taken[one.part]:
                labels.setdefault(name, f"{one.label}/{name}")
    for name, label in labels.items():
        for part, text in texts.items():
            for again in re.finditer(re.escape(name), text):
                if taken[part].isdisjoint(range(*again.span())):
                    yield Located(part, *again.span(), name, label, HAMLET)


def named_behind(text: str, end: int) -> Iterator[str]:
    """The hamlet behind a village, and those that are enumerated with it: 湾子组, 大庄组 in …村湾子组和大庄组."""
    while (found := _behind().match(text, end)) and is_hamlet(found[0]):
        yield found[0]
        if text[found.end() : found.end() + 1] not in ("、", "和", "与", "及"):
            return
        end = found.end() + 1


def is_hamlet(name: str) -> bool:
    """Whether it can be a name: 三组, 党小组 and 工作组 are none."""
    return not (
        name.endswith(word_lists()["no_hamlets"]) or name[0] in _numbers() or name[:-1] in word_lists()["no_names"]
        or chinese_lexicon().is_word(name)
    )  # fmt: skip


def _numbers() -> str:
    return "一二三四五六七八九十两第多几各该本全的和与及在有是等村组队"


@cache
def _behind() -> re.Pattern[str]:
    """A name of two to five characters with the ending, behind which it does not go on."""
    endings = "|".join(sorted(word_lists()["below_villages"], key=len, reverse=True))
    stops = "|".join((*word_lists()["boundary_before"], *word_lists()["behind_hamlets"]))
    return re.compile(f"[\u3400-\u9fff]{{1,4}}?(?:{endings})(?!自然)(?=[^\u3400-\u9fff]|\\Z|{stops})")
