"""Makes `data/english_words.tsv` from the English word list of the PyPI package `wordfreq`.

    pip install wordfreq==3.1.1
    python -m jianbao.knowledge.sources.english

Only this script needs the package. Taken are words of plain letters that stand at least once in about eight million
words (zipf 2.1); they stand together by their frequency to a tenth, which is finer than any question put to them.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

TABLE = Path(__file__).parent.parent / "data" / "english_words.tsv"
RAREST = 2.1
"""Zipf: the logarithm of the occurrences in a milliard words."""

HEAD = """\
# English words by how often they occur: zipf (the logarithm of the occurrences in a milliard words, to a tenth), words.
# From wordfreq 3.1.1 by Robyn Speer, data under CC BY-SA 4.0, as this file is; its sources are named in README.md.
# Made by jianbao/knowledge/sources/english.py.
"""

_WORD = re.compile(r"[a-z]+")


def main() -> None:
    """Write the table."""
    import wordfreq

    TABLE.write_text(HEAD + table(wordfreq.get_frequency_dict("en", wordlist="large")), encoding="utf-8", newline="\n")


def table(frequencies: Mapping[str, float]) -> str:
    """The lines of the table: the most frequent words first, in a line by the alphabet."""
    by_zipf: dict[float, list[str]] = defaultdict(list)
    for word, frequency in frequencies.items():
        zipf = round(math.log10(frequency) + 9, 1)
        if zipf >= RAREST and _WORD.fullmatch(word):
            by_zipf[zipf].append(word)
    return "".join(f"{zipf}\t{' '.join(sorted(words))}\n" for zipf, words in sorted(by_zipf.items(), reverse=True))


if __name__ == "__main__":
    main()
