"""Clocks around the steps of a build: `python -m benchmarks.clocks LOG WORD …` is `build.py WORD …`, and LOG tells its steps.

The program has no clocks of its own. A step is a function that a story of the program calls by name; it gets its clock as soon
as its module is loaded, so that nothing is loaded sooner than in any other run. A name that is gone ends the run. What other
processes do is told apart, where they are forks of this one.
"""

from __future__ import annotations

import os
import runpy
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from inspect import isgeneratorfunction
from pathlib import Path
from types import ModuleType
from typing import Any

BUILD = Path(__file__).parent.parent / "build.py"
STEPS: Mapping[str, str] = {
    "jianbao.reading.keeping.clean": "clean",
    "jianbao.reading.keeping.shelf": "survey",
    "jianbao.reading.keeping.raw_pages": "find_raw_pages",
    "jianbao.reading.read": "read_page",
    "jianbao.reading.keeping.shelving": "shelve",
    "jianbao.reading.keeping.stacks": "store",
    "jianbao.cli.site_inputs": "site_inputs",
    "jianbao.cli.built_before": "built_before remember_built",
    "jianbao.cli.leave_word": "leave_word",
    "jianbao.cli.authority_changes": "tell_changes",
    "jianbao.archive.link": "link_whole link_articles link_pages",
    "jianbao.archive.standing": "keep_standing",
    "jianbao.archive.amend": "begin_to_amend",
    "jianbao.cli.amend": "amend",
    "jianbao.press.amend": "open_site StandingSite.publish families",
    "jianbao.press.standing_edition": "keep_edition",
    "jianbao.archive.link_plain": "link_plain",
    "jianbao.archive.plain_archive": "plain_archive",
    "jianbao.archive.load": "load",
    "jianbao.archive.read_pages": "read_pages",
    "jianbao.archive.content_files": "find_files read_articles",
    "jianbao.archive.check": "check",
    "jianbao.archive.arrange": "arrange",
    "jianbao.archive.catalogue": "make_catalogue",
    "jianbao.archive.districts": "list_districts",
    "jianbao.archive.topics": "list_topics",
    "jianbao.archive.link_names": "search_names link_names",
    "jianbao.archive.passages": "passages_of",
    "jianbao.archive.all_names": "all_names find_all",
    "jianbao.archive.entities.identify": "identify",
    "jianbao.archive.entities.pages": "entity_pages",
    "jianbao.archive.entities.of_article": "names_of_articles",
    "jianbao.archive.keywords": "rank_all",
    "jianbao.archive.stories.gather": "gather_traits",
    "jianbao.archive.stories.tell": "tell_stories",
    "jianbao.archive.numbers": "number_articles",
    "jianbao.archive.register": "live_addresses bring_up_to_date",
    "jianbao.archive.write_register": "write_register",
    "jianbao.press.publish": "publish",
    "jianbao.press.last_edition": "recall remember",
    "jianbao.press.edition": "prepare",
    "jianbao.search.search_index": "Indexing.bring_up_to_date Indexing.files",
    "jianbao.press.bench": "Bench.print_all Bench.print_here gather",
    "jianbao.press.galley": "galleys Galley.sheets",
    "jianbao.press.delivery": "deliver",
}
"""The steps by the module that has them; a method with its class."""
GALLEY = "Galley.sheets"
"""A galley is told by what it prints."""
_BETWEEN = "\t"


@dataclass(slots=True)
class Spent:
    """Seconds in the process that was begun, and in those that help it, of all calls of a step at one place.

    `peak` is the most memory in MiB that the first process, with the pages that others share, had needed when it ended.
    """

    here: float = 0.0
    helping: float = 0.0
    calls: int = 0
    peak: float = 0.0


class Clock:
    """Notes a line for every step that ends: process, what it is a part of, seconds; several processes write one file."""

    def __init__(self, log: Path) -> None:
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
        self._under: list[str] = []

    def around(self, step: Callable[..., Any], name: str) -> Callable[..., Any]:
        """The step with this clock around it. A generator takes until its last item is used: its caller takes all at once."""

        @wraps(step)
        def run(*arguments: Any, **named: Any) -> Any:
            with self.running(name):
                return step(*arguments, **named)

        @wraps(step)
        def iterate(*arguments: Any, **named: Any) -> Iterator[Any]:
            with self.running(_print_of(arguments[0].make) if name == GALLEY else name):
                yield from step(*arguments, **named)

        return iterate if isgeneratorfunction(step) else run

    @contextmanager
    def running(self, name: str) -> Iterator[None]:
        """A stretch of time that is the step of this name."""
        self._under.append(name)
        began = time.perf_counter()
        self._note("begun")
        try:
            yield
        finally:
            self._note("ended", time.perf_counter() - began, _most_memory())
            self._under.pop()

    def _note(self, what: str, seconds: float = 0.0, peak: float = 0.0) -> None:
        told = (what, str(os.getpid()), f"{seconds:.6f}", f"{peak:.1f}", *self._under)
        os.write(self._log, (_BETWEEN.join(told) + "\n").encode())


