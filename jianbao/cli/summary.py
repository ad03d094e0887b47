"""What came of a run: the counts, the address that was used, and where to look."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from jianbao.archive.model import Archive
from jianbao.cli.console import Console
from jianbao.press.publish import Published
from jianbao.problems import ExitCode, Problem, Weight
from jianbao.reading.clean import Cleaned
from jianbao.settings import Settings


@dataclass(frozen=True, slots=True)
class Outcome:
    """The results of the steps that were taken; a step that was not taken has none."""

    settings: Settings
    problems: tuple[Problem, ...] = ()
    cleaned: Cleaned | None = None
    archive: Archive | None = None
    published: Published | None = None

    @property
    def exit_code(self) -> int:
        """SOME_INPUT_LEFT when a problem kept some input from being processed."""
        left = any(problem.weight is Weight.ERROR for problem in self.problems)
        return ExitCode.SOME_INPUT_LEFT if left else ExitCode.DONE
