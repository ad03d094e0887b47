"""A run from the words on the command line to the exit code."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.cli.arguments import Call, parse
from jianbao.cli.console import Console, open_console
from jianbao.cli.program import program
from jianbao.problems import CallError, ExitCode, Problem, Words

if TYPE_CHECKING:
    from jianbao.door import Seen


def main(arguments: Sequence[str] | None = None, seen: Seen | None = None) -> int:
    """Do what the arguments (default: those of this process) say and return the exit code; never raises for bad input.

    `seen` is what was seen at the door.
    """
    console = open_console()
    try:
        call = replace(parse(sys.argv[1:] if arguments is None else arguments, program()), seen=seen)
        console = open_console(quiet=call.quiet, verbose=call.verbose)
        return _do(call, console)
    except CallError as error:
        console.complain(str(error))
        return ExitCode.WRONG_CALL
    except KeyboardInterrupt:
        console.complain("已中止；写好的文件都是完整的 / stopped; every file that was written is whole")
        return ExitCode.SOME_INPUT_LEFT
    except BrokenPipeError:  # whoever listened has heard enough: `check | head -1`
        _say_no_more()
        return ExitCode.DONE
    except OSError as error:
        if error.filename is None and error.errno != errno.ENOSPC:
            raise
        return _not_written(error, console)


def _not_written(error: OSError, console: Console) -> int:
    """A file that cannot be read or written, or an output that takes no more: `> /dev/full`."""
    if error.filename is None:
        _say_no_more()
        console.complain("输出写不下去：磁盘满了 / the output cannot be written: the disk is full")
    else:
        console.tell([unusable(error)])
    return ExitCode.SOME_INPUT_LEFT


def _say_no_more() -> None:
    """Let standard output lead nowhere, so that the end of the program does not try to write once more."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _do(call: Call, console: Console) -> int:
    """The verb's own file does it; it is imported now, so that no verb waits for what only another one needs."""
    verb = importlib.import_module(f"jianbao.cli.{call.verb or 'build'}")
    code: int = verb.run(call, console)
    return code


def unusable(error: OSError) -> Problem:
    """A file that the system would not let us read or write: most often it is open in another program."""
    if isinstance(error, PermissionError):
        what = Words("文件被占用或没有权限", "the file is open in another program, or not ours to write")
        remedy = Words(
            "关闭 Excel 等正在使用它的程序，再运行一次", "close it in Excel or wherever it is open, and run again"
        )
    else:
        what = Words("无法读写这个文件", f"the file cannot be read or written: {error.strerror}")
        remedy = Words("检查磁盘空间和文件夹，再运行一次", "check the disk and the folder, and run again")
    return Problem(str(error.filename), what, remedy)
