"""Writes floors from the figures measured now into floors.json, where they are better; refuses where one is worse.

A floor stands `SLACK` below its figure: a class of damage is some dozens of pages, and one article more or less moves it.
With `--lower "WHY"` worse ones are written as well, and the reason stands in the file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from tests.robustness.scores import AT_ZERO
from tests.robustness.test_floors import HERE, PAGES, SEED, STORED, digest_of_pages, floors_of, measured


def list_worse(old: dict[str, dict[str, float]], new: dict[str, dict[str, float]]) -> list[str]:
    """A line for each figure of `new` that is worse than its floor in `old`."""
    return [
        f"{damage}: {name} {new[damage][name]} is worse than {floor}"
        for damage, floors in old.items()
        for name, floor in floors.items()
        if damage in new and (new[damage][name] > floor if name in AT_ZERO else new[damage][name] < floor)
    ]


def keep_best(old: dict[str, dict[str, float]], new: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """The better of the two floors of every figure of `new`."""
    return {
        damage: {
            name: (min if name in AT_ZERO else max)(floor, old.get(damage, {}).get(name, floor))
            for name, floor in floors.items()
        }
        for damage, floors in new.items()
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns 1, and writes nothing, when a figure is below its floor and no reason is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lower", metavar="WHY", help="why figures may be worse than their floors")
    why = parser.parse_args(arguments).lower
    new = {language: floors_of(measured(language)) for language in PAGES}
    raw = {language: floors_of(measured(language), slack=False) for language in PAGES}
    old = STORED.get("floors", {})
    same = STORED.get("digest") == digest_of_pages()
    worse = (
        [f"{language}: {line}" for language in old for line in list_worse(old[language], raw[language])] if same else []
    )
    if worse and not why:
        sys.stderr.write("\n".join(worse) + "\n")
        return 1
    floors = new if why or not same else {language: keep_best(old.get(language, {}), new[language]) for language in new}
    lowered = [*STORED.get("lowered", []), *([why] if why else [])]
    stored = {"digest": digest_of_pages(), "seed": SEED, "pages": PAGES, "lowered": lowered, "floors": floors}
    text = json.dumps(stored, indent=1, ensure_ascii=False)
    (HERE / "floors.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
