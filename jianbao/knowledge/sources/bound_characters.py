"""Makes `data/bound_firsts.txt` and `data/bound_lasts.txt` from jieba's dictionary.

It is run by `python -m jianbao.knowledge.sources.bound_characters`.

A character is bound at the front of words when it hardly ever stands alone: a text that ends with it, and with no word
of two characters or more, was cut inside a word. The same at the end of words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import jieba

from jianbao.text.characters import is_han

ALONE = 0.2
"""At most this share of a bound character's occurrences is a word by itself."""
LEAST = 50
"""Rarer characters say nothing."""
DATA = Path(__file__).parent.parent / "data"
_A_LINE = 50


def bound(alone: Counter[str], within: Counter[str]) -> list[str]:
    """The bound characters, the commonest first."""
    total = {character: alone[character] + count for character, count in within.items() if is_han(character)}
    found = [c for c, count in total.items() if count >= LEAST and alone[c] < ALONE * count]
    return sorted(found, key=lambda c: (-total[c], c))


def text_of(remark: str, characters: Iterable[str]) -> str:
    """The data file: a remark, then the characters, fifty a line."""
    row = "".join(characters)
    lines = [row[at : at + _A_LINE] for at in range(0, len(row), _A_LINE)]
    return "\n".join([f"# {remark}", *lines, ""])


def main() -> None:
    """Write both files."""
    alone: Counter[str] = Counter()
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as dictionary:
        for line in dictionary:
            word, times, *_ = line.split(" ")
            if len(word) == 1:
                alone[word] += int(times)
            else:
                first[word[0]] += int(times)
                last[word[-1]] += int(times)
    for name, within, where in (("bound_firsts", first, "begin"), ("bound_lasts", last, "end")):
        remark = (
            f"Characters that {where} words and are hardly ever one by themselves; made by sources/bound_characters.py."
        )
        (DATA / f"{name}.txt").write_text(text_of(remark, bound(alone, within)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
