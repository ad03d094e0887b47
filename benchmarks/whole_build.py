"""A whole site, with everything on, from raw pages: `python -m benchmarks.whole_build [N …] [--runs 3] [--work DIR]`.

For every number of articles (1,000 and 10,000 unless told) the made archive is written as raw pages, and `build.py` does what it
does for anybody: pages read, links, search, page views, charts. Measured are the cold run; one body edited, and the run after it
with nothing changed, so many times (medians); then a raw page added; then `raw_lines: no`, which prints every page anew. The
profiles by step are those of the cold run and of the last edit; their clocks (benchmarks/clocks.py) are part of these runs and
cost some microseconds a step. Before every run but the cold one the files get old enough to be trusted by their age.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import clocks
from benchmarks.as_made import reading_of
from benchmarks.cost import Cost, cost_of
from benchmarks.made_archive import write_archive
from jianbao.kept import YOUNG

ROOT = Path(__file__).parent.parent
EDIT = "修改了一句话"
ROOM = 900_000_000
"""Bytes that a site may take: what GitHub Pages allows, with a tenth to spare."""
SAMPLE = 400
"""Pages that are read to tell the speed of reading."""
HEAD = """| articles | case | s | CPU s | MiB | files written | site: files | MB | of 0.9 GB |
|---|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True, slots=True)
class Site:
    """The files of a site by path, with size and age; what a run wrote is what differs from before."""

    files: dict[str, tuple[int, int]]

    @classmethod
    def at(cls, folder: Path) -> Site:
        """The site as it stands."""
        found = (Path(above) / name for above, _, names in os.walk(folder) for name in names)
        return cls({str(file): (status.st_size, status.st_mtime_ns) for file in found for status in (file.stat(),)})

    @property
    def bytes(self) -> int:
        """Of all files."""
        return sum(size for size, _ in self.files.values())

    def largest(self, folder: Path) -> str:
        """The five largest of the folders in the site's."""
        sizes: Counter[str] = Counter()
        files: Counter[str] = Counter()
        for file, (size, _) in self.files.items():
            name = Path(file).relative_to(folder).parts[0]
            sizes[name] += size
            files[name] += 1
        return ", ".join(f"{name} {size / 1e6:.1f} MB in {files[name]}" for name, size in sizes.most_common(5))

    def written_since(self, before: Site) -> int:
        """Files that are new or were written again."""
        return len(self.files.items() - before.files.items())


