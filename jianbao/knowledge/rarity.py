"""How rare a word is in the news at large: what an archive expects of a word before it has seen many articles."""

from __future__ import annotations

from functools import cache, lru_cache
from math import log

from jianbao.knowledge.english import zipf
from jianbao.knowledge.jieba_files import jieba_home
from jianbao.knowledge.thumb_index import ThumbIndex, indexed

UNKNOWN = 7.5
"""The rarity of a word that no table has: a new word, a brand, or damage; common words have 4 to 7, rare ones 10 and more."""
_EVERYWHERE = 7.7
"""The zipf of `the`."""


@lru_cache(maxsize=1 << 16)
def rarity(word: str) -> float:
    """The inverse document frequency as a natural logarithm, about 2 to 14: of jieba's table, or of the English one."""
    if word.isascii():
        frequency = zipf(word)
        return log(10) * (_EVERYWHERE - frequency) if frequency else UNKNOWN
    weight = _chinese().find(word)
    return UNKNOWN if weight is None else weight


@cache
def _chinese() -> ThumbIndex[float]:
    """Jieba's own table, `word weight` a line. It is read without jieba: `jieba.analyse` would load what tags words, too."""
    file = jieba_home() / "analyse" / "idf.txt"

    def read() -> dict[str, float]:
        columns = file.read_text(encoding="utf-8").split()
        return dict(zip(columns[::2], map(float, columns[1::2]), strict=True))

    return indexed("rarity", file, read)
