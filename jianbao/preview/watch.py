"""What people change while the preview runs: files in folders that are watched, and archive.yaml beside them."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

DEBOUNCE = 50
STEP = 20
"""Milliseconds: how long changes are gathered, and how long silence ends the gathering."""
WAKE = 500
"""Milliseconds after which a watcher looks whether it is to stop."""


class _Sources(DefaultFilter):
    """Leaves out what editors, Excel and the system lay beside a file for a moment."""

    def __call__(self, change: Change, path: str) -> bool:
        return not Path(path).name.startswith((".", "~")) and super().__call__(change, path)


@dataclass(slots=True)
class Watch:
    """Watches `folders` with all below them and `file` by its name, from the moment it is made until `stop`."""

    folders: Sequence[Path]
    file: Path
    _found: queue.SimpleQueue[frozenset[Path]] = field(default_factory=queue.SimpleQueue, init=False)
    _stopped: threading.Event = field(default_factory=threading.Event, init=False)

    def start(self) -> None:
        """Begin to watch; a folder that is not there is left out."""
        folders = [folder for folder in self.folders if folder.is_dir()]
        if folders:
            self._begin(folders, _Sources(), recursive=True)
        # An editor that saves by renaming would break a watch on the file itself.
        self._begin([self.file.parent], lambda _, path: Path(path).name == self.file.name, recursive=False)

    def stop(self) -> None:
        """Watch no more."""
        self._stopped.set()

    def changes(self) -> Iterator[frozenset[Path]]:
        """The files that changed since the last time, all of them at once; waits for one. Ends after `stop`."""
        while not self._stopped.is_set():
            try:
                paths = self._found.get(timeout=WAKE / 1000)
            except queue.Empty:  # a wait without an end could not be interrupted on Windows
                continue
            while not self._found.empty():
                paths |= self._found.get()
            yield paths

    def _begin(self, folders: Sequence[Path], wanted: object, *, recursive: bool) -> None:
        threading.Thread(target=self._watch, args=(folders, wanted, recursive), daemon=True).start()

    def _watch(self, folders: Sequence[Path], wanted: object, recursive: bool) -> None:
        found = watch(
            *folders,
            watch_filter=wanted,  # type: ignore[arg-type]
            debounce=DEBOUNCE,
            step=STEP,
            stop_event=self._stopped,
            rust_timeout=WAKE,
            recursive=recursive,
            raise_interrupt=False,
        )
        for changes in found:
            self._found.put(frozenset(Path(path) for _, path in changes))