class Bed:
    """An archive of raw pages in a folder, one page of which is held back, and the runs over it."""

    def __init__(self, folder: Path, size: int) -> None:
        self.folder, self.size = folder, size
        write_archive(folder, size, ("raw",))
        self.archive = folder / "raw"
        pages = sorted((self.archive / "seeds").iterdir())
        self.pages = len(pages)
        self._late = pages[len(pages) // 2].rename(folder / pages[len(pages) // 2].name)
        self._log = folder / "steps.log"

    def cold(self) -> tuple[Cost, str]:
        """Everything from the beginning; what it cost, and its profile."""
        return self._with_clocks()

    def edit(self) -> tuple[Cost, str]:
        """A sentence added to the body of the article in the middle."""
        articles = sorted((self.archive / "content").glob("*/[0-9]*.md"))
        with articles[len(articles) // 2].open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"\n{EDIT}。\n")
        return self._with_clocks()

    def nothing(self) -> Cost:
        """The run once more."""
        return self._run()

    def add_page(self) -> Cost:
        """The page that was held back."""
        self._late.rename(self.archive / "seeds" / self._late.name)
        return self._run()

    def leave_raw_lines_out(self) -> Cost:
        """The page views without the text as it was scanned."""
        (self.archive / "archive.yaml").write_text("raw_lines: no\n", encoding="utf-8")
        return self._run()

    def site(self) -> Site:
        """The site as it stands."""
        return Site.at(self.archive / "site")

    def _words(self) -> tuple[str, ...]:
        return "--archive", str(self.archive), "--quiet"

    def _run(self) -> Cost:
        return cost_of((sys.executable, str(ROOT / "build.py"), *self._words()), ROOT)

    def _with_clocks(self) -> tuple[Cost, str]:
        cost = cost_of(clocks.command(self._log, self._words()), ROOT)
        return cost, clocks.profile(self._log, cost.wall)

    def speed_of_reading(self) -> str:
        """Pages a second of `build.py clean`, start and all, by one process and by two."""
        seeds = sorted((self.archive / "seeds").iterdir())
        chosen = seeds[:: max(1, len(seeds) // SAMPLE)][:SAMPLE]
        some = self.folder / "some" / "seeds"
        some.mkdir(parents=True)
        for page in chosen:
            shutil.copy(page, some)
        told = []
        for jobs in (1, 2):
            words = ("clean", "--archive", str(some.parent), "--quiet", "--jobs", str(jobs))
            cost = cost_of((sys.executable, str(ROOT / "build.py"), *words), ROOT)
            speed = f"{len(chosen) / cost.wall:.1f} pages a second with {jobs} process{'es' if jobs > 1 else ''}"
            told.append(f"{speed} ({cost.wall:.1f} s, CPU {cost.cpu:.1f} s)")
            shutil.rmtree(some.parent / "content")
            shutil.rmtree(some.parent / ".jianbao", ignore_errors=True)
        characters = sum(len(page.read_text(encoding="utf-8")) for page in chosen) / len(chosen)
        return f"Reading alone ({len(chosen)} pages of {characters:.0f} characters): {', '.join(told)}."


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table of all sizes, and under the rows of each what it is to be judged by."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--work", type=Path)
    call = parser.parse_args(arguments)
    clocks.all_there()
    with tempfile.TemporaryDirectory(dir=call.work) as folder:
        for size in call.sizes:
            for line in measure(Path(folder).resolve() / str(size), size, max(1, call.runs)):
                print(line, flush=True)


def measure(folder: Path, size: int, runs: int) -> Iterator[str]:
    """The report of one size, line by line as it comes; the folder is empty again at its end."""
    bed = Bed(folder, size)
    yield f"{bed.pages} raw pages. {bed.speed_of_reading()}\n"
    yield HEAD
    cold, of_cold = bed.cold()
    before, stands = Site({}), bed.site()
    yield _row(size, "cold, all but one page", [cold], stands, stands.written_since(before))
    edits, nothings = [], []
    for _ in range(runs):
        before = bed.site()
        _wait_to_be_trusted()
        edit, of_edit = bed.edit()
        edits.append(edit)
        edited = bed.site()
        _wait_to_be_trusted()
        nothings.append(bed.nothing())
    yield _row(size, "one body edited", edits, edited, edited.written_since(before))
    yield _row(size, "nothing changed", nothings, bed.site(), bed.site().written_since(edited))
    _wait_to_be_trusted()
    added = bed.add_page()
    whole = bed.site()
    yield _row(size, "one raw page added", [added], whole, whole.written_since(edited))
    reading = reading_of(bed.archive / "content", size)
    _wait_to_be_trusted()
    without = bed.leave_raw_lines_out()
    smaller = bed.site()
    yield _row(size, "raw_lines: no", [without], smaller, smaller.written_since(whole))
    yield f"\nLargest: {whole.largest(bed.archive / 'site')}; with `raw_lines: no`: {smaller.largest(bed.archive / 'site')}."
    yield f"\n{reading}.\n\nThe cold run by step:\n\n{of_cold}\n\nThe last edit by step:\n\n{of_edit}\n"
    _must_show_the_edit(whole, size)
    shutil.rmtree(folder)


def _wait_to_be_trusted() -> None:
    time.sleep(YOUNG / 1e9 + 0.2)


def _row(size: int, case: str, costs: Sequence[Cost], site: Site, written: int) -> str:
    cells = [str(size), case, f"{median(cost.wall for cost in costs):.2f}", f"{median(cost.cpu for cost in costs):.2f}"]
    cells += [f"{median(cost.memory for cost in costs):.0f}", str(written), str(len(site.files))]
    return f"| {' | '.join(cells)} | {site.bytes / 1e6:.1f} | {site.bytes / ROOM:.1%} |"


def _must_show_the_edit(site: Site, size: int) -> None:
    """End the program where the site lacks articles or the edit: its figures would be those of other work."""
    articles = [file for file in site.files if "/a/" in Path(file).as_posix() and file.endswith(".html")]
    if len(articles) < 0.9 * size or not any(EDIT in Path(file).read_text(encoding="utf-8") for file in articles):
        sys.exit(f"not the whole work: {len(articles)} article pages for {size} articles, or the edit is in none")


if __name__ == "__main__":
    main()
