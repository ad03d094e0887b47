"""The door: a run that has nothing to do ends here, before anything else of the program is loaded.

The last run with the same words on the command line left what it was made from and what this one is to say. Where nothing
of that has changed, and the site stands as it was left, that is said and the run is over. Where nothing but the bodies of
articles of a plain site has changed, their windows are filled anew, and that is all.
"""

from __future__ import annotations

import os
import sys

from jianbao.kept import head_of, read_kept
from jianbao.program_mark import program_facts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

FILE = "door.kept"
FORM = "door 2"
MANY = 2000
"""From so many files on, another process looks after the site meanwhile."""


class Seen:
    """What was seen at the door: size and age of every file that the last run had, as it is now, and the age of every folder.

    `site_stands` tells whether every file of the site stands as it was left, which another process may still look at: who
    does not ask it has to `leave` it.
    """

    def __init__(self, kept: Mapping[str, Any], changed: Sequence[str], ask: Callable[[bool], bool]) -> None:
        """Of the `changed` files; the others stand as the last run left them."""
        self._ask: Callable[[bool], bool] | None = ask
        self.files: dict[str, tuple[int, int]] = {**kept["files"], **{path: _standing(path) for path in changed}}
        self.folders: dict[str, int] = {folder: os.stat(folder).st_mtime_ns for folder in kept["folders"]}

    def site_stands(self) -> bool:
        """Whether the site stands; to be asked once."""
        ask, self._ask = self._ask, None
        return ask is not None and ask(True)

    def leave(self) -> None:
        """Nobody will ask."""
        if self._ask is not None:
            self._ask(False)
        self._ask = None


def answer(arguments: Sequence[str]) -> int | Seen | None:
    """The exit code of a run that is over already; where texts have changed, what was seen; None where nobody can tell."""
    kept = read_kept(f"{_cache_of(arguments)}/{FILE}", FORM)
    if kept is None or kept["call"] != call_of(arguments) or kept["program"] != program_facts():
        return None
    ask = _ask_about_site(kept)
    changed = _changed(kept)
    if changed is None:
        ask(False)
        return None
    if changed and "texts" not in kept:
        return _seen(kept, changed, ask)
    if not ask(True):
        return None
    said: str = kept["out"]
    if changed:
        from jianbao.refill import refill

        try:
            filled = refill(kept, changed)
        except OSError:  # a file is in use, or gone: the whole run will tell
            return None
        if filled is None:
            return None
        said = said.replace(*filled, 1)
    _say(said, kept["err"])
    return 0


def _seen(kept: Mapping[str, Any], changed: Sequence[str], ask: Callable[[bool], bool]) -> Seen | None:
    try:
        return Seen(kept, changed, ask)
    except OSError:  # a file is gone this very moment
        ask(False)
        return None


def _standing(path: str) -> tuple[int, int]:
    status = os.stat(path)
    return status.st_size, status.st_mtime_ns


def call_of(arguments: Sequence[str]) -> tuple[object, ...]:
    """All that decides what the words on the command line mean."""
    told = ("GITHUB_ACTIONS", "JIANBAO_SHORT_CUTS", "SOURCE_DATE_EPOCH")
    return (*arguments, os.getcwd(), os.path.basename(sys.argv[0]), *(os.environ.get(name) for name in told))


def _cache_of(arguments: Sequence[str]) -> str:
    """The cache folder as the usual words name it; where they are unusual, nothing will be found."""
    folders = {"--cache": "", "--archive": "."}
    for word, after in zip(arguments, [*arguments[1:], ""]):  # noqa: B905 - of one length
        name, given, value = word.partition("=")
        if name in folders:
            folders[name] = value if given else after
    return folders["--cache"] or f"{folders['--archive']}/.jianbao"


def _changed(kept: Mapping[str, Any]) -> list[str] | None:
    """The files that are not as they were; None where there are others, or some are gone."""
    try:
        stat, changed = os.stat, []
        odd = [folder for folder, age in kept["folders"].items() if stat(folder).st_mtime_ns != age]
        if (odd and not _same_names(odd, kept)) or any(map(os.path.exists, kept["absent"])):
            return None
        for path, (size, age) in kept["files"].items():
            status = stat(path)
            if status.st_mtime_ns != age or status.st_size != size:
                changed.append(path)
    except OSError:
        return None
    young = kept["young"]
    return changed + [path for path in young if path not in changed and digest_of(path) != young[path]]


def _same_names(folders: Sequence[str], kept: Mapping[str, Any]) -> bool:
    """Whether folders hold files of the same names as before: an editor that saves by renaming makes a folder younger."""
    known: dict[str, set[str]] = {folder: set() for folder in folders}
    for path in (*kept["files"], *kept["folders"]):
        folder, name = os.path.split(path)
        if folder in known:
            known[folder].add(name)
    return all(set(os.listdir(folder)) == names for folder, names in known.items())


def digest_of(path: str) -> str:
    """A digest of the bytes of a file; nothing where it cannot be read."""
    from hashlib import blake2b

    try:
        with open(path, "rb") as file:
            return blake2b(file.read(), digest_size=12).hexdigest()
    except OSError:  # gone, or in use: it counts as another one
        return ""


def _ask_about_site(kept: Mapping[str, Any]) -> Callable[[bool], bool]:
    """Whether the site stands, to be asked for later: meanwhile, where that can be, another process looks.

    Who asks says whether it matters still; if not, nobody looks any further, and the answer is no.
    """
    threads = sys.modules.get("threading")
    if len(kept["files"]) < MANY or not hasattr(os, "fork") or (threads and threads.active_count() > 1):
        return lambda matters: matters and _stands(kept)
    helper = os.fork()
    if not helper:
        code = 1
        try:
            code = 0 if _stands(kept) else 1
        finally:  # nothing of the caller's may run in this process
            os._exit(code)

    def ask(matters: bool) -> bool:
        if not matters:
            import signal

            os.kill(helper, signal.SIGKILL)
        return os.waitpid(helper, 0)[1] == 0

    return ask


def _stands(kept: Mapping[str, Any]) -> bool:
    """Whether every file of the site is there as it was printed."""
    if head_of(kept["slip"]) != kept["slip_head"]:
        return False
    files: dict[str, Any] = read_kept(kept["edition"], kept["edition_form"]) or {}
    amended, _ = read_kept(kept["slip"], head_of(kept["edition"])) or ({}, None)
    files.update((file, printed[:3]) for file, printed in amended.items())
    site, stat = kept["site"] + "/", os.stat
    try:
        for file, (_, size, age) in files.items():
            status = stat(site + file)
            if status.st_mtime_ns != age or status.st_size != size:
                return False
    except OSError:
        return False
    return bool(files)


def _say(out: str, err: str) -> None:
    from jianbao.cli.streams import make_safe

    for stream, text in ((sys.stderr, err), (sys.stdout, out)):
        make_safe(stream)
        if text:
            print(text, end="", file=stream, flush=True)
