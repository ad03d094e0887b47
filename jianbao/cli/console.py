"""What is said to the person at the terminal: results on standard output; problems and progress on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from jianbao.cli.streams import make_safe
from jianbao.frozen import frozen
from jianbao.problems import Problem, Weight, Words

SHOWN = 40
"""How many warnings are told in full; errors are always told, all of them."""


@frozen
class Console:
    """Where to talk, and how much. `annotate`: the run is a GitHub workflow, whose page shows annotations."""

    out: TextIO
    err: TextIO
    quiet: bool = False
    verbose: bool = False
    annotate: bool = False

    def say(self, text: str = "") -> None:
        """A line of a result, left out when the run is to be quiet."""
        if not self.quiet:
            print(text, file=self.out, flush=True)

    def answer(self, text: str) -> None:
        """A line that was asked for, said even when the run is to be quiet."""
        print(text, file=self.out, flush=True)

    def complain(self, text: str) -> None:
        """A line of a problem."""
        print(text, file=self.err, flush=True)

    def tell(self, problems: Iterable[Problem]) -> None:
        """Every error; the first warnings, all of them when the run is verbose, none when it is quiet."""
        found = tuple(dict.fromkeys(problems))
        errors = [problem for problem in found if problem.weight is Weight.ERROR]
        warnings = [problem for problem in found if problem.weight is Weight.WARNING]
        self._list(errors, Words("需要改正", "To be mended"), len(errors))
        if not self.quiet:
            self._list(warnings, Words("提醒", "Warnings"), len(warnings) if self.verbose else SHOWN)
        if self.annotate:
            for problem in (*errors, *warnings[:SHOWN]):
                self.answer(annotation(problem))

    def _list(self, problems: list[Problem], head: Words, limit: int) -> None:
        if problems:
            self.complain(f"\n{head.zh} / {head.en}: {len(problems)}")
        for problem in problems[:limit]:
            self.complain(told(problem))
        if len(problems) > limit:
            more = len(problems) - limit
            self.complain(f"… 还有 {more} 条，用 --verbose 全部列出 / {more} more: --verbose lists them all")


def told(problem: Problem) -> str:
    """The problem as lines: `file:line: 中文 / English`, the remedy, and the corrected line where there is one."""
    lines = [f"{problem.place}: {problem.what.zh} / {problem.what.en}"]
    lines.append(f"    → {problem.remedy.zh} / {problem.remedy.en}")
    if problem.paste:
        lines.append("    改成 paste:")
        lines.extend(f"        {line}" for line in problem.paste.splitlines())
    return "\n".join(lines)


def annotation(problem: Problem) -> str:
    """The problem as a workflow command, which GitHub shows beside the file."""
    place = {"file": problem.file, "line": "" if problem.line is None else str(problem.line)}
    where = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in place.items() if value)
    text = f"{problem.what.zh} / {problem.what.en}\n{problem.remedy.zh} / {problem.remedy.en}\n{problem.paste}".strip()
    return f"::{problem.weight} {where}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def open_console(*, quiet: bool = False, verbose: bool = False) -> Console:
    """The console of this process; no character that its encoding lacks (cp936 has no 〔é〕) can stop the program."""
    for stream in (sys.stdout, sys.stderr):
        make_safe(stream)
    return Console(sys.stdout, sys.stderr, quiet, verbose, os.environ.get("GITHUB_ACTIONS") == "true")
