"""Makes `data/name_characters.tsv` from the model of word classes that comes with the PyPI package `jieba`.

    python -m jianbao.knowledge.sources.name_characters

Jieba's model knows how often a character begins, goes on with or ends a Chinese name. Taken are the characters that
are at least once in some sixty thousand; the others are as likely as the rarest of these.
"""

from __future__ import annotations

import warnings
from pathlib import Path

TABLE = Path(__file__).parent.parent / "data" / "name_characters.tsv"
LEAST = -11.0
"""Natural logarithm of a share: what is rarer is left out."""

HEAD = """\
# How likely a character is in a Chinese name: character, as the first one, in the middle, as the last one
# (natural logarithms of shares; - where it is rarer than one in some sixty thousand).
# From the word class model of jieba 0.42.1 (MIT). Made by jianbao/knowledge/sources/name_characters.py.
"""


def main() -> None:
    """Write the table."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from jieba.posseg.prob_emit import P
    TABLE.write_text(HEAD + table(*(P[state, "nr"] for state in "BME")), encoding="utf-8", newline="\n")


def table(*shares: dict[str, float]) -> str:
    """The lines of the table, by code point."""
    characters = sorted({character for share in shares for character, value in share.items() if value >= LEAST})
    lines = ("\t".join((character, *(_cell(share.get(character)) for share in shares))) for character in characters)
    return "".join(f"{line}\n" for line in lines)


def _cell(value: float | None) -> str:
    return "-" if value is None or value < LEAST else f"{value:.1f}"


if __name__ == "__main__":
    main()
