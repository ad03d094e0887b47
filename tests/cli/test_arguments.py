"""The command line is understood wherever its options stand, and a wrong one is told in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.cli.arguments import VERBS, parse
from jianbao.cli.run import main
from jianbao.problems import CallError, ExitCode


def test_no_verb_means_read_and_build() -> None:
    """`python build.py` alone has an empty verb and all folders where the archive has them."""
    call = parse([])
    assert call.verb == ""
    assert (call.archive, call.seeds, call.site) == (Path(), None, None)


@pytest.mark.parametrize("verb", ["site", "check", "survey", "clean", "serve"])
def test_options_count_on_both_sides_of_the_verb(verb: str) -> None:
    """An option before the verb and one after it both count."""
    before = parse(["--base-url", "https://example.org/a/", "--plain", verb])
    after = parse([verb, "--base-url", "https://example.org/a/", "--plain"])
    mixed = parse(["--plain", verb, "--base-url", "https://example.org/a/"])
    assert before == after == mixed
    assert before.plain
    assert before.base_url == "https://example.org/a/"


def test_clean_takes_pages_and_again() -> None:
    """`clean --again PAGE…` names the pages that are read again."""
    call = parse(["clean", "--again", "安阳/01.txt", "7KQ2M9X", "--jobs", "2"])
    assert call.again
    assert call.pages == ("安阳/01.txt", "7KQ2M9X")
    assert call.jobs == 2


@pytest.mark.parametrize(
    "arguments", [["bild"], ["--jobs", "-1"], ["--jobs", "many"], ["explain"], ["new"], ["--nosuch"]]
)
def test_wrong_call_is_told_in_both_languages(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong call returns 2 and says so in Chinese and in English, without a traceback."""
    assert main(arguments) == ExitCode.WRONG_CALL
    told = capsys.readouterr().err
    assert "看不懂" in told
    assert "not understood" in told
    assert "Traceback" not in told


def test_help_names_every_verb_and_option(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` tells of every verb, every option and the exit codes."""
    with pytest.raises(SystemExit) as ended:
        parse(["--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    options = (
        "archive",
        "seeds",
        "content",
        "site",
        "cache",
        "theme",
        "base-url",
        "jobs",
        "plain",
        "offline",
        "quiet",
        "verbose",
    )
    for word in (*VERBS, *(f"--{option}" for option in options), "退出码"):
        assert word in told


def test_wrong_verb_raises_and_does_not_exit() -> None:
    """The parser never ends the program by itself."""
    with pytest.raises(CallError):
        parse(["bild"])
