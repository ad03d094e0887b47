"""How fast pages are read, and where the time goes: `python -m benchmarks.reading_speed [FILE|FOLDER …] [--rounds N]`.

Prints pages of 6,000 characters a second, on one core and warm (word lists and lexicon are loaded), and the share of
every step of the story in jianbao/reading/read.py. Without a file or folder: our own seeds. Of several rounds the
quickest is told, for other work on the machine only ever makes one slower; time is processor time.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from inspect import isfunction
from pathlib import Path
from time import process_time
from typing import Any

from jianbao.reading import read
from jianbao.reading.page import Facts, RawPage
from jianbao.text.encoding import Decoded, decode

SEEDS = Path(__file__).parent.parent / "seeds"
PAGE = 6000
"""The characters of a page that the speed is told in: a full page of a daily."""
REST = "(the rest)"
"""What the story does between its steps."""


@dataclass(frozen=True, slots=True)
class Speed:
    """The seconds of the quickest round over pages of so many characters, and those of each step, in the story's order.

    The steps are timed in rounds of their own, so that timing them does not slow the whole.
    """

    pages: int
    characters: int
    seconds: float
    steps: dict[str, float]

    @property
    def pages_a_second(self) -> float:
        """Pages of 6,000 characters read in a second."""
        return self.characters / PAGE / self.seconds

    def table(self) -> str:
        """The speed, and a line a step: milliseconds a page of 6,000 characters, and the share of the whole."""
        pages = self.characters / PAGE
        whole = sum(self.steps.values())
        read_from = f"{self.pages} page{'s' if self.pages != 1 else ''}"
        head = f"{self.pages_a_second:.1f} pages of {PAGE} characters a second ({read_from}, one core, warm)"
        rows = [
            f"{name:24}{1000 * seconds / pages:8.2f} ms a page{seconds / whole:8.1%}"
            for name, seconds in self.steps.items()
        ]
        return "\n".join([head, "", *rows])


def speed_of(pages: Sequence[RawPage], rounds: int) -> Speed:
    """The speed at which the pages are read: one round to warm up, then so many for the whole and for the steps."""
    _read_all(pages)
    seconds = min(_read_all(pages) for _ in range(rounds))
    timed = []
    for _ in range(rounds):
        with _steps_timed() as spent:
            whole = _read_all(pages)
        timed.append((whole, dict(spent)))
    whole, steps = min(timed, key=lambda found: found[0])
    return Speed(
        len(pages), sum(len(page.text) for page in pages), seconds, {**steps, REST: whole - sum(steps.values())}
    )


def _read_all(pages: Sequence[RawPage]) -> float:
    start = process_time()
    for page in pages:
        read.read_page(page, Facts())
    return process_time() - start


@contextmanager
def _steps_timed() -> Iterator[dict[str, float]]:
    """The functions that the story has from other files with a clock around each: seconds by name, as first called."""
    spent: dict[str, float] = {}
    steps = {
        name: step
        for name, step in vars(read).items()
        if isfunction(step) and step.__module__.startswith("jianbao.reading.") and step.__module__ != read.__name__
    }
    try:
        for name, step in steps.items():
            setattr(read, name, _timed(step, name, spent))
        yield spent
    finally:
        for name, step in steps.items():
            setattr(read, name, step)


def _timed(step: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    @wraps(step)
    def run(*arguments: Any, **named: Any) -> Any:
        spent.setdefault(name, 0.0)
        start = process_time()
        result = step(*arguments, **named)
        if isinstance(result, Iterator):  # its time is that of the items
            result = iter(tuple(result))
        spent[name] += process_time() - start
        return result

    return run


def pages_in(places: Sequence[Path]) -> list[RawPage]:
    """The raw pages of files and folders (all their .txt files), sorted by path; what is no text is left out, and told."""
    pages = []
    for place in places:
        for path in sorted(place.rglob("*.txt")) if place.is_dir() else [place]:
            decoded = decode(path.read_bytes())
            if isinstance(decoded, Decoded):
                pages.append(RawPage(path.name, decoded.text, decoded.encoding))
            else:
                print(f"{path} is no text ({decoded.fault})", file=sys.stderr)
    return pages


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description="How fast pages are read, and where the time goes.")
    parser.add_argument("places", nargs="*", type=Path, metavar="FILE|FOLDER", help="raw pages; our own seeds without")
    parser.add_argument("--rounds", type=int, default=5, help="of which the quickest is told (5)")
    told = parser.parse_args(arguments)
    pages = pages_in(told.places or [SEEDS])
    if not pages:
        parser.error("there is no page to read")
    print(speed_of(pages, max(1, told.rounds)).table())


if __name__ == "__main__":
    main()
