"""What is said survives any console, names file and line, and is shown beside the file on GitHub."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jianbao.cli.console import Console, annotation, told
from jianbao.problems import Problem, Weight, Words

ROOT = Path(__file__).parents[2]
COLON = Problem(
    "content/a/01.md",
    Words("用了中文冒号", "a full-width colon"),
    Words("改成英文冒号", "use a colon"),
    2,
    "title: 项目",
)


def console(**how: bool) -> tuple[Console, io.StringIO, io.StringIO]:
    """A console and what it writes."""
    out, err = io.StringIO(), io.StringIO()
    return Console(out, err, **how), out, err


def test_problem_names_file_line_remedy_and_the_corrected_line() -> None:
    """The first line is `file:line: 中文 / English`, as editors understand it; the corrected line can be copied."""
    lines = told(COLON).splitlines()
    assert lines[0] == "content/a/01.md:2: 用了中文冒号 / a full-width colon"
    assert "改成英文冒号 / use a colon" in lines[1]
    assert lines[-1].strip() == "title: 项目"


def test_quiet_still_tells_errors_but_no_warnings() -> None:
    """`--quiet` leaves nothing unsaid that keeps input from being processed."""
    warning = Problem("a", Words("提", "w"), Words("看", "look"), weight=Weight.WARNING)
    quiet, out, err = console(quiet=True)
    quiet.tell([warning, COLON])
    quiet.say("a result")
    assert "content/a/01.md:2" in err.getvalue()
    assert "提" not in err.getvalue()
    assert out.getvalue() == ""


def test_the_same_problem_is_told_once() -> None:
    """Two rooms that see the same fault make one message of it."""
    one, _, err = console()
    one.tell([COLON, COLON])
    assert err.getvalue().count("content/a/01.md:2") == 1


def test_many_warnings_are_cut_short_and_errors_never() -> None:
    """A thousand warnings end in a count; a hundred errors are all told."""
    one, _, err = console()
    one.tell(Problem(f"w{n}", Words("提", "w"), Words("看", "l"), weight=Weight.WARNING) for n in range(1000))
    assert "960 more" in err.getvalue()
    one, _, err = console()
    one.tell(Problem(f"e{n}", Words("错", "e"), Words("改", "m")) for n in range(100))
    assert all(f"e{n}:" in err.getvalue() for n in range(100))


def test_annotation_stands_beside_the_file_on_github() -> None:
    """A workflow command of one line, whatever the file and the message contain."""
    text = annotation(Problem("a,b:c.md", Words("100%\n错", "wrong"), Words("改", "mend"), 7))
    assert text == "::error file=a%2Cb%3Ac.md,line=7::100%25%0A错 / wrong%0A改 / mend"
    warning = Problem("a", Words("提", "w"), Words("看", "look"), weight=Weight.WARNING)
    assert annotation(warning).startswith("::warning file=a::")


@pytest.mark.parametrize("encoding", ["cp936", "cp1252", "ascii", "utf-8"])
def test_no_console_stops_the_program(encoding: str) -> None:
    """Chinese, a phonetic sign and an emoji come out of a console of any encoding, spelled out where it lacks them."""
    code = (
        "from jianbao.cli.console import open_console; c = open_console();"
        "c.answer('剪报 \\U0001f4f0 \\u0259'); c.complain('错误 \\U0001f4f0')"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    expected = "cp936" if encoding == "cp936" else "utf-8"
    assert run.stdout.decode(expected).startswith("剪报 ")
    assert run.stderr.decode(expected).startswith("错误 ")
