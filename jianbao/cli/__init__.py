"""The command line: what was asked for, the verb that does it, and what came of it."""

from jianbao.cli.run import main

__all__ = ["main"]
