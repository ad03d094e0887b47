"""Fits the weights of doubt: `python -m benchmarks.fit_doubt FITTED HELD [--write]`, two folders with raw/ and gold/.

The weights of knowledge/data/doubt.toml come from

    python -m tests.robustness.measure --language zh --pages 200 --seed fitted --write FITTED
    python -m tests.robustness.measure --language zh --pages 200 --seed held --write HELD

with 40 further pages in each for every one of ten damages that most pages have (`--damage NAME --only`: whole paragraphs,
spaces as line ends, newline a line, newline a line, indented, columns side by side, columns interleaved, caption inside,
lines lost, label, quotes straight), seeds `fitted1`, `held1` and so on, and

    python -m benchmarks.fit_doubt FITTED HELD --write

It is a logistic regression on the amounts of the signs: no weight is negative, for a sign that speaks against doubt could
not be told to anybody, and none is beyond HIGHEST, so that no single sign decides. `flagged` is set where SPARED of the
right articles of the fitted pages are not flagged. Figures are printed for both folders; the second was not fitted on.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from pathlib import Path

from benchmarks.judged_articles import Judged, judge_folder
from jianbao.knowledge.doubt import table_of_doubt

TABLE = Path(__file__).parent.parent / "jianbao" / "knowledge" / "data" / "doubt.toml"
LEAST, HIGHEST, SPARED = 0.1, 2.5, 0.93
ROUNDS, STEP, RESTRAINT = 400, 0.3, 3.0
"""Rounds of the descent, its first step, and how strongly weights are drawn to 0."""


@dataclass(frozen=True)
class Fitted:
    """What the table of doubt will say."""

    base: float
    flagged: float
    weights: Mapping[str, float]


def amounts(article: Judged) -> dict[str, float]:
    """How much there is of each sign."""
    found: dict[str, float] = {}
    for sign in article.signs:
        found[sign.name] = found.get(sign.name, 0.0) + sign.amount
    return found


def chance(base: float, weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    """The doubt of an article with such signs."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, base + sum(weights[name] * size for name, size in signs.items())))))


def fit(judged: Sequence[Judged], names: Sequence[str]) -> Fitted:
    """Weights for the names, by gradient descent with a step of its own for each (AdaGrad)."""
    rows = [(amounts(one), bool(one.faults)) for one in judged]
    weights, base = dict.fromkeys(names, 0.0), 0.0
    seen, seen_base = dict.fromkeys(names, 1e-6), 1e-6
    for _ in range(ROUNDS):
        slopes, slope = {name: RESTRAINT * weight for name, weight in weights.items()}, 0.0
        for signs, wrong in rows:
            error = chance(base, weights, signs) - wrong
            slope += error
            for name, size in signs.items():
                slopes[name] += error * size
        for name, down in slopes.items():
            seen[name] += down * down
            weights[name] = min(HIGHEST, max(LEAST, weights[name] - STEP * down / sqrt(seen[name])))
        seen_base += slope * slope
        base -= STEP * slope / sqrt(seen_base)
    rounded = {name: round(weight, 1) for name, weight in weights.items()}
    right = sorted(chance(base, rounded, signs) for signs, wrong in rows if not wrong)
    return Fitted(round(base, 1), round(right[int(SPARED * len(right))], 2), rounded)


def tell(name: str, judged: Sequence[Judged], fitted: Fitted) -> str:
    """One line of figures: how well wrong articles are told from right ones."""
    doubts = [(chance(fitted.base, fitted.weights, amounts(one)), bool(one.faults)) for one in judged]
    wrong, right = (
        [doubt for doubt, is_wrong in doubts if is_wrong],
        [doubt for doubt, is_wrong in doubts if not is_wrong],
    )
    first = sorted(doubts, reverse=True)[: round(len(doubts) / 4)]
    above = sum((one > other) + (one == other) / 2 for one in wrong for other in right) / max(
        1, len(wrong) * len(right)
    )
    flagged = [sum(doubt >= fitted.flagged for doubt in some) / max(1, len(some)) for some in (wrong, right)]
    return (
        f"{name:12} {len(doubts)} articles, {len(wrong)} wrong; a wrong one stands above a right one: {above:.3f}; wrong in the "
        f"first quarter: {sum(is_wrong for _, is_wrong in first)} of {len(first)}; flagged: {flagged[0]:.2f} of the wrong, "
        f"{flagged[1]:.2f} of the right"
    )


def written(text: str, fitted: Fitted, held: str) -> str:
    """The text of the table with the new numbers in place of the old ones, and the line on the pages held out."""
    text = re.sub(r"(?m)^# Held out: .*$", lambda _: f"# Held out: {held}", text)
    for name, number in (("base", fitted.base), ("flagged", fitted.flagged)):
        text = re.sub(rf"(?m)^({name} = )\S+", rf"\g<1>{number}", text)
    for name, weight in fitted.weights.items():
        text = re.sub(rf"(?m)^(\[{name}\][^\n]*\nweight = )\S+", rf"\g<1>{weight}", text)
    return text


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fitted", type=Path)
    parser.add_argument("held", type=Path)
    parser.add_argument("--write", action="store_true", help="write the weights into the table")
    told = parser.parse_args(arguments)
    judged = {folder: list(judge_folder(folder / "raw", folder / "gold")) for folder in (told.fitted, told.held)}
    found = fit(judged[told.fitted], list(table_of_doubt().signs))
    for name, weight in sorted(found.weights.items(), key=lambda item: -item[1]):
        sys.stdout.write(f"{weight:6.1f}  {name}\n")
    sys.stdout.write(f"{found.base:6.1f}  base\n{found.flagged:6.2f}  flagged\n")
    for folder, articles in judged.items():
        sys.stdout.write(tell(folder.name, articles, found) + "\n")
    if told.write:
        text = written(TABLE.read_text(encoding="utf-8"), found, tell("", judged[told.held], found).strip())
        TABLE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
