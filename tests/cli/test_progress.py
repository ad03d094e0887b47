"""Progress: a bar on a terminal, a few plain lines elsewhere, nothing when the run is to be quiet."""

from __future__ import annotations

import io

from jianbao.cli.progress import Progress, bar


def drawn(progress: Progress, stream: io.StringIO, total: int = 200) -> str:
    """What is written while `total` pages are read."""
    for done in range(1, total + 1):
        progress("read", done, total)
    progress.close()
    return stream.getvalue()


def test_bar_redraws_one_line_and_leaves_none() -> None:
    """On a terminal there is never a second line, and the last thing is an empty one."""
    stream = io.StringIO()
    text = drawn(Progress(stream, terminal=True), stream)
    assert "\n" not in text
    assert "200/200" in text
    assert text.endswith(" \r")
    assert text.count("\r") < 20, "it is not drawn for every page"


def test_elsewhere_there_are_few_lines() -> None:
    """In a log the end of a stage is one line."""
    stream = io.StringIO()
    assert drawn(Progress(stream, terminal=False), stream).splitlines() == ["读版面 reading pages: 200/200"]


def test_silent_writes_nothing() -> None:
    """`--quiet` has no progress."""
    stream = io.StringIO()
    assert drawn(Progress(stream, terminal=True, silent=True), stream) == ""


def test_bar_is_full_at_the_end_and_has_no_division_by_nothing() -> None:
    """The bar ends full, also where there was nothing to do."""
    assert "-" not in bar("read", 3, 3).split("[")[1]
    assert "-" not in bar("read", 0, 0).split("[")[1]
    assert "#" not in bar("read", 0, 3)