def _most_memory() -> float:
    """MiB that this process has needed at most, with what it shares; 0 where the system does not tell."""
    try:
        with open("/proc/self/status", encoding="ascii") as told:  # noqa: PTH123 - many times
            return next((int(line.split()[1]) / 1024 for line in told if line.startswith("VmHWM:")), 0.0)
    except OSError:  # no Linux
        return 0.0


class _AsLoaded(MetaPathFinder):
    """Puts clocks into the modules of the steps when they are loaded."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module where it is, with clocks to be put in."""
        spec = PathFinder.find_spec(fullname, path, target) if fullname in STEPS else None
        if spec is None or spec.loader is None:
            return None
        load = spec.loader.exec_module

        def load_with_clocks(module: ModuleType) -> None:
            load(module)
            for name in STEPS[fullname].split():
                owner, last = _owner_of(module, name)
                setattr(owner, last, self._clock.around(getattr(owner, last), name))

        spec.loader.exec_module = load_with_clocks  # type: ignore[method-assign]
        return spec


def all_there() -> None:
    """End this program where a step is gone: its figures would be missing from the profile, and nobody would see it."""
    for module, names in STEPS.items():
        try:
            loaded = import_module(module)
        except ModuleNotFoundError:
            sys.exit(f"the steps of {module} are told in a profile, but it is gone; see benchmarks/clocks.py")
        for name in names.split():
            _owner_of(loaded, name)


def _owner_of(module: ModuleType, name: str) -> tuple[Any, str]:
    """What has the step, and its name there."""
    *above, last = name.split(".")
    owner: Any = module
    for one in above:
        owner = getattr(owner, one, None)
    if not hasattr(owner, last):
        sys.exit(f"{module.__name__} has no {name} any more, whose time is told in a profile; see benchmarks/clocks.py")
    return owner, last


def _print_of(make: Any) -> str:
    """What the sheets of a galley are, by the function that makes them."""
    function = getattr(make, "func", make)
    name = str(getattr(function, "__qualname__", type(function).__name__)).partition(".")[0].lstrip("_")
    return "single pages" if name == "families" else name


def steps_in(log: Path) -> dict[tuple[str, ...], Spent]:
    """What each step took, by its place below the others, in the order in which they were begun."""
    steps: dict[tuple[str, ...], Spent] = {}
    first = ""
    with log.open(encoding="utf-8") as lines:
        for line in lines:
            what, process, seconds, peak, *place = line.rstrip("\n").split(_BETWEEN)
            first = first or process
            spent = steps.setdefault(tuple(place), Spent())
            if what == "ended":
                spent.calls += 1
                if process == first:
                    spent.here += float(seconds)
                    spent.peak = float(peak)
                else:
                    spent.helping += float(seconds)
    return steps


def profile(log: Path, whole: float, least: float = 0.01) -> str:
    """A line a step that took this share of the `whole` seconds or more, and one for what no step inside it has."""
    steps = steps_in(log)
    long = [place for place, spent in steps.items() if max(spent.here, spent.helping) >= least * whole]
    shown = {place[:length] for place in long for length in range(1, len(place) + 1)}
    inside: dict[tuple[str, ...], float] = {}
    for place, spent in steps.items():
        inside[place[:-1]] = inside.get(place[:-1], 0.0) + spent.here
    rows = ["| step | s | s in helping processes | calls | MiB at most until then |", "|---|---|---|---|---|"]
    ordered = sorted(steps, key=_in_order_of(steps))
    for place, after in zip(ordered, [*ordered[1:], ()], strict=True):
        spent = steps[place]
        if place in shown:
            helping = f"{spent.helping:.2f}" if spent.helping else ""
            peak = f"{spent.peak:.0f}" if spent.peak else ""
            rows.append(f"| {_indented(place)} | {spent.here:.2f} | {helping} | {spent.calls} | {peak} |")
        for above in (place[:length] for length in range(len(place), 0, -1)):
            rest = steps[above].here - inside.get(above, steps[above].here)
            if after[: len(above)] != above and rest >= least * whole:
                rows.append(f"| {_indented((*above, '(the rest)'))} | {rest:.2f} | | | |")
    rows.append(f"| (start, end and the rest) | {whole - inside.get((), 0.0):.2f} | | | |")
    return "\n".join(rows)


def _in_order_of(steps: Mapping[tuple[str, ...], Spent]) -> Callable[[tuple[str, ...]], list[int]]:
    """Steps stand as they were begun, and what is inside one of them stands below it."""
    begun = {place: number for number, place in enumerate(steps)}
    return lambda place: [begun[place[:length]] for length in range(1, len(place) + 1)]


def _indented(place: Sequence[str]) -> str:
    return "· " * (len(place) - 1) + place[-1]


def command(log: Path, words: Iterable[str]) -> tuple[str, ...]:
    """What runs `build.py WORDS` with clocks, from the root of the repository."""
    return sys.executable, "-m", "benchmarks.clocks", str(log), *words


def main() -> None:
    """Run the build with clocks."""
    log, *words = sys.argv[1:]
    sys.meta_path.insert(0, _AsLoaded(Clock(Path(log))))
    sys.argv = [str(BUILD), *words]
    sys.path[0] = str(BUILD.parent)
    runpy.run_path(str(BUILD), run_name="__main__")


if __name__ == "__main__":
    main()
