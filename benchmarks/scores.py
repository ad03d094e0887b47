"""How near readings come to gold, set by set, as rows of docs/scores.md.

    python benchmarks/scores.py --set gold tests/gate/gold seeds
    python benchmarks/scores.py --set NAME GOLD_FOLDER RAW_FOLDER [PREFIX …] --append docs/scores.md

A set is a folder of gold (tests/gate/gold/FORMAT.md) and the folder of its raw pages; with prefixes, only the pages whose
names begin so. `--program FOLDER` measures the program of another checkout with the measure of this one. The date and
the commit are those of the program's last commit; a `+` says that its files have changed since.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
HEAD = "| date | commit | set | pages |"


@dataclass(frozen=True, slots=True)
class Pages:
    """A set of pages by name: where their gold and their raw files are, and how the names of those wanted begin."""

    name: str
    gold: Path
    raw: Path
    prefixes: tuple[str, ...] = ("",)

    def stems(self) -> list[str]:
        """The pages that have gold, sorted."""
        found = sorted(path.parent.name for path in self.gold.glob("*/page.yaml"))
        return [stem for stem in found if stem.startswith(self.prefixes)]


def use_program(folder: Path) -> None:
    """Takes `jianbao` from a checkout; the measure stays this checkout's own."""
    sys.path.insert(0, str(folder.resolve()))
    import jianbao

    assert Path(jianbao.__file__).is_relative_to(folder.resolve()), f"jianbao was taken from {jianbao.__file__}"
    sys.path[0] = str(HERE)


def counts_of(pages: Pages) -> tuple[int, Counter[str]]:
    """How many pages the set has, and the counts of all of them."""
    import yaml

    from jianbao.reading.page import Facts, RawPage
    from jianbao.reading.read import read_page
    from jianbao.text.encoding import Decoded, decode
    from tests.gate import measure
    from tests.robustness.scores import leak_of

    counts: Counter[str] = Counter()
    for stem in pages.stems():
        decoded = decode((pages.raw / f"{stem}.txt").read_bytes())
        run = []
        if isinstance(decoded, Decoded):  # a file that cannot be read gives no articles
            read = read_page(RawPage(f"{stem}.txt", decoded.text, decoded.encoding), Facts())
            run = measure.as_read(read)
        gold = measure.load(pages.gold / stem)
        record = yaml.safe_load((pages.gold / stem / "page.yaml").read_text(encoding="utf-8"))
        furniture = [str(piece["text"]) for piece in record.get("furniture") or []]
        counts.update(measure.count(gold, run, "".join(furniture)))
        counts.update(leak_of(gold, run, furniture))
    return len(pages.stems()), counts


def commit_of(folder: Path) -> tuple[str, str]:
    """The day and the short name of a checkout's last commit; empty where git knows none."""
    told = _git(folder, "log", "-1", "--format=%cs %h").split()
    if len(told) != 2:
        return "", ""
    changed = _git(folder, "status", "--porcelain", "--", "jianbao")
    return told[0], told[1] + ("+" if changed else "")


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, encoding="utf-8", check=False)
    return done.stdout.strip()


def rows(sets: Sequence[Pages], program: Path) -> Iterator[str]:
    """A row a set; what a set has nothing of is a dash, hyphens and speed are left empty for whoever measures them."""
    from tests.robustness.scores import COLUMNS, figures

    day, commit = commit_of(program)
    for pages in sets:
        how_many, counts = counts_of(pages)
        row = figures(counts)
        cells = (f"{row[name]:.4f}" if _has(name, counts) else "–" for name in COLUMNS)
        yield f"| {day} | {commit} | {pages.name} | {how_many} | {' | '.join(cells)} |  |  |"


def _has(name: str, counts: Counter[str]) -> bool:
    return any(counts[f"{name} {what}"] for what in ("got", "wanted", "size"))


def append(table: Path, lines: Sequence[str]) -> None:
    """Puts rows at the end of the table of a Markdown file: the one that begins with date, commit, set, pages."""
    text = table.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(text) if line.startswith(HEAD))
    end = next((number for number in range(start, len(text)) if not text[number].startswith("|")), len(text))
    table.write_text("\n".join([*text[:end], *lines, *text[end:]]) + "\n", encoding="utf-8", newline="\n")


def _set(told: Sequence[str]) -> Pages:
    if len(told) < 3:
        raise SystemExit("--set wants NAME GOLD_FOLDER RAW_FOLDER")
    name, gold, raw, *prefixes = told
    return Pages(name, Path(gold), Path(raw), tuple(prefixes) or ("",))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", nargs="+", action="append", required=True, metavar="NAME GOLD RAW", dest="sets")
    parser.add_argument("--program", type=Path, default=HERE, help="a checkout whose program is measured")
    parser.add_argument("--append", type=Path, metavar="FILE", help="put the rows into the table of this file")
    told = parser.parse_args(arguments)
    use_program(told.program)
    lines = list(rows([_set(one) for one in told.sets], told.program))
    sys.stdout.write("\n".join(lines) + "\n")
    if told.append:
        append(told.append, lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
