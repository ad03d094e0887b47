"""The command line: what was asked for, the verb that does it, and what came of it."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # a run that has nothing to do waits for nothing
    from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments (default: those of this process) say and return the exit code; never raises for bad input."""
    from jianbao.door import answer

    given = list(sys.argv[1:] if arguments is None else arguments)
    told = answer(given)
    if isinstance(told, int):
        return told
    from jianbao.cli.run import main as run

    try:
        return run(given, told)
    finally:
        if told is not None:
            told.leave()
