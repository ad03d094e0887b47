"""What is wrong with the input, told so that a person can mend it.

A problem names the file, the line and the remedy, in Chinese and in English. Stages return problems beside their
results; nothing that a person wrote makes the program stop.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from jianbao.frozen import frozen


class Words(NamedTuple):
    """One message in the two languages of the interface."""

    zh: str
    en: str


class Weight(StrEnum):
    """How heavy a problem is: an ERROR kept some input from being processed, a WARNING did not."""

    ERROR = "error"
    WARNING = "warning"


@frozen
class Problem:
    """One thing that a person should look at.

    `file` is the path as the user knows it, below the archive's folder, with forward slashes; `line` counts from 1.
    `paste` is a corrected line, ready to paste, where one is certain.
    """

    file: str
    what: Words
    remedy: Words
    line: int | None = None
    paste: str = ""
    weight: Weight = Weight.ERROR

    @property
    def place(self) -> str:
        """`file:line`, as editors and terminals understand it."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


class CallError(Exception):
    """The program was called in a wrong way (exit code 2). The text says what to type instead."""


class ExitCode:
    """What the program returns to the shell."""

    DONE = 0
    """All input was processed."""
    SOME_INPUT_LEFT = 1
    """Some input was not processed; the rest is built all the same."""
    WRONG_CALL = 2
    """The command line or archive.yaml cannot be understood."""
