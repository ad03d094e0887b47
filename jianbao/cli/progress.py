"""Progress of long work: a bar that redraws itself on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TextIO

from jianbao.cli.console import Console
from jianbao.problems import Words

STAGES: Mapping[str, Words] = MappingProxyType(
    {
        "read": Words("读版面", "reading pages"),
        "load": Words("读文章", "loading articles"),
        "pages": Words("版面", "pages"),
        "keywords": Words("关键词", "keywords"),
        "sheets": Words("排版", "setting pages"),
        "survey": Words("通览", "survey"),
    }
)
"""The words for the stages that the rooms report."""

WIDTH = 24
REDRAW = 0.1
"""Seconds between two drawings of the bar."""
LINE = 10.0
"""Seconds between two plain lines."""


@dataclass(slots=True)
class Progress:
    """Called as `report(stage, done, total)`; draws on `stream`. `close` leaves the line empty for what comes next."""

    stream: TextIO
    terminal: bool
    silent: bool = False
    _stage: str = field(default="", init=False)
    _due: float = field(default=0.0, init=False)
    _drawn: int = field(default=0, init=False)

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Draw if it is time to: a new stage, its end, or the interval is over."""
        now = time.monotonic()
        if self.silent or (stage == self._stage and now < self._due and done < total):
            return
        if self.terminal:
            self._draw(bar(stage, done, total))
            self._due = now + REDRAW
        elif stage == self._stage or done >= total:
            print(line(stage, done, total), file=self.stream, flush=True)
            self._due = now + LINE
        else:
            self._due = now + LINE
        self._stage = stage

    def close(self) -> None:
        """Wipe the bar."""
        if self._drawn:
            self._draw("")
            self.stream.write("\r")
            self.stream.flush()
            self._drawn = 0
        self._stage = ""

    def _draw(self, text: str) -> None:
        columns = sum(2 if ord(character) > 0x2E7F else 1 for character in text)
        self.stream.write("\r" + text + " " * (self._drawn - columns))
        self.stream.flush()
        self._drawn = columns


def bar(stage: str, done: int, total: int) -> str:
    """`读版面 reading pages [######------------] 3/12`, all of it in characters that every console has."""
    full = WIDTH * done // total if total else WIDTH
    return f"{_words(stage)} [{'#' * full}{'-' * (WIDTH - full)}] {done}/{total}"


def line(stage: str, done: int, total: int) -> str:
    """`读版面 reading pages: 3/12`."""
    return f"{_words(stage)}: {done}/{total}"


def _words(stage: str) -> str:
    words = STAGES.get(stage)
    return f"{words.zh} {words.en}" if words else stage


def progress_on(console: Console) -> Progress:
    """The progress of a run on this console."""
    return Progress(console.err, console.err.isatty(), console.quiet)
