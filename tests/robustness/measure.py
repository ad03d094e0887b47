"""How well damaged pages are read, by damage: `python -m tests.robustness.measure [--pages N] [--damage NAME] …`.

Prints a table (rows are damages, `losses` are marks of loss, the last four columns are best at 0) and the worst pages.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from tests.robustness.clean_articles import CleanArticle, articles_of, own_articles
from tests.robustness.compose import DAMAGES, SETTINGS, compose
from tests.robustness.gold_files import write
from tests.robustness.scores import COLUMNS, Scored, by_damage, counts_of, read
from tests.robustness.sheet import Sheet


def sheets(
    articles: Sequence[CleanArticle], seed: str, pages: int, damage: str = "", only: bool = False
) -> list[Sheet]:
    """Pages composed from the articles; where a damage is named, only those that it has befallen."""
    composed = (compose(articles, seed, number, damage, only) for number in range(pages * 4 if damage else pages))
    return list(islice((sheet for sheet in composed if not damage or damage in sheet.damages), pages))


def table(rows: dict[str, dict[str, float]]) -> str:
    """The figures as a table for the terminal."""
    lines = [f"{'':26}{'pages':>6}" + "".join(f"{name[:9]:>10}" for name in COLUMNS)]
    for name, row in rows.items():
        lines.append(f"{name:26}{row['pages']:>6.0f}" + "".join(f"{row[column]:>10.4f}" for column in COLUMNS))
    return "\n".join(lines)


def _worst(scored: Iterable[Scored], how_many: int) -> str:
    worst = sorted(scored, key=lambda page: -page.loss)[:how_many]
    return "\n".join(f"{page.loss:6.2f}  {page.sheet.name}  {', '.join(page.sheet.damages)}" for page in worst)


def _languages(wanted: str, folder: Path | None) -> list[tuple[CleanArticle, ...]]:
    names = ("zh", "en") if wanted == "both" else (wanted,)
    if folder is None:
        return [own_articles(name) for name in names]
    found = articles_of(folder)
    parts = [tuple(a for a in found if a.is_chinese == (name == "zh")) for name in names]
    return [part for part in parts if part]


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    names = [*SETTINGS, *(damage.name for damage in DAMAGES)]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100, help="pages a language")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--language", choices=("zh", "en", "both"), default="both")
    parser.add_argument(
        "--articles", type=Path, help="a folder of clean articles in the gold format, instead of our own"
    )
    parser.add_argument(
        "--damage", choices=names, metavar="NAME", default="", help=f"only pages with one: {', '.join(names)}"
    )
    parser.add_argument("--only", action="store_true", help="with --damage: no other damage on the page")
    parser.add_argument("--write", type=Path, help="write raw/ and gold/ into this folder")
    parser.add_argument("--worst", type=int, default=10, help="how many of the worst pages to list")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns 0."""
    told = _arguments(arguments)
    for articles in _languages(told.language, told.articles):
        pages = sheets(articles, told.seed, told.pages, told.damage, told.only)
        if told.write:
            for sheet in pages:
                write(sheet, told.write)
        scored = [Scored(sheet, counts_of(sheet, read(sheet))) for sheet in pages]
        sys.stdout.write(f"{table(by_damage(scored))}\n\n{_worst(scored, told.worst)}\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
