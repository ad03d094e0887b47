"""How good the review list is: `python -m benchmarks.review_list [FOLDER …]`, folders with raw/ and gold/.

Ranks all articles of each folder by their doubt, and tells which share of the wrong ones stands in the first quarter,
and which share of the right ones is flagged. Without a folder: our own seeds. Generated pages are written by
`python -m tests.robustness.measure --write FOLDER`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.judged_articles import Judged, judge_folder
from jianbao.knowledge.doubt import table_of_doubt

ROOT = Path(__file__).parent.parent
OWN = ROOT / "seeds", ROOT / "tests" / "gate" / "gold"
FIRST = 0.25


@dataclass(frozen=True)
class Figures:
    """Articles, how many are wrong, the shares of the wrong ones in the first quarter and flagged, of the right ones flagged.

    `best` is the share that the first quarter can hold at most: when more than a quarter is wrong it cannot hold all.
    """

    articles: int
    wrong: int
    in_first: float
    best: float
    wrong_flagged: float
    right_flagged: float


def figures(judged: Sequence[Judged]) -> Figures:
    """The figures of a ranked list."""
    ranked = sorted(judged, key=lambda one: (-one.doubt, one.page, one.number))
    first = ranked[: round(FIRST * len(ranked))]
    wrong, right = [one for one in ranked if one.faults], [one for one in ranked if not one.faults]
    flagged = table_of_doubt().flagged

    def share(some: Sequence[Judged], of: Sequence[Judged]) -> float:
        return len(some) / len(of) if of else 0.0

    return Figures(
        len(ranked),
        len(wrong),
        share([one for one in first if one.faults], wrong),
        min(1.0, share(first, wrong)),
        share([one for one in wrong if one.doubt >= flagged], wrong),
        share([one for one in right if one.doubt >= flagged], right),
    )


def tell(name: str, judged: Sequence[Judged]) -> str:
    """One line of the report."""
    found = figures(judged)
    return (
        f"{name:24} {found.articles:5} articles {found.wrong:5} wrong   in the first quarter {found.in_first:.2f} "
        f"of them (at most {found.best:.2f})   flagged: {found.wrong_flagged:.2f} of the wrong, "
        f"{found.right_flagged:.2f} of the right"
    )


def _list(judged: Sequence[Judged]) -> str:
    ranked = sorted(judged, key=lambda one: -one.doubt)
    return "\n".join(
        f"  {one.doubt:.2f} {one.page}/{one.number:02} {one.title[:16]} · {', '.join(one.faults) or 'right'} · "
        + ", ".join(sorted({sign.name for sign in one.signs}))
        for one in ranked
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", help="folders with raw/ and gold/")
    parser.add_argument("--page", action="append", default=[], help="only pages whose name begins so (repeatable)")
    parser.add_argument(
        "--ignore", action="append", default=[], metavar="FAULT", help="do not count this fault (repeatable)"
    )
    parser.add_argument("--list", action="store_true", help="list the articles, most doubtful first")
    told = parser.parse_args(arguments)
    places = [(folder.name, folder / "raw", folder / "gold") for folder in told.folders] or [("seeds", *OWN)]
    for name, raw, gold in places:
        judged = list(judge_folder(raw, gold, tuple(told.page) or ("",), told.ignore))
        sys.stdout.write(tell(name, judged) + "\n" + (_list(judged) + "\n" if told.list else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
